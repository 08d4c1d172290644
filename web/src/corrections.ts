/**
 * The client of /api/v1/corrections: what people say of the machine's facts, of who is who and of which accounts tell
 * of one encounter. Everything that changes the record goes through here.
 *
 * Nothing is shown as kept before the server has said so. A failure is an ApiError; a Conflict where somebody else has
 * corrected the same fact since, with what they kept.
 */
import { ApiError, get, send } from "./api";
import { withQuery } from "./router";
import type { Agreement, Correction, CorrectionsAnswer, Imported, KeptCorrections, QueueAnswer, WantedCorrection } from "./types";

export class Conflict extends ApiError {
  constructor(error: ApiError, readonly theirs: Correction) {
    super(error.status, error.message, error.detail, error.problem);
  }
}

/** The document was read anew since it was shown; it may no longer have the fact. */
export class MadeAnew extends ApiError {
  constructor(error: ApiError) {
    super(error.status, error.message, error.detail, error.problem);
  }
}

async function change<T>(path: string, value: unknown): Promise<T> {
  try {
    return await send<T>(path, JSON.stringify(value));
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
    throw error.problem?.theirs ? new Conflict(error, error.problem.theirs) : new MadeAnew(error);
  }
}

/** All that stand, or for redoing do not, of a document, a person, a kind of fact. */
export type Filtered = Partial<Record<"document" | "who" | "kind", string>>;

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
  undoAll: (of: Filtered, why: string) => change<KeptCorrections>("/corrections/undo", { of, ...(why ? { why } : {}) }),
  redoAll: (of: Filtered, why: string) => change<KeptCorrections>("/corrections/redo", { of, ...(why ? { why } : {}) }),
  import: (lines: string) => send<Imported>("/corrections/import", lines, "application/x-ndjson"),
};

/** What the page itself does not do, and why; nothing was asked of the server. */
export class Refusal extends Error {}

/** What went wrong, for someone who wanted something kept. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  if (error.status === 0) return "";
  return error.detail ?? error.message;
}
