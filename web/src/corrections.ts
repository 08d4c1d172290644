/**
 * The client of /api/v1/corrections: what people say of the machine's facts, of who is who and of which accounts tell
 * of one encounter. Everything that changes the record goes through here.
 *
 * Nothing is shown as kept before the server has said so. A failure is an ApiError; a Conflict where somebody else has
 * corrected the same fact since, with what they kept.
 */
import { ApiError, fetchValue, get, send } from "./api";
import { withQuery } from "./router";
import type { Agreement, Correction, CorrectionsAnswer, Imported, KeptCorrections, QueueAnswer, WantedCorrection } from "./types";

export class Conflict extends ApiError {
  constructor(error: ApiError, readonly theirs: Correction) {
    super(error.status, error.message, error.detail, error.problem);
  }
}

async function change<T>(path: string, value: unknown): Promise<T> {
  try {
    return await send<T>(path, JSON.stringify(value));
  } catch (error) {
    const theirs = error instanceof ApiError && error.status === 409 ? error.problem?.theirs : null;
    throw theirs ? new Conflict(error as ApiError, theirs) : error;
  }
}

export const correctionPaths = {
  log: (query: URLSearchParams) => withQuery("/corrections", query),
  queue: (query: URLSearchParams) => withQuery("/corrections/queue", query),
  agreement: () => "/corrections/agreement",
  export: () => "/corrections/export",
};

export const corrections = {
  log: (query: URLSearchParams, signal?: AbortSignal) => get<CorrectionsAnswer>(correctionPaths.log(query), signal),
  queue: (query: URLSearchParams, signal?: AbortSignal) => get<QueueAnswer>(correctionPaths.queue(query), signal),
  agreement: (signal?: AbortSignal) => get<{ kinds: Agreement[] }>(correctionPaths.agreement(), signal),
  /** All of them or none. */
  make: (wanted: WantedCorrection[]) => change<KeptCorrections>("/corrections", { corrections: wanted }),
  undo: (numbers: number[]) => change<KeptCorrections>("/corrections/undo", { numbers }),
  redo: (numbers: number[]) => change<KeptCorrections>("/corrections/redo", { numbers }),
  import: (lines: string) => send<Imported>("/corrections/import", lines, "application/x-ndjson"),
  /** One that is not remembered: what another has done meanwhile. */
  ofDocument: (document: string) => fetchValue<CorrectionsAnswer>(correctionPaths.log(new URLSearchParams({ document, limit: "100" }))),
};

/** What the page itself does not do, and why; nothing was asked of the server. */
export class Refusal extends Error {}

/** What went wrong, for someone who wanted something kept. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  if (error.status === 0) return "";
  return error.detail ?? error.message;
}
