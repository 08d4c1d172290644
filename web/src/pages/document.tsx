/** One document: the text as published beside the facts read in it, each lighting the other. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { DocumentHead } from "../components/document-head";
import { FactPanel, few, unmarked } from "../components/fact-panel";
import { PassageBar } from "../components/passage-bar";
import { PublishedText } from "../components/published-text";
import { Failed, Loading } from "../components/state";
import { useCountries } from "../countries";
import { Facts, groups, type Fact, type Group, type UnitSpan } from "../facts/facts";
import { layOut } from "../facts/layout";
import { Lights, selectedSpan } from "../facts/lights";
import { useKeys } from "../keys";
import { navigate } from "../router";
import { strings } from "../strings";
import { factHash, readHash } from "../text/passage";
import type { RecordedDocument } from "../types";

type View = "text" | "facts";

const marksKey = "chancery.marks";

function keptMarks(): Set<Group> {
  try {
    const kept = localStorage.getItem(marksKey);
    if (kept !== null) return new Set(kept.split(",").filter((name): name is Group => (groups as string[]).includes(name)));
  } catch {
    // Nothing kept: the usual marks.
  }
  return new Set(groups.filter((group) => !unmarked.includes(group)));
}

function toggled<T>(set: ReadonlySet<T>, value: T): Set<T> {
  const result = new Set(set);
  if (!result.delete(value)) result.add(value);
  return result;
}

/** Facts with words in the text, in the order in which a reader meets them. */
function readingOrder(facts: Facts, marked: ReadonlySet<Group>): Fact[] {
  const place = (fact: Fact) => (fact.spans[0]!.part === "title" ? -1 : fact.spans[0]!.begin);
  return facts.list.filter((fact) => fact.spans.length > 0 && marked.has(fact.group)).sort((a, b) => place(a) - place(b) || a.index - b.index);
}

function isSeen(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

/** Far jumps over paragraphs not yet laid out land only roughly the first time. */
function bringToSight(element: HTMLElement): void {
  element.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => element.scrollIntoView({ block: "center" }));
}

function Reader({ document: shown, hash }: { document: RecordedDocument; hash: string }) {
  const { nameOf: country } = useCountries();
  const facts = useMemo(() => new Facts(shown.analysis, country), [shown, country]);
  const laid = useMemo(() => layOut(facts), [facts]);
  const root = useRef<HTMLDivElement>(null);
  const lights = useRef<Lights | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<Group>>(keptMarks);
  const [whole, setWhole] = useState<ReadonlySet<Group>>(new Set());
  const [view, setView] = useState<View>("text");
  const [selected, setSelected] = useState<UnitSpan | null>(null);
  const [held, setHeld] = useState<Fact | null>(null);
  const [missing, setMissing] = useState(false);

  const hold = (fact: Fact | null) => {
    lights.current?.hold(fact?.index ?? null);
    setHeld(fact);
  };
  const showWords = (fact: Fact) => {
    const piece = lights.current?.firstPiece(fact);
    if (piece && isSeen(piece)) bringToSight(piece);
  };
  /** Makes sure that the panel holds the card, however long its list is, and brings it to sight within the panel. */
  const showCard = (fact: Fact, focus: boolean) => {
    const find = () => root.current?.querySelector<HTMLElement>(`[data-fact="${fact.index}"]`);
    const act = () => {
      lights.current?.refresh();
      const card = find();
      if (!card || !isSeen(card)) return;
      if (focus) card.querySelector<HTMLElement>("[data-hold]")?.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
    };
    if (!whole.has(fact.group) && facts.of(fact.group).indexOf(fact) >= few) {
      setWhole((before) => new Set(before).add(fact.group));
      requestAnimationFrame(() => requestAnimationFrame(act));
    } else {
      act();
    }
  };

  useEffect(() => {
    lights.current = new Lights(root.current!);
    return () => void lights.current?.markPassage(null);
  }, [facts]);
  useEffect(() => lights.current?.refresh(), [whole, facts]);

  useEffect(() => {
    const target = readHash(hash);
    lights.current?.markPassage(null);
    setMissing(false);
    if (target?.kind === "fact") {
      const fact = facts.byId(target.id);
      if (!fact) return setMissing(true);
      setView("text");
      hold(fact);
      requestAnimationFrame(() => {
        showCard(fact, false);
        showWords(fact);
      });
    } else if (target?.kind === "passage") {
      const span = facts.toUnits(target.span);
      const element = lights.current?.markPassage(span);
      if (!element) return setMissing(true);
      setView("text");
      requestAnimationFrame(() => bringToSight(element));
    }
  }, [hash, facts]);

  useEffect(() => {
    const onSelection = () => setSelected(root.current ? selectedSpan(root.current) : null);
    document.addEventListener("selectionchange", onSelection);
    return () => document.removeEventListener("selectionchange", onSelection);
  }, []);

  const factAt = (target: EventTarget | null): number[] => {
    const element = target instanceof Element ? target : null;
    const card = element?.closest<HTMLElement>("[data-fact]");
    if (card) return [Number(card.dataset["fact"])];
    const piece = element?.closest<HTMLElement>("[data-f]");
    return piece ? (piece.dataset["f"] ?? "").split(" ").map(Number) : [];
  };
  const onClick = (event: MouseEvent) => {
    const element = event.target instanceof Element ? event.target : null;
    const link = element?.closest<HTMLElement>("[data-hold]");
    if (link) {
      // The same fact again: its words come back to sight although the address does not change.
      const fact = facts.list[Number(link.dataset["hold"])]!;
      setView("text");
      if (location.hash === factHash(fact.id)) requestAnimationFrame(() => showWords(fact));
      return;
    }
    if (!element?.closest("[data-b]") || !getSelection()?.isCollapsed) return;
    const over = factAt(element);
    if (over.length === 0) return hold(null);
    // Innermost first; each further click goes one outward.
    const now = held ? over.indexOf(held.index) : -1;
    const next = facts.list[over[now > 0 ? now - 1 : over.length - 1]!]!;
    hold(next);
    showCard(next, false);
  };
  const walk = (by: 1 | -1) => {
    const order = readingOrder(facts, marked);
    if (order.length === 0) return false;
    const now = held ? order.indexOf(held) : -1;
    const next = order[now < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, now + by))]!;
    hold(next);
    showCard(next, true);
    showWords(next);
    return true;
  };
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    Escape: () => {
      if (selected) getSelection()?.removeAllRanges();
      else if (held) {
        hold(null);
        (document.activeElement as HTMLElement | null)?.blur();
        if (location.hash) navigate(location.pathname + location.search, { replace: true });
      } else return false;
      return true;
    },
  });
  const mark = (group: Group) => {
    const next = toggled(marked, group);
    setMarked(next);
    try {
      localStorage.setItem(marksKey, [...next].join(","));
    } catch {
      // The choice holds until the page is left.
    }
  };
  // The same element as before is not compared again: pointing and selecting must not walk a long transcript.
  const text = useMemo(() => <PublishedText facts={facts} sections={laid.sections} />, [facts, laid]);
  const panel = useMemo(
    () => <FactPanel document={shown} facts={facts} whole={whole} marked={marked} onWhole={(group) => setWhole((before) => toggled(before, group))} onMark={mark} />,
    [shown, facts, whole, marked],
  );
  const shows = [...marked].map((group) => `show-${group}`).join(" ");
  return (
    <div
      ref={root}
      class={`document view-${view} ${shows}`}
      onPointerOver={(event) => {
        const over = factAt(event.target);
        lights.current?.point(over.length > 0 ? over[over.length - 1]! : null);
      }}
      onPointerLeave={() => lights.current?.point(null)}
      onFocusIn={(event) => {
        const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-hold]") : null;
        const fact = link ? facts.list[Number(link.dataset["hold"])] : undefined;
        if (!fact || fact === held) return;
        hold(fact);
        if (link!.matches(":focus-visible")) showWords(fact);
      }}
      onClick={onClick}
    >
      <article class="text-side">
        <DocumentHead document={shown} facts={facts} title={laid.title} />
        {missing ? <p class="missing" role="status">{strings.document.missingFact}</p> : null}
        <div class="view-switch" role="group" aria-label={strings.document.view}>
          <button type="button" aria-pressed={view === "text"} onClick={() => setView("text")}>
            {strings.document.text}
          </button>
          <button type="button" aria-pressed={view === "facts"} onClick={() => setView("facts")}>
            {strings.document.facts} {strings.number(facts.list.length)}
          </button>
        </div>
        {text}
      </article>
      <aside class="facts-side" aria-label={strings.document.facts} tabIndex={0}>
        {panel}
      </aside>
      <PassageBar
        document={shown}
        facts={facts}
        selected={selected}
        held={held}
        onShowFact={() => {
          setView("facts");
          if (held) requestAnimationFrame(() => showCard(held, true));
        }}
        onClose={() => {
          getSelection()?.removeAllRanges();
          hold(null);
        }}
      />
    </div>
  );
}

export function DocumentPage({ id, version, hash }: { id: string; version: string | null; hash: string }) {
  const { value, error, again } = useAnswer(paths.document(id, version), (signal) => api.document(id, version, signal));
  useEffect(() => {
    if (value) document.title = `${value.title ?? strings.untitled} · ${strings.name}`;
  }, [value]);
  if (error) return <Failed error={error} again={again} missing={strings.error.missing} heading />;
  if (!value) return <Loading />;
  return <Reader key={`${value.id} ${value.version}`} document={value} hash={hash} />;
}
