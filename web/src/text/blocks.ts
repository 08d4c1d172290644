/** The paragraphs of a text as published, and which of them are a speaker's turn. Offsets are UTF-16 units. */

export interface Turn {
  begin: number;
  end: number;
  /** The label before it ("PRESIDENT BIDEN"), where it stands in the text. */
  label?: { begin: number; end: number };
  fact: number;
}

export interface Block {
  begin: number;
  end: number;
}

/** Paragraphs in a row that belong to one speaker's turn, or to none. */
export interface Section {
  turn: Turn | null;
  blocks: Block[];
}

/** Paragraphs, without the blank lines between them. */
export function paragraphs(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, next);
    const words = line.trimEnd();
    if (words.trimStart() === "") {
      open = null;
    } else {
      if (!open) {
        open = { begin: at + (line.length - line.trimStart().length), end: 0 };
        blocks.push(open);
      }
      open.end = at + words.length;
    }
    at = next;
  }
  return blocks;
}

/** A turn begins with its label where nothing but punctuation stands between the two. */
function beginOf(turn: Turn, text: string): number {
  if (!turn.label || turn.label.begin >= turn.begin) return turn.begin;
  const between = text.slice(turn.label.end, turn.begin);
  return /^[\s:.\-–—*_)\]]*$/.test(between) ? turn.label.begin : turn.begin;
}

/** Opening quotes, dashes and the like belong to the turn that they open, closing ones to the turn that they end. */
function widen(turn: Turn, text: string): { begin: number; end: number } {
  let begin = beginOf(turn, text);
  while (begin > 0 && /[-–—"“«„'‘*_ \t]/.test(text[begin - 1]!)) --begin;
  while (begin < turn.begin && /\s/.test(text[begin]!)) ++begin;
  let end = turn.end;
  while (end < text.length && /["”»’'*_.]/.test(text[end]!)) ++end;
  return { begin, end };
}

/** Sections in the order of the text. A paragraph that holds several turns is cut where they begin and end. */
export function sections(text: string, turns: Turn[]): Section[] {
  const ordered = [...turns].sort((a, b) => a.begin - b.begin);
  const bounds = ordered.map((turn) => ({ turn, ...widen(turn, text) }));
  const result: Section[] = [];
  let next = 0;
  const put = (turn: Turn | null, begin: number, end: number) => {
    while (begin < end && /\s/.test(text[begin]!)) ++begin;
    while (end > begin && /\s/.test(text[end - 1]!)) --end;
    if (begin >= end) return;
    const last = result[result.length - 1];
    if (last && last.turn === turn) last.blocks.push({ begin, end });
    else result.push({ turn, blocks: [{ begin, end }] });
  };
  for (const block of paragraphs(text)) {
    let at = block.begin;
    while (next < bounds.length && bounds[next]!.end <= at) ++next;
    for (let i = next; i < bounds.length && bounds[i]!.begin < block.end; ++i) {
      const { turn, begin, end } = bounds[i]!;
      if (end <= at) continue;
      put(null, at, Math.max(at, begin));
      const from = Math.max(at, begin);
      const to = Math.min(block.end, end);
      put(turn, from, to);
      at = Math.max(at, to);
    }
    put(null, at, block.end);
  }
  return result;
}
