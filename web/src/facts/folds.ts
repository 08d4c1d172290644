/**
 * Turns folded to their first words, for a reader who follows some speakers or a topic only. Works on the page's elements
 * by data-turn, as the lights do: nothing is rendered anew. Folded words are found by the browser's own search, which
 * opens their turn.
 */
export class Folds {
  private readonly turns: HTMLElement[];

  constructor(private readonly root: HTMLElement) {
    this.turns = [...root.querySelectorAll<HTMLElement>("[data-turn]")];
    for (const turn of this.turns) bodyOf(turn)?.addEventListener("beforematch", () => set(turn, false));
  }

  /** Folds every turn but these; null unfolds all. */
  show(open: ReadonlySet<number> | null): void {
    for (const turn of this.turns) set(turn, open !== null && !open.has(Number(turn.dataset["turn"])));
  }

  /** Marks of statements that a filter leaves out are taken off. */
  mark(passed: ReadonlySet<number> | null, isStatement: (index: number) => boolean): void {
    for (const piece of this.root.querySelectorAll<HTMLElement>(".text-side .m-statement")) {
      const over = (piece.dataset["f"] ?? "").split(" ").map(Number).filter(isStatement);
      piece.classList.toggle("passed-over", passed !== null && !over.some((index) => passed.has(index)));
    }
  }

  /** The turn to go to from where the reader is, folded ones passed over. */
  step(by: 1 | -1, same?: string): HTMLElement | null {
    const open = this.turns.filter((turn) => !turn.classList.contains("folded") && (same === undefined || turn.dataset["speaker"] === same));
    const here = document.activeElement?.closest<HTMLElement>("[data-turn]");
    const line = topOf(this.root) + 4;
    const at = here && isNear(here) ? open.indexOf(here) : -1;
    if (at >= 0) return open[at + by] ?? null;
    const below = open.findIndex((turn) => turn.getBoundingClientRect().top > line);
    if (by > 0) return below < 0 ? null : open[below]!;
    const above = (below < 0 ? open.length : below) - 1;
    const inside = above >= 0 && open[above]!.getBoundingClientRect().top < line - 8;
    return open[inside ? above : above - 1] ?? null;
  }
}

function bodyOf(turn: HTMLElement): HTMLElement | null {
  return turn.querySelector<HTMLElement>(".turn-body");
}

function isNear(turn: HTMLElement): boolean {
  const { top, bottom } = turn.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Where the text begins below what sticks to the top of the page. */
function topOf(root: HTMLElement): number {
  const bar = root.querySelector<HTMLElement>(".view-switch");
  return bar && bar.getClientRects().length > 0 ? bar.offsetHeight : 0;
}

function set(turn: HTMLElement, folded: boolean): void {
  const body = bodyOf(turn);
  if (!body || turn.classList.contains("folded") === folded) return;
  turn.classList.toggle("folded", folded);
  if (folded) body.setAttribute("hidden", "until-found");
  else body.removeAttribute("hidden");
  const name = turn.querySelector<HTMLElement>("button.name");
  name?.setAttribute("aria-expanded", String(!folded));
  if (name) name.tabIndex = folded ? 0 : -1;
}

export function toggleFold(turn: HTMLElement): void {
  set(turn, !turn.classList.contains("folded"));
}

export function unfold(within: Element): void {
  const turn = within.closest<HTMLElement>("[data-turn]");
  if (turn) set(turn, false);
}

/** To the head of a turn, with the focus on its speaker. */
export function goToTurn(turn: HTMLElement): void {
  turn.querySelector<HTMLElement>("button.name")?.focus({ preventScroll: true });
  turn.scrollIntoView({ block: "start" });
  // Far jumps over paragraphs not yet laid out land only roughly the first time.
  requestAnimationFrame(() => turn.scrollIntoView({ block: "start" }));
}
