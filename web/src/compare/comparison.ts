/** A comparison, asked from the side of its points: what became of each. */
import { strings } from "../strings/compare";
import { CodePoints } from "../text/codepoints";
import type { Span } from "../types";
import type { CompareAnswer, ComparedPoint, Link, Nearest, Relation, Side } from "./answer";

/** What became of a point; with several counterparts the gravest counts. */
export type Kind = Relation | "alone";
export const kinds: readonly Kind[] = ["same", "differs", "contradicts", "alone"];

/** A point of one side. */
export interface Place {
  side: Side;
  index: number;
}

const gravity: Record<Relation, number> = { same: 0, differs: 1, contradicts: 2 };

export class Comparison {
  private readonly byPoint: Record<Side, number[][]>;
  private readonly nearest = new Map<string, Nearest>();

  constructor(readonly answer: CompareAnswer) {
    this.byPoint = { a: answer.points_a.map(() => []), b: answer.points_b.map(() => []) };
    answer.links.forEach((link, index) => {
      this.byPoint.a[link.a]?.push(index);
      this.byPoint.b[link.b]?.push(index);
    });
    for (const near of answer.nearest) this.nearest.set(`${near.side}${near.point}`, near);
  }

  points(side: Side): ComparedPoint[] {
    return side === "a" ? this.answer.points_a : this.answer.points_b;
  }

  point({ side, index }: Place): ComparedPoint {
    return this.points(side)[index]!;
  }

  /** Indices of the links that a point has, in the other text's order. */
  linksOf({ side, index }: Place): number[] {
    return this.byPoint[side][index] ?? [];
  }

  /** The other end of a link. */
  counterpart(link: number, side: Side): Place {
    const { a, b } = this.answer.links[link]!;
    return side === "a" ? { side: "b", index: b } : { side: "a", index: a };
  }

  kindOf(place: Place): Kind {
    const relations = this.linksOf(place).map((link) => this.answer.links[link]!.relation);
    return relations.reduce<Kind>((worst, one) => (worst === "alone" || gravity[one] > gravity[worst] ? one : worst), "alone");
  }

  nearestOf({ side, index }: Place): Nearest | undefined {
    return this.nearest.get(`${side}${index}`);
  }

  /** How many links there are of each kind, and points that have none. */
  counts(): Record<Kind, number> {
    const result = { same: 0, differs: 0, contradicts: 0, alone: 0 };
    for (const link of this.answer.links) ++result[link.relation];
    result.alone = [...this.byPoint.a, ...this.byPoint.b].filter((links) => links.length === 0).length;
    return result;
  }

  /** Each pair of names once, in the order of the links. */
  names(): Link["names"] {
    const seen = new Set<string>();
    return this.answer.links.flatMap((link) => link.names).filter(({ a, b }) => !seen.has(`${a.quote}\n${b.quote}`) && seen.add(`${a.quote}\n${b.quote}`));
  }

  /** The words at a span of a side's text or title. */
  wordsAt(side: Side, span: Span): string {
    const text = (span.in === "title" ? this.answer[side].title : this.answer[side].text) ?? "";
    const offsets = new CodePoints(text);
    return text.slice(offsets.toUnits(span.begin), offsets.toUnits(span.end));
  }

  /** Whose account it is. */
  publisher(side: Side): string {
    return this.answer[side].publisher || strings.texts[side];
  }
}

/** "A3": the side's letter and the number of the point in its text. */
export function labelOf({ side, index }: Place): string {
  return `${side.toUpperCase()}${index + 1}`;
}

export const samePlace = (one: Place | null, other: Place | null): boolean => one !== null && other !== null && one.side === other.side && one.index === other.index;
