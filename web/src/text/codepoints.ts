/**
 * Between the contract's offsets (Unicode code points) and those of JavaScript strings (UTF-16 units).
 *
 * "a𝄞b": code points 0 1 2, units 0 1 3. A unit offset inside a pair counts as the beginning of its character.
 */
export class CodePoints {
  /** Code point offsets of the characters that take two units, ascending. */
  private readonly wide: number[] = [];
  /** Length in code points. */
  readonly length: number;

  constructor(text: string) {
    for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) this.wide.push(match.index - this.wide.length);
    this.length = text.length - this.wide.length;
  }

  toUnits(offset: number): number {
    return offset + this.countBelow((wide) => wide < offset);
  }

  toCodePoints(unit: number): number {
    return unit - this.countBelow((wide, index) => wide + index < unit);
  }

  /** How many of the wide characters, from the first on, satisfy a condition that holds up to some point. */
  private countBelow(holds: (wide: number, index: number) => boolean): number {
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.wide[middle]!, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
