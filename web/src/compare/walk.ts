/** What a reader does with a comparison: holding a point, going to its counterparts, seeing the nearest candidate. */
import { useEffect, useRef, useState } from "preact/hooks";

import { useKeys } from "../keys";
import { otherSide } from "./answer";
import { samePlace, type Comparison, type Place } from "./comparison";
import { bringToSight, columnOf, piecesOf, scrollsAlone, tagOf } from "./sight";

export type View = "texts" | "list";

/** A point that was left for one of its counterparts. */
interface Jump {
  from: Place;
  at: number;
  to: Place;
}

function light(root: HTMLElement, comparison: Comparison, held: Place | null, candidate: Place | null): void {
  for (const lit of root.querySelectorAll(".held, .lit, .near")) lit.classList.remove("held", "lit", "near");
  root.classList.toggle("has-held", held !== null);
  if (!held) return;
  for (const piece of piecesOf(root, held)) piece.classList.add("held");
  for (const link of comparison.linksOf(held)) {
    for (const piece of piecesOf(root, comparison.counterpart(link, held.side))) piece.classList.add("lit");
    root.querySelector(`[data-link="${link}"]`)?.classList.add("lit");
  }
  if (candidate) for (const piece of piecesOf(root, candidate)) piece.classList.add("near");
}

/** As the page is scrolled, a shorter text that does not fit into the window goes along in proportion. */
function useGoingAlong(root: { current: HTMLElement | null }, on: boolean): { settle: () => void } {
  const before = useRef(0);
  useEffect(() => {
    before.current = scrollY;
    const onScroll = () => {
      const by = scrollY - before.current;
      before.current = scrollY;
      const short = root.current?.querySelector<HTMLElement>(".col.short");
      if (!on || !short || !scrollsAlone(short)) return;
      const way = Math.max(1, (short.parentElement?.clientHeight ?? 0) - short.clientHeight);
      short.scrollTop += (by * (short.scrollHeight - short.clientHeight)) / way;
    };
    addEventListener("scroll", onScroll, { passive: true });
    return () => removeEventListener("scroll", onScroll);
  }, [on]);
  return { settle: () => (before.current = scrollY) };
}

export function useWalk(comparison: Comparison, view: View, showTexts: () => void) {
  const root = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Place | null>(null);
  const [candidate, setCandidate] = useState<Place | null>(null);
  const [marks, setMarks] = useState(true);
  const jump = useRef<Jump | null>(null);
  const { settle } = useGoingAlong(root, view === "texts");

  useEffect(() => {
    if (root.current) light(root.current, comparison, held, candidate);
  });

  const show = (place: Place, beside: Place | undefined) => {
    const box = root.current;
    if (!box) return;
    // The text that goes with the page first: it moves the other.
    const both = (beside ? [place, beside] : [place]).sort((one, other) => Number(short(one)) - Number(short(other)));
    for (const one of both) bringToSight(box, one, short(one) || (beside === one && !short(place)) ? "nearest" : "center");
    settle();
    tagOf(box, place)?.focus({ preventScroll: true });
  };
  const short = (place: Place) => Boolean(root.current && columnOf(root.current, place.side)?.classList.contains("short"));
  const hold = (place: Place | null, { move = true, beside }: { move?: boolean; beside?: Place } = {}) => {
    setHeld(place);
    setCandidate(null);
    if (!place || !move) return;
    const links = comparison.linksOf(place);
    const other = beside ?? (links.length > 0 ? comparison.counterpart(links[0]!, place.side) : undefined);
    requestAnimationFrame(() => show(place, other));
  };
  const walk = (by: 1 | -1): boolean => {
    if (view !== "texts") return false;
    const side = held?.side ?? "a";
    const count = comparison.points(side).length;
    if (count === 0) return false;
    const next = held ? Math.min(count - 1, Math.max(0, held.index + by)) : by > 0 ? 0 : count - 1;
    jump.current = null;
    hold({ side, index: next });
    return true;
  };
  /** To the first counterpart; from there to the next of the point that one came from, and after the last back to it. */
  const toCounterpart = (): boolean => {
    if (!held || view !== "texts") return false;
    const back = samePlace(jump.current?.to ?? null, held) ? jump.current : null;
    const from = back?.from ?? held;
    const at = back ? back.at + 1 : 0;
    const links = comparison.linksOf(from);
    const link = links[at];
    if (link === undefined) {
      jump.current = null;
      if (back) hold(from, { beside: held });
      return Boolean(back);
    }
    const to = comparison.counterpart(link, from.side);
    jump.current = { from, at, to };
    hold(to, { beside: from });
    return true;
  };
  const toNearest = (): boolean => {
    const near = held && comparison.linksOf(held).length === 0 ? comparison.nearestOf(held) : undefined;
    if (!held || !near || view !== "texts") return false;
    const place = { side: otherSide(held.side), index: near.candidate };
    setCandidate(place);
    if (root.current) bringToSight(root.current, place, short(place) ? "nearest" : "center");
    settle();
    return true;
  };
  const letGo = (): boolean => {
    if (!held) return false;
    hold(null);
    (document.activeElement as HTMLElement | null)?.blur();
    return true;
  };
  /** From the list into the texts. */
  const open = (place: Place) => {
    showTexts();
    requestAnimationFrame(() => hold(place));
  };
  useKeys({ j: () => walk(1), k: () => walk(-1), o: toCounterpart, n: toNearest, m: () => setMarks((on) => !on), Escape: letGo });
  return { root, held, candidate, marks, setMarks, hold, toCounterpart, toNearest, open };
}
