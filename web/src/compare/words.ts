/** What a point is said to be, in a line. */
import { sayList } from "../format";
import { nameOf, strings as shared } from "../strings";
import { strings } from "../strings/compare";
import type { Range, Span } from "../types";
import type { ComparedPoint } from "./answer";
import { labelOf, type Comparison, type Place } from "./comparison";

/** "Raised, Joseph Biden: Russian forces near Ukraine". */
export function sayPoint(point: ComparedPoint): string {
  const what = point.act ? nameOf(shared.names.act, point.act) : nameOf(strings.kind, point.kind);
  const whose = [what, point.negated ? strings.negated : "", sayList(point.holders)].filter(Boolean).join(", ");
  return point.topic ? `${whose}: ${nameOf({}, point.topic)}` : whose;
}

/** For those who hear the page: which point, what it is, and what became of it. */
export function sayPlace(comparison: Comparison, place: Place): string {
  const links = comparison.linksOf(place);
  const found = links.map((link) => `${strings.relation[comparison.answer.links[link]!.relation]} ${labelOf(comparison.counterpart(link, place.side))}`);
  return `${labelOf(place)}: ${sayPoint(comparison.point(place))}; ${found.join(", ") || strings.relation.alone}`;
}

/** The words of a point, and which ranges of them some spans of its text are. */
export function wordsOf(comparison: Comparison, { side, index }: Place): { text: string; within: (spans: Span[]) => Range[] } {
  const { begin, end, in: part } = comparison.point({ side, index });
  return {
    text: comparison.wordsAt(side, { begin, end, ...(part ? { in: part } : {}) }),
    within: (spans) =>
      spans
        .filter((span) => (span.in ?? "text") === (part ?? "text") && span.end > begin && span.begin < end)
        .map((span) => ({ begin: Math.max(0, span.begin - begin), end: Math.min(end, span.end) - begin })),
  };
}
