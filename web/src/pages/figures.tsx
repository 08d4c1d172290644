/** Figures that were given, of what, about whom and by whom: a list whose filters are the address. */
import { useRef } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { Chips } from "../components/chips";
import { Combobox } from "../components/combobox";
import { DateRange } from "../components/date-range";
import { Exports } from "../components/exports";
import { FigureTable } from "../components/figure-row";
import { Legend } from "../components/inferred";
import { Pager } from "../components/pager";
import { SeriesView } from "../components/series";
import { CountryField, PersonField } from "../components/side-fields";
import { Empty, Failed, Loading } from "../components/state";
import { changed, navigate, only, withQuery } from "../router";
import { strings } from "../strings";
import type { Count, FiguresAnswer, SeriesAnswer } from "../types";

const path = "/figures";
/** Filters that have no field: they come with a link and can be taken off. */
const fromLinks = ["publisher"];
const known = ["view", "indicator", "unit", "speaker", "country", "with", "from", "to", ...fromLinks, "page", "limit"];

function Filters({ query, indicators, units }: { query: URLSearchParams; indicators: Count[]; units: Count[] }) {
  const texts = strings.figures;
  const set = (changes: Record<string, string | null>) => navigate(withQuery(path, changed(query, changes)));
  const value = (name: string) => query.get(name) ?? "";
  const suggest = async (words: string) =>
    indicators
      .filter((one) => one.value?.toLowerCase().includes(words.trim().toLowerCase()))
      .slice(0, 8)
      .map((one) => ({ value: one.value!, label: one.value!, note: strings.number(one.count) }));
  const offered = value("unit") && !units.some((one) => one.value === value("unit")) ? [{ value: value("unit"), count: 0 }, ...units] : units;
  return (
    <form class="ledger-filters" aria-label={texts.filters} onSubmit={(event) => event.preventDefault()}>
      <Combobox label={texts.indicator} hint={texts.indicatorHint} name="indicator" value={value("indicator")} suggest={suggest} listLabel={strings.ledger.matches} onChoose={(indicator) => set({ indicator })} />
      <div class="field">
        <label for="figure-unit">{texts.unit}</label>
        <select id="figure-unit" value={value("unit")} onChange={(event) => set({ unit: event.currentTarget.value })}>
          <option value="">{texts.anyUnit}</option>
          {offered
            .filter((one) => one.value)
            .map((one) => (
              <option value={one.value!}>{`${one.value === "percent" ? strings.facts.percent : one.value} (${strings.number(one.count)})`}</option>
            ))}
        </select>
      </div>
      <PersonField label={texts.speaker} name="speaker" value={value("speaker")} onChoose={(speaker) => set({ speaker })} />
      <CountryField label={texts.country} name="country" value={value("country")} onChoose={(country) => set({ country })} />
      <CountryField label={texts.with} name="with" value={value("with")} onChoose={(other) => set({ with: other })} />
      <DateRange legend={strings.search.dates} from={value("from")} to={value("to")} onChange={(from, to) => set({ from, to })} />
      {[...query.keys()].some((name) => name !== "view") ? (
        <a class="clear" href={withQuery(path, only(query, ["view"]))}>
          {strings.ledger.clear}
        </a>
      ) : null}
    </form>
  );
}

/** The list, or the same figures over time. */
function Ways({ query }: { query: URLSearchParams }) {
  const over = query.get("view") === "series";
  const way = (series: boolean, label: string) => (
    <a href={withQuery(path, changed(query, { view: series ? "series" : null, page: null }))} aria-current={over === series ? "true" : undefined}>
      {label}
    </a>
  );
  return (
    <nav class="scopes" aria-label={strings.series.ways}>
      {way(false, strings.series.list)}
      {way(true, strings.series.overTime)}
    </nav>
  );
}

function List({ query, value }: { query: URLSearchParams; value: FiguresAnswer }) {
  return (
    <>
      <FigureTable figures={value.figures} />
      <Legend />
      <Pager path={path} query={query} page={value.page} limit={value.limit} total={value.total} />
      <Exports what="figures" query={query} />
    </>
  );
}

/** Both ways ask with the same filters; the series is not paged. */
function useFigures(query: URLSearchParams) {
  const over = query.get("view") === "series";
  const asked = changed(query, { view: null, ...(over ? { page: null, limit: null } : {}) });
  if (!over && !asked.has("limit")) asked.set("limit", "50");
  const key = over ? paths.series(asked) : paths.figures(asked);
  return useAnswer<FiguresAnswer | SeriesAnswer>(key, (signal) => (over ? api.series(asked, signal) : api.figures(asked, signal)));
}

export function Figures({ query: given }: { query: URLSearchParams }) {
  const query = only(given, known);
  const wide = useRef(matchMedia("(min-width: 48rem)").matches);
  const { value, error, waiting, again } = useFigures(query);
  return (
    <div class="ledger figures">
      <h1 tabIndex={-1}>{strings.figures.title}</h1>
      <p class="lead">{strings.figures.lead}</p>
      <details class="filters-fold" open={wide.current}>
        <summary>{strings.search.filters}</summary>
        <Filters query={query} indicators={value?.indicators ?? []} units={value?.units ?? []} />
      </details>
      <Chips query={query} names={fromLinks} path={path} />
      <Ways query={query} />
      <div class={waiting && value ? "found stale" : "found"} aria-busy={waiting}>
        <p class="total" role="status">
          {value && !error ? strings.count.figures(value.total) : ""}
        </p>
        {error ? <Failed error={error} again={again} /> : !value ? <Loading /> : null}
        {value && !error && value.total === 0 ? (
          <Empty title={strings.figures.none}>
            <p>{strings.figures.noneHint}</p>
          </Empty>
        ) : null}
        {value && !error && value.total > 0 ? "points" in value ? <SeriesView series={value} query={query} /> : <List query={query} value={value} /> : null}
      </div>
    </div>
  );
}
