/** One side's text in paragraphs, cut where points and differing words begin and end. Offsets inside are UTF-16 units. */
import { layoutMark, struckWords } from "../facts/layout";
import { paragraphs } from "../text/blocks";
import { CodePoints } from "../text/codepoints";
import { layoutMarks } from "../text/markup";
import { segmentsOf, sortMarks, type Mark } from "../text/segments";
import type { Range } from "../types";
import type { Side } from "./answer";
import type { Comparison } from "./comparison";

export interface Piece {
  begin: number;
  words: string;
  /** Points over the words, the longest first. */
  points: number[];
  /** Links for which these words differ. */
  differs: number[];
  /** Points whose first words these are. */
  opens: number[];
  layout: boolean;
  struck: boolean;
}

export interface LaidText {
  paragraphs: Piece[][];
  /** Points that lie over no words of the text, such as those read in its title. */
  unplaced: number[];
}

function marksOf(comparison: Comparison, side: Side, units: (range: Range) => Range): Mark[] {
  const points = comparison.points(side);
  const marks: Mark[] = points.flatMap((point, fact) => (point.in === "title" ? [] : [{ ...units(point), fact }]));
  comparison.answer.links.forEach((link, index) => {
    for (const span of side === "a" ? link.marks_a : link.marks_b) {
      if (span.in !== "title") marks.push({ ...units(span), fact: points.length + index });
    }
  });
  return marks;
}

export function layOutSide(comparison: Comparison, side: Side): LaidText {
  const { text } = comparison.answer[side];
  const points = comparison.points(side).length;
  const offsets = new CodePoints(text);
  const units = ({ begin, end }: Range) => ({ begin: offsets.toUnits(begin), end: Math.min(text.length, offsets.toUnits(end)) });
  const layout = layoutMarks(text).map(({ begin, end, kind }) => ({ begin, end, fact: kind === "mark" ? layoutMark : struckWords }));
  const marks = sortMarks([...marksOf(comparison, side, units), ...layout]);
  const opened = new Set<number>();
  const piece = (begin: number, end: number, facts: number[]): Piece => {
    const over = facts.filter((fact) => fact >= 0 && fact < points);
    const opens = over.filter((fact) => !opened.has(fact));
    for (const fact of opens) opened.add(fact);
    return {
      begin,
      words: text.slice(begin, end),
      points: over,
      differs: facts.filter((fact) => fact >= points).map((fact) => fact - points),
      opens,
      layout: facts.includes(layoutMark),
      struck: facts.includes(struckWords),
    };
  };
  // Marks are sorted by their beginnings; those that ended before a paragraph are passed over once for all.
  let first = 0;
  let furthest = 0;
  const laid = paragraphs(text).map((block) => {
    while (first < marks.length && Math.max(furthest, marks[first]!.end) <= block.begin) furthest = Math.max(furthest, marks[first++]!.end);
    return segmentsOf(block.begin, block.end, marks, first).map(({ begin, end, facts }) => piece(begin, end, facts));
  });
  const unplaced = comparison.points(side).map((_, index) => index).filter((index) => !opened.has(index));
  return { paragraphs: laid, unplaced };
}
