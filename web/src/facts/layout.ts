/** How the text is laid out for reading: sections and paragraphs, cut where facts begin and end. */
import { sections, type Block, type Turn } from "../text/blocks";
import { segmentsOf, sortMarks, type Mark, type Segment } from "../text/segments";
import type { Part } from "../types";
import { layoutMarks } from "../text/markup";
import type { Facts } from "./facts";

/** In the place of a fact's index: marks of layout, and words that were struck. */
export const layoutMark = -1;
export const struckWords = -2;

export interface Paragraph {
  begin: number;
  segments: Segment[];
}

export interface LaidSection {
  /** The statement whose turn it is; null for the publisher's own words. */
  turn: number | null;
  paragraphs: Paragraph[];
}

function marksIn(facts: Facts, part: Part): Mark[] {
  const marks: Mark[] = [];
  for (const fact of facts.list) {
    for (const [index, span] of fact.spans.entries()) {
      // A turn's words are set apart as a section; only its label and cue are marked.
      if (span.part !== part || (fact.turn && index === 0)) continue;
      marks.push({ begin: span.begin, end: span.end, fact: fact.index });
    }
  }
  return sortMarks(marks);
}

function turnsOf(facts: Facts): Turn[] {
  const turns: Turn[] = [];
  for (const statement of facts.analysis.statements) {
    if (statement.mode !== "turn" || statement.parent) continue;
    const span = facts.toUnits(statement);
    const fact = facts.byId(statement.id);
    if (!span || span.part !== "text" || !fact) continue;
    // "PRESIDENT BIDEN:" belongs to the turn; "Welcoming the guests, the President said:" is the publisher's sentence.
    const label = facts.toUnits(statement.cue) ? null : facts.toUnits(statement.speaker_span);
    turns.push({ begin: span.begin, end: span.end, fact: fact.index, ...(label && label.part === "text" ? { label } : {}) });
  }
  return turns;
}

/** The first mark that can reach into a paragraph, so that long texts are not searched from the start each time. */
function firstReaching(marks: Mark[], reach: number[], begin: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reach[middle]! <= begin) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function layOut(facts: Facts): { title: Segment[]; sections: LaidSection[] } {
  const text = facts.analysis.text;
  const layout = layoutMarks(text).map(({ begin, end, kind }) => ({ begin, end, fact: kind === "mark" ? layoutMark : struckWords }));
  const marks = sortMarks([...marksIn(facts, "text"), ...layout]);
  let furthest = 0;
  const reach = marks.map((mark) => (furthest = Math.max(furthest, mark.end)));
  const cut = (block: Block): Paragraph => ({
    begin: block.begin,
    segments: segmentsOf(block.begin, block.end, marks, firstReaching(marks, reach, block.begin)),
  });
  const laid = sections(text, turnsOf(facts)).map((section) => ({
    turn: section.turn?.fact ?? null,
    paragraphs: section.blocks.map(cut),
  }));
  const title = facts.analysis.document.title ?? "";
  return { title: segmentsOf(0, title.length, marksIn(facts, "title")), sections: laid };
}
