/** Where passages stand on the page, and bringing them to sight. The shorter text stays beside the longer as one reads. */
import type { Edge } from "./ribbons";
import type { Place } from "./comparison";
import type { Side } from "./answer";

const barHeight = 140;

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

// The pieces of a column stay the same for as long as it stands; they are gathered once.
const gathered = new WeakMap<HTMLElement, Map<number, HTMLElement[]>>();

function piecesIn(column: HTMLElement): Map<number, HTMLElement[]> {
  const known = gathered.get(column);
  if (known) return known;
  const grouped = new Map<number, HTMLElement[]>();
  for (const piece of column.querySelectorAll<HTMLElement>("[data-points]")) {
    for (const name of piece.dataset["points"]!.split(" ")) {
      const pieces = grouped.get(Number(name)) ?? [];
      pieces.push(piece);
      grouped.set(Number(name), pieces);
    }
  }
  gathered.set(column, grouped);
  return grouped;
}

/** The edges of points of a side in the window; those scrolled out of a column of their own lie at its rim. */
export function edgesOf(root: HTMLElement, side: Side, points: Iterable<number>): Map<number, Edge> {
  const column = columnOf(root, side);
  const result = new Map<number, Edge>();
  if (!column) return result;
  const grouped = piecesIn(column);
  const box = column.getBoundingClientRect();
  const within = (y: number) => Math.min(box.bottom, Math.max(box.top, y));
  for (const index of points) {
    const edge = edgeOf(grouped.get(index) ?? []);
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
  // Below, the bar that tells of the point lies over the text.
  const below = Math.min(box.bottom, innerHeight - barHeight);
  if (top < box.top + 48 || bottom > below) column.scrollTop += (top + bottom) / 2 - (box.top + below) / 2;
}
