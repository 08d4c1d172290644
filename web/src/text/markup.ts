/**
 * Marks of layout that releases carry in their text and that are no words: comments, emphasis in asterisks, tags of
 * emphasis and of struck words. They stay where they are, since offsets count them, and are shown as what they mean.
 */

export interface LayoutMark {
  begin: number;
  end: number;
  kind: "mark" | "struck";
}

const pattern = /<!--[^]*?-->|<(\/?)(s|del|strike|b|strong|i|em|u)>|\*\*/gi;
/** Longer than this, a tag was left open. */
const longest = 2000;
const strikes = new Set(["s", "del", "strike"]);

/** In UTF-16 units, by their beginnings. What is struck reaches to the tag that ends it, within its paragraph. */
export function layoutMarks(text: string): LayoutMark[] {
  const marks: LayoutMark[] = [];
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    marks.push({ begin: match.index, end, kind: "mark" });
    const tag = match[2]?.toLowerCase();
    if (!tag || match[1] || !strikes.has(tag)) continue;
    const rest = text.slice(end, end + longest);
    const close = end + rest.search(new RegExp(`</${tag}>`, "i"));
    if (close > end && !/\n\s*\n/.test(text.slice(end, close))) marks.push({ begin: end, end: close, kind: "struck" });
  }
  return marks;
}

/** The words alone, for excerpts in which offsets no longer count. */
export function withoutMarks(text: string): string {
  return text.replace(pattern, "");
}
