/** Asking for comparisons: of documents and encounters of the record, and of texts of which nothing is kept. */
import { api, get, send } from "../api";
import type { CompareAnswer, Side } from "./answer";
import type { Draft, DraftSide } from "./draft";

/** Addresses name two documents, or an encounter and which of its accounts. */
export function comparePath(query: URLSearchParams): string | null {
  const [a, b, encounter] = ["a", "b", "encounter"].map((name) => query.get(name) ?? "");
  const asked = new URLSearchParams();
  if (a) asked.set("a", a);
  if (b) asked.set("b", b);
  if (encounter) return `/encounters/${encodeURIComponent(encounter)}/compare${asked.size > 0 ? `?${asked}` : ""}`;
  return a && b ? `/compare?${asked}` : null;
}

export const askCompared = (path: string, signal?: AbortSignal): Promise<CompareAnswer> => get<CompareAnswer>(path, signal);

interface SentText { text: string; title?: string; publisher?: string; country?: string; date?: string }

/** Only what is known: an empty title is none. */
function known(text: SentText): SentText {
  return Object.fromEntries(Object.entries(text).filter(([name, value]) => name === "text" || value)) as unknown as SentText;
}

async function textOf(side: DraftSide): Promise<SentText> {
  if (!side.document) return known({ text: side.text, title: side.title.trim(), publisher: side.publisher.trim(), date: side.date });
  const { analysis } = await api.document(side.document.id, null);
  const { title, publisher, country, published } = analysis.document;
  return known({ text: analysis.text, title: title ?? "", publisher: publisher ?? "", country: country ?? "", date: published?.slice(0, 10) ?? "" });
}

export async function compareTexts(draft: Draft): Promise<CompareAnswer> {
  const [a, b] = await Promise.all((["a", "b"] satisfies Side[]).map((side) => textOf(draft[side])));
  return send<CompareAnswer>("/compare", JSON.stringify({ a, b }));
}
