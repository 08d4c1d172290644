/** Cutting a text where facts begin and end, so that each piece knows the facts that lie over it. Offsets are UTF-16 units. */

export interface Mark {
  begin: number;
  end: number;
  /** Which fact the mark belongs to, an index of the caller's. */
  fact: number;
}

export interface Segment {
  begin: number;
  end: number;
  /** Facts over this piece, the longest first, so that the last is the innermost. */
  facts: number[];
}

/** Marks sorted by begin, the longer first: the order `segmentsOf` wants. Empty marks are dropped. */
export function sortMarks(marks: Mark[]): Mark[] {
  return marks.filter((mark) => mark.end > mark.begin).sort((a, b) => a.begin - b.begin || b.end - a.end);
}

/**
 * The pieces of [begin, end), in order and without gaps. `sorted` may hold marks outside of it.
 *
 * segmentsOf(0, 9, [{0,5,A}, {3,7,B}]) => [0,3 A] [3,5 A B] [5,7 B] [7,9]
 */
export function segmentsOf(begin: number, end: number, sorted: Mark[], first = 0): Segment[] {
  const inside: Mark[] = [];
  for (let i = first; i < sorted.length; ++i) {
    const mark = sorted[i]!;
    if (mark.begin >= end) break;
    if (mark.end > begin) inside.push(mark);
  }
  const cuts = new Set<number>([begin, end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.begin, begin));
    cuts.add(Math.min(mark.end, end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let next = 0;
  let open: Mark[] = [];
  for (let i = 0; i + 1 < places.length; ++i) {
    const at = places[i]!;
    open = open.filter((mark) => mark.end > at);
    for (; next < inside.length && inside[next]!.begin <= at; ++next) open.push(inside[next]!);
    const over = [...open].sort((a, b) => b.end - b.begin - (a.end - a.begin));
    segments.push({ begin: at, end: places[i + 1]!, facts: [...new Set(over.map((mark) => mark.fact))] });
  }
  return segments;
}
