/**
 * Which fact is lit, in the text and in the panel at once. Works on the page's elements by their data attributes
 * (data-f, data-turn, data-fact), so that nothing is rendered anew.
 *
 * A fact is either pointed at, which lasts as long as the pointer stays, or held: focused, clicked or asked for by the
 * address, which lasts until another is held or it is let go.
 */
import type { Fact, UnitSpan } from "./fact";

const highlightName = "passage";

export class Lights {
  private readonly pieces = new Map<number, HTMLElement[]>();
  private held: number | null = null;
  private pointed: number | null = null;
  private litNow: HTMLElement[] = [];
  private heldNow: HTMLElement[] = [];

  constructor(private readonly root: HTMLElement) {
    for (const piece of root.querySelectorAll<HTMLElement>("[data-f]")) {
      for (const index of (piece.dataset["f"] ?? "").split(" ")) this.remember(Number(index), piece);
    }
    for (const turn of root.querySelectorAll<HTMLElement>("[data-turn]")) this.remember(Number(turn.dataset["turn"]), turn);
  }

  private remember(index: number, element: HTMLElement): void {
    const known = this.pieces.get(index);
    if (known) known.push(element);
    else this.pieces.set(index, [element]);
  }

  point(index: number | null): void {
    if (index === this.pointed) return;
    this.pointed = index;
    this.show();
  }

  hold(index: number | null): void {
    this.held = index;
    this.show();
  }

  /** Puts the lights on again where the panel has been rendered anew. */
  refresh(): void {
    this.show();
  }

  private show(): void {
    for (const element of this.litNow) element.classList.remove("lit");
    for (const element of this.heldNow) element.classList.remove("held");
    this.heldNow = this.elementsOf(this.held);
    this.litNow = this.pointed === this.held ? this.heldNow : [...this.heldNow, ...this.elementsOf(this.pointed)];
    for (const element of this.litNow) element.classList.add("lit");
    for (const element of this.heldNow) element.classList.add("held");
  }

  private elementsOf(index: number | null): HTMLElement[] {
    if (index === null) return [];
    const card = this.root.querySelector<HTMLElement>(`[data-fact="${index}"]`);
    return [...(this.pieces.get(index) ?? []), ...(card ? [card] : [])];
  }

  /** The piece with which a fact's words begin. */
  firstPiece(fact: Fact): HTMLElement | null {
    const pieces = this.pieces.get(fact.index) ?? [];
    const first = fact.spans[0];
    if (!first) return pieces[0] ?? null;
    const exact = pieces.find((piece) => piece.dataset["b"] === String(first.begin) && (piece.dataset["part"] ?? "text") === first.part);
    return exact ?? pieces[0] ?? null;
  }

  /** Marks any stretch of words, fact or not. Returns an element to scroll to. */
  markPassage(span: UnitSpan | null): HTMLElement | null {
    CSS.highlights?.delete(highlightName);
    if (!span) return null;
    const range = this.rangeOf(span);
    if (!range) return null;
    if (CSS.highlights) CSS.highlights.set(highlightName, new Highlight(range));
    else getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    return range.startContainer.parentElement;
  }

  private rangeOf(span: UnitSpan): Range | null {
    const selector = span.part === "title" ? '[data-part="title"]' : "[data-b]:not([data-part])";
    const pieces = [...this.root.querySelectorAll<HTMLElement>(selector)];
    const lengthOf = (piece: HTMLElement) => piece.textContent?.length ?? 0;
    const beginOf = (piece: HTMLElement) => Number(piece.dataset["b"]);
    const first = pieces.find((piece) => beginOf(piece) + lengthOf(piece) > span.begin);
    const last = pieces.findLast((piece) => beginOf(piece) < span.end);
    if (!first?.firstChild || !last?.firstChild || beginOf(first) >= span.end) return null;
    const range = document.createRange();
    range.setStart(first.firstChild, Math.max(0, span.begin - beginOf(first)));
    range.setEnd(last.firstChild, Math.min(lengthOf(last), span.end - beginOf(last)));
    return range;
  }
}

/** The offset of a place in the page, when it lies in the text or title. */
function offsetAt(node: Node, offset: number): { unit: number; part: "title" | "text" } | null {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>("[data-b]");
  if (!piece) return null;
  const within = node instanceof Text ? offset : offset > 0 ? (piece.textContent?.length ?? 0) : 0;
  return { unit: Number(piece.dataset["b"]) + within, part: piece.dataset["part"] === "title" ? "title" : "text" };
}

/** What the reader has selected of the text or title; null where it is nothing, or reaches outside. */
export function selectedSpan(root: HTMLElement): UnitSpan | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  let begin = offsetAt(range.startContainer, range.startOffset);
  let end = offsetAt(range.endContainer, range.endOffset);
  if (!begin || !end) {
    const touched = [...root.querySelectorAll<HTMLElement>("[data-b]")].filter((piece) => range.intersectsNode(piece));
    const [first, last] = [touched[0], touched[touched.length - 1]];
    if (first?.firstChild) begin ??= offsetAt(first.firstChild, 0);
    if (last?.firstChild) end ??= offsetAt(last.firstChild, last.textContent?.length ?? 0);
  }
  if (!begin || !end || begin.part !== end.part || begin.unit >= end.unit) return null;
  return { begin: begin.unit, end: end.unit, part: begin.part };
}
