/** Two countries or people, or one alone, day by day: the picture, what it comes to, its gaps, and the items. */
import { useEffect, useRef, useState } from "preact/hooks";

import { api, paths, type ApiError } from "../api";
import { useAnswer } from "../answers";
import { encounterName, encounterParties } from "../components/encounter-line";
import { FileLink } from "../components/exports";
import { Legend, Value } from "../components/inferred";
import { Pager } from "../components/pager";
import { Empty, Failed, Loading } from "../components/state";
import { TimelineCoverage, TimelineGaps, TimelineYears } from "../components/timeline-cover";
import { TimelineForm } from "../components/timeline-form";
import { dayOf, TimelineItems } from "../components/timeline-items";
import { timelineKinds } from "../components/timeline-marks";
import { TimelinePicture } from "../components/timeline-picture";
import { sayList, sayTimex } from "../format";
import { addresses, changed, only, withQuery } from "../router";
import { strings } from "../strings";
import type { Known, Timeline as Answer, TimelineItem, TimelineKind, Who } from "../types";

const asked = ["a", "b", "from", "to", "types", "order"];
const perPage = 50;

/** The address of a timeline with somebody else in the place of `side`. */
const instead = (query: URLSearchParams, side: "a" | "b", one: Known) => withQuery("/timeline", changed(query, { [side]: one.country ?? one.person }));

function Choices({ query, side, choices }: { query: URLSearchParams; side: "a" | "b"; choices: Known[] }) {
  return (
    <ul class="choices">
      {choices.map((one) => (
        <li>
          <a href={instead(query, side, one)}>{one.name}</a>
          <span class="note">
            {" "}
            {[one.country ? null : one.acts_for, one.documents === null ? null : strings.count.documents(one.documents)].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Taken({ who, side, query }: { who: Who | null; side: "a" | "b"; query: URLSearchParams }) {
  if (!who || who.others.length === 0) return null;
  return (
    <div class="taken">
      <p>{strings.timeline.taken(who.asked, who.name)}</p>
      <Choices query={query} side={side} choices={who.others} />
    </div>
  );
}

/** Nobody is called as asked: who has a similar name. */
function Nobody({ error, query }: { error: ApiError; query: URLSearchParams }) {
  const side = error.problem?.parameter === "b" ? "b" : "a";
  const choices = error.problem?.suggestions ?? [];
  return (
    <Empty title={strings.timeline.nobody(query.get(side) ?? "")} heading>
      {choices.length > 0 ? (
        <>
          <p>{strings.timeline.meant}</p>
          <Choices query={query} side={side} choices={choices} />
        </>
      ) : null}
    </Empty>
  );
}

function InBrief({ name, item }: { name: string; item: TimelineItem | null }) {
  if (!item?.encounter) return null;
  const day = dayOf(item);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {day ? <Value known={day} short /> : strings.timeline.noDay}
        {" · "}
        <a href={addresses.encounter(item.encounter.id)}>
          {encounterName(item.encounter)}: {encounterParties(item.encounter.participants)}
        </a>
      </dd>
    </div>
  );
}

function Head({ value, query, who }: { value: Answer; query: URLSearchParams; who: string }) {
  const counts = timelineKinds.filter((kind) => value.counts[kind] > 0).map((kind) => strings.timeline.count[kind]!(value.counts[kind]));
  return (
    <header class="sheet-head">
      <p class="source">{strings.timeline.title}</p>
      <h1 tabIndex={-1}>{who}</h1>
      <p class="lead" role="status">
        {counts.length > 0 ? `${sayList(counts)}.` : strings.timeline.none}
      </p>
      <Taken who={value.a} side="a" query={query} />
      <Taken who={value.b} side="b" query={query} />
      <dl class="particulars">
        <InBrief name={strings.timeline.lastMet} item={value.last_met} />
        <InBrief name={strings.timeline.lastSpoke} item={value.last_spoke} />
        <InBrief name={strings.timeline.first} item={value.first} />
      </dl>
    </header>
  );
}

/** A mark of the picture that was chosen: one kind in one month. */
function chosenMark(query: URLSearchParams): { month: string; kind: TimelineKind } | null {
  const [month, kind] = [query.get("month") ?? "", query.get("kind") ?? ""];
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && timelineKinds.includes(kind as TimelineKind) ? { month, kind: kind as TimelineKind } : null;
}

function lastOfMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
}

/** The page of items that is asked for; a chosen mark narrows it. */
function listQuery(query: URLSearchParams): URLSearchParams {
  const mark = chosenMark(query);
  const list = only(query, asked);
  const page = Math.min(20_000, Math.max(1, Math.floor(Number(query.get("page"))) || 1));
  list.set("limit", String(perPage));
  if (page > 1) list.set("offset", String((page - 1) * perPage));
  if (!mark) return list;
  return changed(list, { from: `${mark.month}-01`, to: lastOfMonth(mark.month), types: [mark.kind] });
}

function Items({ query }: { query: URLSearchParams }) {
  const list = listQuery(query);
  const mark = chosenMark(query);
  const [failed, setFailed] = useState(false);
  const { value, error, waiting, again } = useAnswer(paths.timeline(list), (signal) => api.timeline(list, signal));
  const rows = changed(list, { format: "csv", limit: null, offset: null });
  return (
    <section aria-labelledby="items" aria-busy={waiting} class={waiting && value ? "stale" : ""}>
      <h2 id="items">{strings.timeline.items}</h2>
      {mark ? (
        <p class="only-mark">
          {strings.timeline.only(`${strings.timeline.kinds[mark.kind]!.toLowerCase()}, ${sayTimex(mark.month)}`)}{" "}
          <a href={withQuery("/timeline", changed(query, { month: null, kind: null }))}>{strings.timeline.everything}</a>
        </p>
      ) : null}
      {error ? <Failed error={error} again={again} /> : !value ? <Loading /> : null}
      {value && !error ? (
        <>
          <p class="total" role="status">
            {strings.timeline.total(value.total)}
            {value.undated > 0 ? `; ${strings.timeline.undated(value.undated)}` : ""}
          </p>
          {value.total > 0 ? (
            <>
              <TimelineItems timeline={value} />
              <Legend />
              <Pager path="/timeline" query={query} page={value.offset / perPage + 1} limit={perPage} total={value.total} />
              <p class="exports">
                {strings.search.exportLabel}: <FileLink path={paths.timeline(rows)} name="timeline.csv" label={strings.search.csv} onFailure={setFailed} />
                {failed ? <span role="alert"> {strings.error.exportFailed}</span> : null}
              </p>
            </>
          ) : (
            <Empty title={strings.timeline.none}>
              <p>{strings.timeline.noneHint}</p>
            </Empty>
          )}
        </>
      ) : null}
    </section>
  );
}

function Sheet({ value, query }: { value: Answer; query: URLSearchParams }) {
  const who = strings.timeline.of(value.a.name, value.b?.name ?? null);
  const mark = chosenMark(query);
  const any = timelineKinds.some((kind) => value.counts[kind] > 0);
  useEffect(() => {
    document.title = `${who} · ${strings.timeline.title} · ${strings.name}`;
  }, [who]);
  return (
    <>
      <Head value={value} query={query} who={who} />
      {any ? (
        <section aria-labelledby="picture">
          <h2 id="picture">{strings.timeline.picture}</h2>
          <TimelinePicture timeline={value} who={who} query={query} chosen={mark ? `${mark.month} ${mark.kind}` : null} />
        </section>
      ) : null}
      <div class="timeline-sides">
        <TimelineGaps timeline={value} />
        <TimelineCoverage timeline={value} />
      </div>
      <TimelineYears timeline={value} query={query} />
      <Items query={query} />
    </>
  );
}

export function Timeline({ query: given }: { query: URLSearchParams }) {
  const query = only(given, [...asked, "page", "month", "kind"]);
  // What the picture and the counts show does not change with the page, nor with a mark that is chosen.
  const whole = changed(only(query, asked), {});
  whole.set("limit", String(perPage));
  const ready = Boolean(query.get("a"));
  const unfolded = useRef(!ready || matchMedia("(min-width: 48rem)").matches);
  const { value, error, waiting, again } = useAnswer(ready ? paths.timeline(whole) : null, (signal) => api.timeline(whole, signal));
  return (
    <div class="sheet timeline">
      {ready ? null : (
        <header class="sheet-head">
          <h1 tabIndex={-1}>{strings.timeline.title}</h1>
          <p class="lead">{strings.timeline.lead}</p>
        </header>
      )}
      <details class="filters-fold" open={unfolded.current}>
        <summary>{strings.timeline.change}</summary>
        <TimelineForm query={query} />
      </details>
      {!ready ? <Empty title={strings.timeline.choose} /> : null}
      {error ? error.status === 404 ? <Nobody error={error} query={query} /> : <Failed error={error} again={again} heading /> : null}
      {ready && !value && !error ? <Loading /> : null}
      {ready && value && !error ? (
        <div class={waiting ? "stale" : ""} aria-busy={waiting}>
          <Sheet value={value} query={query} />
        </div>
      ) : null}
    </div>
  );
}
