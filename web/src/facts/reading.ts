/**
 * What a reader does with a document's facts: pointing, holding, walking from one to the next, and following the
 * address. Facts and words light each other; the lights themselves are in lights.ts.
 */
import { useEffect, useRef, useState } from "preact/hooks";

import { useKeys } from "../keys";
import { navigate } from "../router";
import { factHash, readHash } from "../text/passage";
import type { Fact, Group, UnitSpan } from "./fact";
import type { Facts } from "./facts";
import { Folds, goToTurn, toggleFold, unfold } from "./folds";
import { Lights, selectedSpan } from "./lights";
import { openTurns } from "./statements";

/** How many cards of a group the panel shows until asked for all. */
export const few = 8;

export type View = "text" | "facts";
export type Reading = ReturnType<typeof useReading>;

function isSeen(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

/** Far jumps over paragraphs not yet laid out land only roughly the first time. */
function bringToSight(element: HTMLElement): void {
  unfold(element);
  element.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => element.scrollIntoView({ block: "center" }));
}

/** Facts with words in the text, in the order in which a reader meets them. */
export function readingOrder(facts: Facts, marked: ReadonlySet<Group>, passed: ReadonlySet<number> | null): Fact[] {
  const place = (fact: Fact) => (fact.spans[0]!.part === "title" ? -1 : fact.spans[0]!.begin);
  return facts.list
    .filter((fact) => fact.spans.length > 0 && marked.has(fact.group) && (!passed || fact.group !== "statement" || passed.has(fact.index)))
    .sort((a, b) => place(a) - place(b) || a.index - b.index);
}

/** The facts under the pointer: of a card, or over a piece of the text with the innermost last. */
function factsAt(target: EventTarget | null): number[] {
  const element = target instanceof Element ? target : null;
  const card = element?.closest<HTMLElement>("[data-fact]");
  if (card) return [Number(card.dataset["fact"])];
  const piece = element?.closest<HTMLElement>("[data-f]");
  return piece ? (piece.dataset["f"] ?? "").split(" ").map(Number) : [];
}

function linkAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-hold]") : null;
}

/** What is selected of the document's words, as it changes. */
function useSelection(root: { current: HTMLElement | null }): UnitSpan | null {
  const [selected, setSelected] = useState<UnitSpan | null>(null);
  useEffect(() => {
    const onSelection = () => setSelected(root.current ? selectedSpan(root.current) : null);
    document.addEventListener("selectionchange", onSelection);
    return () => document.removeEventListener("selectionchange", onSelection);
  }, []);
  return selected;
}

export function useReading(facts: Facts, hash: string, marked: ReadonlySet<Group>, passed: ReadonlySet<number> | null) {
  const root = useRef<HTMLDivElement>(null);
  const folds = useRef<Folds | null>(null);
  const lights = useRef<Lights | null>(null);
  const [whole, setWhole] = useState<ReadonlySet<Group>>(new Set());
  const [view, setView] = useState<View>("text");
  const [held, setHeld] = useState<Fact | null>(null);
  const [missing, setMissing] = useState(false);
  const followed = useRef<string | null>(null);
  const taken = useRef<string | null>(null);
  const selected = useSelection(root);

  const hold = (fact: Fact | null) => {
    lights.current?.hold(fact?.index ?? null);
    setHeld(fact);
  };
  const showWords = (fact: Fact) => {
    const piece = lights.current?.firstPiece(fact);
    if (!piece) return;
    unfold(piece);
    if (isSeen(piece)) bringToSight(piece);
  };
  /** Makes sure that the panel shows the card, however long its list is, and brings it to sight within the panel. */
  const showCard = (fact: Fact, focus: boolean) => {
    const act = () => {
      lights.current?.refresh();
      const card = root.current?.querySelector<HTMLElement>(`[data-fact="${fact.index}"]`);
      if (!card || !isSeen(card)) return;
      if (focus) card.querySelector<HTMLElement>("[data-hold]")?.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
    };
    if (whole.has(fact.group) || facts.of(fact.group).indexOf(fact) < few) return act();
    setWhole((before) => new Set(before).add(fact.group));
    requestAnimationFrame(() => requestAnimationFrame(act));
  };
  const go = (fact: Fact) => {
    hold(fact);
    showCard(fact, true);
    showWords(fact);
  };
  /** To the next fact or the one before, which is returned. */
  const walk = (by: 1 | -1): Fact | null => {
    const order = readingOrder(facts, marked, passed);
    const now = held ? order.indexOf(held) : -1;
    const next = now < 0 ? order[by > 0 ? 0 : order.length - 1] : order[Math.min(order.length - 1, Math.max(0, now + by))];
    if (!next) return null;
    go(next);
    return next;
  };
  /** Where one goes on once these are gone: the next that stays, else the one before. */
  const after = (fact: Fact, without: ReadonlySet<Fact>): Fact | null => {
    const order = readingOrder(facts, marked, passed).filter((one) => one === fact || !without.has(one));
    const now = order.indexOf(fact);
    return order[now + 1] ?? order[now - 1] ?? null;
  };
  /** Holds a fact if it is there; with `anew` also once the document has been read again. */
  const take = (id: string, anew: boolean) => {
    if (anew) taken.current = id;
    const fact = facts.byId(id);
    if (fact && fact !== held) go(fact);
  };
  const stepTurn = (by: 1 | -1, same?: string): boolean => {
    const turn = folds.current?.step(by, same);
    if (turn) goToTurn(turn);
    return Boolean(turn);
  };
  const letGo = (): boolean => {
    if (selected) {
      getSelection()?.removeAllRanges();
      return true;
    }
    if (!held) return false;
    hold(null);
    (document.activeElement as HTMLElement | null)?.blur();
    if (location.hash) navigate(location.pathname + location.search, { replace: true });
    return true;
  };

  useEffect(() => {
    lights.current = new Lights(root.current!);
    folds.current = new Folds(root.current!);
    return () => void lights.current?.markPassage(null);
  }, [facts]);
  useEffect(() => lights.current?.refresh(), [whole, facts, passed]);
  useEffect(() => {
    folds.current?.show(passed && openTurns(facts, passed));
    folds.current?.mark(passed, (index) => facts.list[index]?.group === "statement");
  }, [facts, passed]);
  // Facts made anew are others: the one held is found again by its id, and the address is not followed a second time.
  useEffect(() => {
    const id = taken.current ?? held?.id;
    taken.current = null;
    if (!id || (held && facts.list[held.index] === held)) return;
    const fact = facts.byId(id) ?? null;
    if (fact) requestAnimationFrame(() => go(fact));
    else hold(null);
  }, [facts]);
  useEffect(() => {
    if (followed.current === hash) return;
    followed.current = hash;
    const target = readHash(hash);
    const span = target?.kind === "passage" ? facts.toUnits(target.span) : null;
    const passage = lights.current?.markPassage(span);
    const fact = target?.kind === "fact" ? facts.byId(target.id) : undefined;
    setMissing(target !== null && !fact && !passage);
    if (fact) hold(fact);
    if (fact || passage) setView("text");
    requestAnimationFrame(() => {
      if (passage) bringToSight(passage);
      if (!fact) return;
      showCard(fact, false);
      showWords(fact);
    });
  }, [hash, facts]);
  useKeys({ j: () => walk(1) !== null, k: () => walk(-1) !== null, n: () => stepTurn(1), p: () => stepTurn(-1), Escape: letGo });

  const onClick = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-fold], [data-turn-by]") : null;
    const turn = button?.closest<HTMLElement>("[data-turn]");
    if (button && turn) {
      if (button.dataset["turnBy"] === undefined) return toggleFold(turn);
      // The step is taken from this turn, wherever the focus is.
      turn.querySelector<HTMLElement>("[data-fold]")?.focus({ preventScroll: true });
      return void stepTurn(button.dataset["turnBy"] === "1" ? 1 : -1, turn.dataset["speaker"]);
    }
    const link = linkAt(event.target);
    if (link) {
      // The same fact again: its words come back to sight although the address does not change.
      const fact = facts.list[Number(link.dataset["hold"])]!;
      setView("text");
      if (location.hash === factHash(fact.id)) requestAnimationFrame(() => showWords(fact));
      return;
    }
    if (!(event.target instanceof Element) || !event.target.closest("[data-b]") || !getSelection()?.isCollapsed) return;
    const over = factsAt(event.target);
    if (over.length === 0) return hold(null);
    // Innermost first; each further click goes one outward.
    const now = held ? over.indexOf(held.index) : -1;
    const next = facts.list[over[now > 0 ? now - 1 : over.length - 1]!]!;
    hold(next);
    showCard(next, false);
  };
  const onFocusIn = (event: FocusEvent) => {
    const link = linkAt(event.target);
    const fact = link ? facts.list[Number(link.dataset["hold"])] : undefined;
    if (!fact || fact === held) return;
    hold(fact);
    if (link!.matches(":focus-visible")) showWords(fact);
  };
  const handlers = {
    onClick,
    onFocusIn,
    onPointerOver: (event: PointerEvent) => lights.current?.point(factsAt(event.target).pop() ?? null),
    onPointerLeave: () => lights.current?.point(null),
  };
  const refresh = () => lights.current?.refresh();
  return { root, handlers, refresh, held, hold, take, after, walk, selected, missing, view, setView, whole, setWhole, showCard };
}
