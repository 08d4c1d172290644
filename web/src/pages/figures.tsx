/** Figures that were given, of what, about whom and by whom: a list whose filters are the address. */
import { useRef } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { Chips } from "../components/chips";
import { Combobox } from "../components/combobox";
import { DateRange } from "../components/date-range";
import { Exports } from "../components/exports";
import { factAddress, FigureWords } from "../components/fact-lines";
import { FactTable, Told } from "../components/fact-table";
import { Legend, Value } from "../components/inferred";
import { Pager } from "../components/pager";
import { CountryLink, PairLinks, PartyName, PartyNotes } from "../components/party";
import { CountryField, PersonField } from "../components/side-fields";
import { Empty, Failed, Loading } from "../components/state";
import { directionOf, sayEventTime, sayFigure } from "../format";
import { changed, navigate, only, withQuery } from "../router";
import { nameOf, strings } from "../strings";
import type { Count, FigureLine } from "../types";

const path = "/figures";
/** Filters that have no field: they come with a link and can be taken off. */
const fromLinks = ["publisher"];
const known = ["indicator", "unit", "speaker", "country", "with", "from", "to", ...fromLinks, "page", "limit"];

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
      {query.toString() ? (
        <a class="clear" href={path}>
          {strings.ledger.clear}
        </a>
      ) : null}
    </form>
  );
}

function Row({ fact }: { fact: FigureLine }) {
  const period = sayEventTime(fact.time);
  return (
    <tr role="row" data-row>
      <td role="cell" class="value">
        <b>{sayFigure(fact)}</b>
        {fact.direction ? <span class="note"> {nameOf(strings.figures.direction, fact.direction)}</span> : null}
      </td>
      <td role="cell" class="what">
        {fact.indicator !== fact.unit ? fact.indicator : null}
        <a class="line-words" href={factAddress(fact.document, fact.id)} data-step lang={fact.document.language ?? ""} dir={directionOf(fact.document.language)}>
          <FigureWords figure={fact} />
        </a>
      </td>
      <td role="cell" class="period" data-name={strings.figures.columns.period}>{period ? <Value known={period} short /> : null}</td>
      <td role="cell" class="about" data-name={strings.figures.columns.about}>
        {fact.about.length === 2 ? (
          <PairLinks countries={fact.about} />
        ) : (
          fact.about.map((code, index) => (
            <>
              {index > 0 ? ", " : ""}
              <CountryLink code={code} />
            </>
          ))
        )}
      </td>
      <td role="cell" class="by" data-name={strings.figures.columns.speaker}>
        {fact.speaker ? (
          <>
            <PartyName party={fact.speaker} />
            <PartyNotes party={fact.speaker} />
          </>
        ) : null}
      </td>
      <Told document={fact.document} />
    </tr>
  );
}

export function Figures({ query: given }: { query: URLSearchParams }) {
  const query = only(given, known);
  const wide = useRef(matchMedia("(min-width: 48rem)").matches);
  const asked = new URLSearchParams(query);
  if (!asked.has("limit")) asked.set("limit", "50");
  const { value, error, waiting, again } = useAnswer(paths.figures(asked), (signal) => api.figures(asked, signal));
  const { columns } = strings.figures;
  return (
    <div class="ledger figures">
      <h1 tabIndex={-1}>{strings.figures.title}</h1>
      <p class="lead">{strings.figures.lead}</p>
      <details class="filters-fold" open={wide.current}>
        <summary>{strings.search.filters}</summary>
        <Filters query={query} indicators={value?.indicators ?? []} units={value?.units ?? []} />
      </details>
      <Chips query={query} names={fromLinks} path={path} />
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
        {value && !error && value.total > 0 ? (
          <>
            <FactTable name={strings.figures.title} columns={[columns.value, columns.of, columns.period, columns.about, columns.speaker, columns.told]}>
              {value.figures.map((fact) => (
                <Row key={fact.document.id + fact.id} fact={fact} />
              ))}
            </FactTable>
            <Legend />
            <Pager path={path} query={query} page={value.page} limit={value.limit} total={value.total} />
            <Exports what="figures" query={query} />
          </>
        ) : null}
      </div>
    </div>
  );
}
