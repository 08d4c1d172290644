/** What a point is said to be, in a line. */
import { sayList } from "../format";
import { nameOf, strings as shared } from "../strings";
import { strings } from "../strings-compare";
import { CodePoints } from "../text/codepoints";
import type { Range } from "../types";
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

/** The words of a range of a side's text; as offsets count, so also ranges within them. */
export function wordsOf(comparison: Comparison, { side, index }: Place): { text: string; within: (ranges: Range[]) => Range[] } {
  const { text } = comparison.answer[side];
  const { begin, end } = comparison.point({ side, index });
  const offsets = new CodePoints(text);
  return {
    text: text.slice(offsets.toUnits(begin), offsets.toUnits(end)),
    within: (ranges) => ranges.filter((range) => range.end > begin && range.begin < end).map((range) => ({ begin: Math.max(0, range.begin - begin), end: Math.min(end, range.end) - begin })),
  };
}
