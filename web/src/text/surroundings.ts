/** The sentence in which some words stand, for those who are asked about the words alone. */
import type { Range } from "../types";
import { CodePoints } from "./codepoints";

export interface Surroundings {
  before: string;
  words: string;
  after: string;
}

/** Farther than this a sentence is not followed. */
const farthest = 400;
const ends = /[.!?…]["”’»)]*\s+(?=[\p{Lu}\p{N}"“„«(])/gu;

/** Null where the range is none of the text. Stays within the line; a cut stands at a space, with an ellipsis. */
export function surroundings(text: string, range: Range): Surroundings | null {
  const points = new CodePoints(text);
  const [begin, end] = [points.toUnits(range.begin), points.toUnits(range.end)];
  if (!(begin < end) || end > text.length) return null;
  const before = text.slice(Math.max(0, begin - farthest), begin);
  const after = text.slice(end, end + farthest);
  return { before: lastPart(before, begin > farthest), words: text.slice(begin, end), after: firstPart(text.slice(begin, end), after, end + farthest < text.length) };
}

function lastPart(before: string, cut: boolean): string {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const sentence = [...line.matchAll(ends)].pop();
  if (sentence) return line.slice(sentence.index + sentence[0].length);
  return cut && line.length === before.length ? `… ${line.slice(line.indexOf(" ") + 1)}` : line;
}

function firstPart(words: string, after: string, cut: boolean): string {
  // Words that close their sentence need none of the next.
  if (/[.!?…]["”’»)]*$/.test(words)) return "";
  const line = after.split("\n", 1)[0]!;
  const end = [...line.matchAll(ends)][0];
  if (end) return line.slice(0, end.index + end[0].trimEnd().length);
  return cut && line.length === after.length ? `${line.slice(0, Math.max(0, line.lastIndexOf(" ")))} …` : line;
}
