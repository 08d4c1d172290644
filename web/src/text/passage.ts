/** Links to a passage: within the reading room, and into the page as published. */
import type { Part, Span } from "../types";

/** What the part of an address after # asks for. */
export type Target = { kind: "fact"; id: string } | { kind: "passage"; span: Span } | null;

/** `#char=120,180` as in RFC 5147, with `title-char` for the title; offsets are code points. */
export function passageHash(span: Span): string {
  return `#${span.in === "title" ? "title-char" : "char"}=${span.begin},${span.end}`;
}

export function factHash(id: string): string {
  return `#fact=${encodeURIComponent(id)}`;
}

export function readHash(hash: string): Target {
  const fact = /^#fact=(.+)$/.exec(hash);
  if (fact) {
    try {
      return { kind: "fact", id: decodeURIComponent(fact[1]!) };
    } catch {
      return null;
    }
  }
  const passage = /^#(title-)?char=(\d{1,9}),(\d{1,9})$/.exec(hash);
  if (!passage) return null;
  const span = { begin: Number(passage[2]), end: Number(passage[3]), in: (passage[1] ? "title" : "text") as Part };
  return span.begin < span.end ? { kind: "passage", span } : null;
}

/** Percent-encodes what the text directive's own syntax uses, besides what every address needs. */
function directive(words: string): string {
  return encodeURIComponent(words).replace(/-/g, "%2D");
}

const words = (text: string) => text.trim().split(/\s+/).filter(Boolean);

/**
 * The address of the page as published, pointing at the words: https://...#:~:text=prefix-,start,end,-suffix
 *
 * A long passage, or one over several paragraphs, is named by its first and last words, because a directive of one
 * piece must lie in one block of the page. The words around it keep a repeated phrase apart; they are left out where a
 * paragraph ends, since they would not be found there. Null where the document has no web address.
 */
export function originalLink(url: string | null, text: string, begin: number, end: number): string | null {
  if (!url || !/^https?:\/\//i.test(url)) return null;
  const quoted = text.slice(begin, end);
  const lines = quoted.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
  if (lines.length === 0) return null;
  const all = words(quoted);
  const before = words(text.slice(Math.max(0, begin - 80), begin).split(/[\r\n]/).pop() ?? "").slice(-3).join(" ");
  const after = words((text.slice(end, end + 80).split(/[\r\n]/)[0] ?? "")).slice(0, 3).join(" ");
  const parts: string[] = [];
  if (before && begin > 0 && !/[\r\n]/.test(text[begin - 1] ?? "")) parts.push(`${directive(before)}-`);
  if (lines.length === 1 && all.length <= 12) {
    parts.push(directive(all.join(" ")));
  } else {
    parts.push(directive(words(lines[0]!).slice(0, 5).join(" ")));
    parts.push(directive(words(lines[lines.length - 1]!).slice(-5).join(" ")));
  }
  if (after && !/[\r\n]/.test(text[end] ?? "")) parts.push(`-${directive(after)}`);
  return `${url.replace(/#.*$/s, "")}#:~:text=${parts.join(",")}`;
}
