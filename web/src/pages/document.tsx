/** One document: the text as published beside the facts read in it, each lighting the other. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { CiteContext, CiteDialog, pressCite, type Cited } from "../components/cite";
import { NamesContext } from "../components/correction-words";
import { DocumentHead } from "../components/document-head";
import { FactPanel, unmarked } from "../components/fact-panel";
import { JudgeDesk } from "../components/judge-desk";
import { PassageBar } from "../components/passage-bar";
import { PublishedText } from "../components/published-text";
import { WordingLayer } from "../components/wording";
import { Failed, Loading } from "../components/state";
import { StatementFilters } from "../components/statement-filters";
import { useCountries } from "../countries";
import { groups, type Group } from "../facts/fact";
import { Facts } from "../facts/facts";
import { layOut } from "../facts/layout";
import type { Anew } from "../facts/anew";
import { useJudging } from "../facts/judging";
import { useReading, type View } from "../facts/reading";
import { filterOf, passing, type StatementFilter } from "../facts/statements";
import { useKeys } from "../keys";
import { useMedia } from "../media";
import { strings } from "../strings";
import { readHash } from "../text/passage";
import type { RecordedDocument } from "../types";

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

/** The kinds of facts whose words are marked in the text: the reader's choice, kept in this browser. */
function useMarks(): [ReadonlySet<Group>, (group: Group) => void] {
  const [marked, setMarked] = useState<ReadonlySet<Group>>(keptMarks);
  const toggle = (group: Group) => {
    const next = toggled(marked, group);
    setMarked(next);
    try {
      localStorage.setItem(marksKey, [...next].join(","));
    } catch {
      // The choice holds until the page is left.
    }
  };
  return [marked, toggle];
}

/** What a filter is remembered by: the same values are the same filter. */
function keysOf({ speakers, topics }: StatementFilter): [string, string] {
  return [speakers.join("\n"), topics.join("\n")];
}

/** On a narrow page text and facts take turns. */
function ViewSwitch({ view, count, onChange }: { view: View; count: number; onChange: (view: View) => void }) {
  return (
    <div class="view-switch" role="group" aria-label={strings.document.view}>
      <button type="button" aria-pressed={view === "text"} onClick={() => onChange("text")}>
        {strings.document.text}
      </button>
      <button type="button" aria-pressed={view === "facts"} onClick={() => onChange("facts")}>
        {strings.document.facts} {strings.number(count)}
      </button>
    </div>
  );
}

/** The address asks for what is not there: gone, or rejected and to be found among those. */
function Missing({ document: shown, hash }: { document: RecordedDocument; hash: string }) {
  const target = readHash(hash);
  const rejected = target?.kind === "fact" && shown.rejected?.some((fact) => fact.id === target.id);
  return (
    <p class="missing" role="status">
      {rejected ? strings.corrections.rejected.here : strings.document.missingFact}
    </p>
  );
}

interface ReaderProperties {
  document: RecordedDocument;
  query: URLSearchParams;
  hash: string;
  again: () => void;
  anew: Anew | null;
  setAnew: (anew: Anew | null) => void;
}

function Reader({ document: shown, query, hash, again, anew, setAnew }: ReaderProperties) {
  const { nameOf: country } = useCountries();
  const facts = useMemo(() => new Facts(shown.analysis, country), [shown, country]);
  const laid = useMemo(() => layOut(facts), [facts]);
  const [marked, mark] = useMarks();
  const filter = filterOf(query);
  const passed = useMemo(() => passing(facts, filter), [facts, ...keysOf(filter)]);
  const reading = useReading(facts, hash, marked, passed);
  const { root, handlers, held, hold, selected, missing, view, setView, whole, setWhole, showCard } = reading;
  const judging = useJudging({ document: shown, facts, reading, again, anew, setAnew });
  // A card rendered anew has lost its light.
  useEffect(reading.refresh, [judging.standing, judging.chosen, judging.may]);
  // One desk: at the foot of the panel, or on a narrow page in the bar of the fact held.
  const wide = useMedia("(min-width: 60rem)");

  // The same element as before is not compared again: pointing and selecting must not walk a long transcript.
  const text = useMemo(() => <PublishedText facts={facts} sections={laid.sections} />, [facts, laid]);
  const panel = useMemo(() => {
    const onWhole = (group: Group) => setWhole((before) => toggled(before, group));
    return <FactPanel document={shown} facts={facts} whole={whole} marked={marked} passed={passed} judging={judging} onWhole={onWhole} onMark={mark} />;
  }, [shown, facts, whole, marked, passed, judging.may, judging.standing, judging.chosen, judging.keeping.waiting]);
  const shows = [...marked].map((group) => `show-${group}`).join(" ");
  // Each view of a narrow page keeps the place where it was left; the facts begin at their top.
  const places = useRef<Partial<Record<View, number>>>({});
  const change = (next: View) => {
    places.current[view] = scrollY;
    // The switch sticks to the top; where it belongs is below what stands before it.
    const above = root.current?.querySelector(".view-switch")?.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
    const begin = Math.min(scrollY, above + scrollY);
    setView(next);
    requestAnimationFrame(() => scrollTo(0, places.current[next] ?? begin));
  };
  const showFact = () => {
    setView("facts");
    if (held) requestAnimationFrame(() => showCard(held, true));
  };
  const close = () => {
    getSelection()?.removeAllRanges();
    hold(null);
  };
  const [cited, setCited] = useState<Cited>(undefined);
  useKeys({ q: pressCite });
  return (
    <CiteContext.Provider value={setCited}>
      <NamesContext.Provider value={facts.saysName}>
        <div ref={root} class={`document view-${view} ${shows}`} {...handlers}>
          <article class="text-side">
            <DocumentHead document={shown} facts={facts} title={laid.title} />
            {missing ? <Missing document={shown} hash={hash} /> : null}
            <WordingLayer id={shown.id} text={shown.analysis.text} />
            <StatementFilters facts={facts} query={query} filter={filter} passed={passed} />
            <ViewSwitch view={view} count={facts.list.length} onChange={change} />
            {text}
          </article>
          <aside class="facts-side" aria-label={strings.document.facts} tabIndex={0}>
            {panel}
            {wide ? <JudgeDesk judging={judging} facts={facts} /> : null}
          </aside>
          <PassageBar document={shown} facts={facts} selected={selected} held={held} onShowFact={showFact} onClose={close} open={judging.anew !== null}>
            {wide ? null : <JudgeDesk judging={judging} facts={facts} />}
          </PassageBar>
        </div>
      </NamesContext.Provider>
      {cited !== undefined ? <CiteDialog document={shown} span={cited} onClose={() => setCited(undefined)} /> : null}
    </CiteContext.Provider>
  );
}

interface Properties {
  id: string;
  query: URLSearchParams;
  hash: string;
}

export function DocumentPage({ id, query, hash }: Properties) {
  const version = query.get("version");
  const { value, error, again } = useAnswer(paths.document(id, version), (signal) => api.document(id, version, signal));
  useEffect(() => {
    if (value) document.title = `${value.title ?? strings.untitled} · ${strings.name}`;
  }, [value]);
  // What could not be kept of the document as it was is not lost when it comes in a new version.
  const [anew, setAnew] = useState<Anew | null>(null);
  if (error) return <Failed error={error} again={again} missing={strings.error.missing} heading />;
  if (!value) return <Loading />;
  return <Reader key={`${value.id} ${value.version}`} document={value} query={query} hash={hash} again={again} anew={anew?.before.id === value.id ? anew : null} setAnew={setAnew} />;
}
