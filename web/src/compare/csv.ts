/** The links of a comparison as CSV (RFC 4180), one row a link and one a point without counterpart. */
import { csvOf } from "../csv";
import { otherSide, sides, type ComparedPoint, type Side } from "./answer";
import { labelOf, type Comparison, type Place } from "./comparison";

const pointColumns = ["", "_kind", "_act", "_holders", "_topic", "_negated", "_begin", "_end", "_words"];
const columns = [
  "relation", ...sides.flatMap((side) => pointColumns.map((column) => side + column)), "confidence", "why", "name_a", "name_b", "nearest", "similarity",
  "publisher_a", "publisher_b",
];

function pointCells(comparison: Comparison, place: Place | null) {
  if (!place) return pointColumns.map(() => "");
  const point: ComparedPoint = comparison.point(place);
  return [
    labelOf(place), point.kind, point.act, point.holders.join("; "), point.topic, point.negated, point.begin, point.end,
    point.quote.replace(/\s+/g, " ").trim(),
  ];
}

export function linksCsv(comparison: Comparison): string {
  const { answer } = comparison;
  const publishers = [answer.a.publisher, answer.b.publisher];
  const rows = answer.links.map((link) => [
    link.relation, ...pointCells(comparison, { side: "a", index: link.a }), ...pointCells(comparison, { side: "b", index: link.b }),
    link.confidence, link.why.join("; "), link.names.map((one) => one.a.quote).join("; "), link.names.map((one) => one.b.quote).join("; "), "", "", ...publishers,
  ]);
  const alone = (side: Side) =>
    comparison.points(side).flatMap((_, index) => {
      const place = { side, index };
      if (comparison.linksOf(place).length > 0) return [];
      const near = comparison.nearestOf(place);
      const cells = sides.flatMap((one) => pointCells(comparison, one === side ? place : null));
      const candidate = near ? labelOf({ side: otherSide(side), index: near.candidate }) : "";
      return [["none found", ...cells, "", "", "", "", candidate, near?.similarity, ...publishers]];
    });
  return csvOf([columns, ...rows, ...alone("a"), ...alone("b")]);
}
