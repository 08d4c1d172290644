/** Words found, in their snippet: ranges of code points turned into pieces to show. */
import type { Range } from "../types";
import { CodePoints } from "./codepoints";

export interface Piece {
  text: string;
  found: boolean;
}

/** Pieces in order; joined, they equal the text. Ranges may overlap, be unsorted or reach beyond the text. */
export function piecesOf(text: string, ranges: Range[]): Piece[] {
  const points = new CodePoints(text);
  const sorted = ranges
    .map((range) => ({ begin: points.toUnits(Math.max(0, range.begin)), end: Math.min(text.length, points.toUnits(range.end)) }))
    .filter((range) => range.begin < range.end)
    .sort((a, b) => a.begin - b.begin);
  const pieces: Piece[] = [];
  let at = 0;
  for (const range of sorted) {
    const begin = Math.max(at, range.begin);
    if (begin >= range.end) continue;
    if (begin > at) pieces.push({ text: text.slice(at, begin), found: false });
    pieces.push({ text: text.slice(begin, range.end), found: true });
    at = range.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}
