/**
 * The client of /api/v1. Answers are remembered for a while, so that going back shows the page at once.
 *
 * Every failure is an ApiError: `status` 0 means that no answer came at all.
 */
import type { BriefSheet } from "./brief";
import type { Wording } from "./wording";
import type {
  Citation, CommitmentsAnswer, CountryName, EncounterView, FiguresAnswer, FollowUpsAnswer, LedgerAnswer, Matrix, PairView, Person, PersonView, Problem,
  RecordedDocument, RecordStatus, SavedSearch, SearchAnswer, SeriesAnswer, Span, Timeline,
} from "./types";
import { withQuery } from "./router";

export class ApiError extends Error {
  /** `problem`: the whole answer, which may say more than a line; a conflict tells what the other one kept. */
  constructor(readonly status: number, message: string, readonly detail?: string, readonly problem?: Partial<Problem>) {
    super(message);
  }
}

const root = "/api/v1";
const rememberFor = 60_000;
const rememberAtMost = 40;
const tokenKey = "chancery.token";
const remembered = new Map<string, { at: number; value: unknown }>();

export function keptToken(): string | null {
  try {
    return sessionStorage.getItem(tokenKey);
  } catch {
    return null;
  }
}

/** Null forgets it. What one may see hangs on it, so that nothing answered before stays. */
export function keepToken(token: string | null): void {
  forget();
  try {
    if (token) sessionStorage.setItem(tokenKey, token);
    else sessionStorage.removeItem(tokenKey);
  } catch {
    // Without storage the reader is asked again on the next page.
  }
}

/** After the record was changed nothing remembered can be trusted: a name corrected in one place stands in many. */
export function forget(): void {
  remembered.clear();
}

function headers(accept: string, token = keptToken()): Record<string, string> {
  return token ? { accept, authorization: `Bearer ${token}` } : { accept };
}

async function failure(response: Response): Promise<ApiError> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    return new ApiError(response.status, problem.title ?? response.statusText, problem.detail, problem);
  } catch {
    return new ApiError(response.status, response.statusText);
  }
}

async function fetchChecked(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(root + path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, "no answer");
  }
  if (!response.ok) throw await failure(response);
  return response;
}

async function valueOf<T>(response: Response, signal?: AbortSignal): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "no answer");
  }
}

/** Asked anew each time, and with a token not yet kept where one is given. */
export async function fetchValue<T>(path: string, token?: string): Promise<T> {
  return valueOf(await fetchChecked(path, { headers: headers("application/json", token ?? keptToken()) }));
}

/** Changes the record. What was remembered is forgotten whether or not the answer came: it may have been kept all the same. */
export async function send<T>(path: string, body: string, mediaType = "application/json"): Promise<T> {
  try {
    return await valueOf(await fetchChecked(path, { method: "POST", headers: { ...headers("application/json"), "content-type": mediaType }, body }));
  } finally {
    forget();
  }
}

/** Takes something out of the record. */
export async function remove(path: string): Promise<void> {
  try {
    await fetchChecked(path, { method: "DELETE", headers: headers("application/json") });
  } finally {
    forget();
  }
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const kept = remembered.get(path);
  if (kept && Date.now() - kept.at < rememberFor) return kept.value as T;
  const value = await valueOf<T>(await fetchChecked(path, { headers: headers("application/json"), ...(signal ? { signal } : {}) }), signal);
  remembered.delete(path);
  remembered.set(path, { at: Date.now(), value });
  for (const oldest of remembered.keys()) {
    if (remembered.size <= rememberAtMost) break;
    remembered.delete(oldest);
  }
  return value;
}

/** What was answered a moment ago, without asking again. */
export function rememberedAnswer<T>(path: string): T | undefined {
  const kept = remembered.get(path);
  return kept && Date.now() - kept.at < rememberFor ? (kept.value as T) : undefined;
}

export const paths = {
  status: () => "/status",
  countries: () => "/countries",
  search: (query: URLSearchParams) => `/search?${query}`,
  document: (id: string, version: string | null) => `/documents/${encodeURIComponent(id)}${version ? `?${new URLSearchParams({ version })}` : ""}`,
  formulae: (id: string) => `/documents/${encodeURIComponent(id)}/formulae`,
  brief: (query: URLSearchParams, format = "") => `/brief?${new URLSearchParams([...query, ...(format ? [["format", format]] : [])])}`,
  encounters: (query: URLSearchParams) => `/encounters?${query}`,
  encounter: (id: string) => `/encounters/${encodeURIComponent(id)}`,
  people: (words: string) => `/people?${new URLSearchParams({ q: words, limit: "8" })}`,
  person: (name: string) => `/people/${encodeURIComponent(name)}`,
  pair: (a: string, b: string, query: URLSearchParams) => withQuery(`/pairs/${a}/${b}`, query),
  matrix: (query: URLSearchParams) => withQuery("/matrix", query),
  figures: (query: URLSearchParams) => withQuery("/figures", query),
  series: (query: URLSearchParams) => withQuery("/figures/series", query),
  commitments: (query: URLSearchParams) => withQuery("/commitments", query),
  followUps: (document: string, commitment: string) => `/documents/${encodeURIComponent(document)}/commitments/${encodeURIComponent(commitment)}/follow-ups`,
  cite: (id: string, version: number, span: Span | null) =>
    withQuery(`/documents/${encodeURIComponent(id)}/cite`, new URLSearchParams({
      version: String(version), ...(span ? { begin: String(span.begin), end: String(span.end), in: span.in ?? "text" } : {}),
    })),
  searches: () => "/searches",
  savedSearch: (id: string) => `/searches/${encodeURIComponent(id)}`,
  timeline: (query: URLSearchParams) => withQuery("/timeline", query),
};

export const api = {
  status: (signal?: AbortSignal) => get<RecordStatus>(paths.status(), signal),
  countries: (signal?: AbortSignal) => get<{ countries: CountryName[] }>(paths.countries(), signal),
  search: (query: URLSearchParams, signal?: AbortSignal) => get<SearchAnswer>(paths.search(query), signal),
  document: (id: string, version: string | null, signal?: AbortSignal) => get<RecordedDocument>(paths.document(id, version), signal),
  formulae: (id: string, signal?: AbortSignal) => get<Wording>(paths.formulae(id), signal),
  brief: (query: URLSearchParams, signal?: AbortSignal) => get<BriefSheet>(paths.brief(query), signal),
  encounters: (query: URLSearchParams, signal?: AbortSignal) => get<LedgerAnswer>(paths.encounters(query), signal),
  encounter: (id: string, signal?: AbortSignal) => get<EncounterView>(paths.encounter(id), signal),
  people: (words: string, signal?: AbortSignal) => get<{ people: Person[] }>(paths.people(words), signal),
  person: (name: string, signal?: AbortSignal) => get<PersonView>(paths.person(name), signal),
  pair: (a: string, b: string, query: URLSearchParams, signal?: AbortSignal) => get<PairView>(paths.pair(a, b, query), signal),
  matrix: (query: URLSearchParams, signal?: AbortSignal) => get<Matrix>(paths.matrix(query), signal),
  figures: (query: URLSearchParams, signal?: AbortSignal) => get<FiguresAnswer>(paths.figures(query), signal),
  series: (query: URLSearchParams, signal?: AbortSignal) => get<SeriesAnswer>(paths.series(query), signal),
  commitments: (query: URLSearchParams, signal?: AbortSignal) => get<CommitmentsAnswer>(paths.commitments(query), signal),
  followUps: (document: string, commitment: string, signal?: AbortSignal) => get<FollowUpsAnswer>(paths.followUps(document, commitment), signal),
  timeline: (query: URLSearchParams, signal?: AbortSignal) => get<Timeline>(paths.timeline(query), signal),
  cite: (id: string, version: number, span: Span | null, signal?: AbortSignal) => get<{ citations: Citation[] }>(paths.cite(id, version, span), signal),
  searches: (signal?: AbortSignal) => get<{ searches: SavedSearch[] }>(paths.searches(), signal),
  saveSearch: (search: Pick<SavedSearch, "name" | "what" | "query">) => send<SavedSearch>(paths.searches(), JSON.stringify(search)),
  removeSearch: (id: string) => remove(paths.savedSearch(id)),
};

/** The address of a saved search's feed, whole, for a feed reader. */
export function feedAddress(id: string): string {
  return `${location.origin}${root}${paths.savedSearch(id)}/feed.atom`;
}

export function exportAddress(query: URLSearchParams): string {
  return fileAddress(`/export?${query}`);
}

/** Where the API gives something as a file to be saved. */
export function fileAddress(path: string): string {
  return root + path;
}

/** Fetches such a file with the token, which a plain link cannot carry. */
export async function fetchFile(path: string): Promise<Blob> {
  const response = await fetchChecked(path, { headers: headers("text/csv, application/x-ndjson") });
  return response.blob();
}
