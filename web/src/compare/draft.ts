/** What stands in the form: two texts, or documents of the record. Kept for this tab, so that no text pasted is lost. */
import type { Side } from "./answer";

export interface DraftSide {
  text: string;
  title: string;
  publisher: string;
  date: string;
  /** A document of the record in the place of a text. */
  document: { id: string; title: string; publisher: string } | null;
}
export type Draft = Record<Side, DraftSide>;

const key = "chancery.compare";

export const emptySide = (): DraftSide => ({ text: "", title: "", publisher: "", date: "", document: null });

function sideOf(value: unknown): DraftSide {
  const given = (value ?? {}) as Partial<Record<keyof DraftSide, unknown>>;
  const words = (name: "text" | "title" | "publisher" | "date") => (typeof given[name] === "string" ? given[name] : "");
  const document = given.document as Partial<Record<string, unknown>> | null | undefined;
  const named = document && typeof document["id"] === "string" ? { id: document["id"], title: String(document["title"] ?? ""), publisher: String(document["publisher"] ?? "") } : null;
  return { text: words("text"), title: words("title"), publisher: words("publisher"), date: words("date"), document: named };
}

/** Browsers keep about five million letters; longer texts are not even written out to be refused. */
const mostLetters = 2_000_000;

// Beside the browser's storage, for as long as the page is not loaded anew.
let latest: Draft | null = null;

export function keptDraft(): Draft {
  if (latest) return latest;
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Record<Side, unknown>>;
    return { a: sideOf(kept.a), b: sideOf(kept.b) };
  } catch {
    return { a: emptySide(), b: emptySide() };
  }
}

/** Returns whether it would outlast loading the page anew. */
export function keepDraft(draft: Draft): boolean {
  latest = draft;
  try {
    if (draft.a.text.length + draft.b.text.length > mostLetters) {
      sessionStorage.removeItem(key);
      return false;
    }
    sessionStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
