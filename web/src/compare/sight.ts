/** Where passages stand on the page, and bringing them to sight. The shorter text stays beside the longer as one reads. */
import type { Edge } from "./ribbons";
import type { Place } from "./comparison";
import type { Side } from "./answer";

export function columnOf(root: HTMLElement, side: Side): HTMLElement | null {
  return root.querySelector<HTMLElement>(`.col-${side}`);
}

export function piecesOf(root: HTMLElement, { side, index }: Place): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`.col-${side} [data-points~="${index}"]`)];
}

export function tagOf(root: HTMLElement, { side, index }: Place): HTMLElement | null {
  return root.querySelector<HTMLElement>(`.col-${side} [data-tag="${index}"]`);
}

function edgeOf(pieces: HTMLElement[]): Edge | null {
  let edge: Edge | null = null;
  for (const piece of pieces) {
    const { top, bottom, height } = piece.getBoundingClientRect();
    if (height === 0) continue;
    edge = edge ? { top: Math.min(edge.top, top), bottom: Math.max(edge.bottom, bottom) } : { top, bottom };
  }
  return edge;
}

/** The edges of all points of a side in the window; those scrolled out of a column of their own lie at its rim. */
export function edgesOf(root: HTMLElement, side: Side): Map<number, Edge> {
  const column = columnOf(root, side);
  const result = new Map<number, Edge>();
  if (!column) return result;
  const grouped = new Map<number, HTMLElement[]>();
  for (const piece of column.querySelectorAll<HTMLElement>("[data-points]")) {
    for (const name of piece.dataset["points"]!.split(" ")) {
      const index = Number(name);
      const pieces = grouped.get(index) ?? [];
      pieces.push(piece);
      grouped.set(index, pieces);
    }
  }
  const box = column.getBoundingClientRect();
  const within = (y: number) => Math.min(box.bottom, Math.max(box.top, y));
  for (const [index, pieces] of grouped) {
    const edge = edgeOf(pieces);
    if (edge) result.set(index, { top: within(edge.top), bottom: within(edge.bottom) });
  }
  return result;
}

export function scrollsAlone(column: HTMLElement): boolean {
  return column.classList.contains("short") && column.scrollHeight > column.clientHeight + 1 && getComputedStyle(column).overflowY === "auto";
}

/** Scrolls the page, or the column alone where it has a scroll of its own. */
export function bringToSight(root: HTMLElement, place: Place, block: "center" | "nearest" = "center"): void {
  const piece = piecesOf(root, place)[0];
  const column = columnOf(root, place.side);
  if (!piece || !column) return;
  if (!scrollsAlone(column)) return piece.scrollIntoView({ block });
  const box = column.getBoundingClientRect();
  const { top, bottom } = piece.getBoundingClientRect();
  if (top < box.top + 24 || bottom > box.bottom - 24) column.scrollTop += (top + bottom) / 2 - (box.top + box.bottom) / 2;
}
