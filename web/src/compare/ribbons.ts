/** The shapes of ribbons: bands between a passage on the left and one on the right. Pure functions of pixels. */

/** The upper and lower edge of a passage. */
export interface Edge {
  top: number;
  bottom: number;
}

const thinnest = 4;

function thickened({ top, bottom }: Edge): Edge {
  const lack = Math.max(0, thinnest - (bottom - top)) / 2;
  return { top: top - lack, bottom: bottom + lack };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A closed band across `width`, level where it meets the texts. */
export function band(left: Edge, right: Edge, width: number): string {
  const [a, b] = [thickened(left), thickened(right)];
  const bend = round(width / 2);
  const over = `C${bend},${round(a.top)} ${bend},${round(b.top)} ${width},${round(b.top)}`;
  const back = `C${bend},${round(b.bottom)} ${bend},${round(a.bottom)} 0,${round(a.bottom)}`;
  return `M0,${round(a.top)} ${over} L${width},${round(b.bottom)} ${back}Z`;
}

/** The middle of a band, where its label stands. */
export function middle(left: Edge, right: Edge): number {
  return (left.top + left.bottom + right.top + right.bottom) / 4;
}

/** Places as near as can be to those wished for, at least `gap` apart, in the same order. */
export function spread(wished: number[], gap: number): number[] {
  const order = wished.map((at, index) => ({ at, index })).sort((one, other) => one.at - other.at || one.index - other.index);
  // Groups that touch are laid out around their common middle; two groups that come to touch become one.
  const groups: { sum: number; count: number }[] = [];
  const begin = (group: { sum: number; count: number }) => group.sum / group.count - ((group.count - 1) * gap) / 2;
  for (const { at } of order) {
    groups.push({ sum: at, count: 1 });
    for (let last = groups.length - 1; last > 0; --last) {
      const [before, after] = [groups[last - 1]!, groups[last]!];
      if (begin(before) + before.count * gap <= begin(after)) break;
      groups.splice(last - 1, 2, { sum: before.sum + after.sum, count: before.count + after.count });
    }
  }
  const result = new Array<number>(wished.length);
  let next = 0;
  for (const group of groups) for (let i = 0; i < group.count; ++i) result[order[next++]!.index] = begin(group) + i * gap;
  return result;
}
