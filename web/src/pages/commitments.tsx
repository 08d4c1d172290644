/** Who committed to what, to whom and by when: a list whose filters are the address. */
import { useRef } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { Chips } from "../components/chips";
import { DateRange } from "../components/date-range";
import { Exports } from "../components/exports";
import { commitmentKind, factAddress, inWords, makersOf } from "../components/fact-lines";
import { FactTable, Told } from "../components/fact-table";
import { Legend, Value } from "../components/inferred";
import { Later } from "../components/later";
import { Pager } from "../components/pager";
import { PartyName, PartyNotes } from "../components/party";
import { CountryField, SideField } from "../components/side-fields";
import { Empty, Failed, Loading } from "../components/state";
import { WordField } from "../components/word-field";
import { directionOf, sayDay, sayEventTime, shortened } from "../format";
import { changed, navigate, only, withQuery } from "../router";
import { nameOf, strings } from "../strings";
import type { CommitmentLine, Count } from "../types";

const path = "/commitments";
/** Filters that have no field: they come with a link and can be taken off. */
const fromLinks = ["person", "strength", "publisher", "from", "to", "on"];
const known = ["q", "by", "country", "with", "class", "state", "due_from", "due_to", ...fromLinks, "page", "limit"];
const longest = 400;

function Filters({ query, classes }: { query: URLSearchParams; classes: Count[] }) {
  const texts = strings.commitments;
  const set = (changes: Record<string, string | null>) => navigate(withQuery(path, changed(query, changes)));
  const value = (name: string) => query.get(name) ?? "";
  const countOf = (name: string) => classes.find((one) => one.value === name)?.count;
  return (
    <form class="ledger-filters" aria-label={texts.filters} onSubmit={(event) => event.preventDefault()}>
      <WordField label={texts.words} name="q" value={value("q")} onChoose={(q) => set({ q })} />
      <SideField label={texts.by} hint={texts.byHint} name="by" value={value("by")} onChoose={(by) => set({ by })} />
      <CountryField label={texts.country} name="country" value={value("country")} onChoose={(country) => set({ country })} />
      <SideField label={texts.with} hint={strings.ledger.withHint} name="with" value={value("with")} onChoose={(other) => set({ with: other })} />
      <div class="field">
        <label for="commitment-class">{texts.class}</label>
        <select id="commitment-class" value={value("class")} onChange={(event) => set({ class: event.currentTarget.value })}>
          <option value="">{texts.anyClass}</option>
          {Object.keys(strings.names.commitment).map((name) => (
            <option value={name}>
              {nameOf(strings.names.commitment, name)}
              {countOf(name) === undefined ? "" : ` (${strings.number(countOf(name)!)})`}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="commitment-state">{texts.state}</label>
        <select id="commitment-state" value={value("state")} onChange={(event) => set({ state: event.currentTarget.value })}>
          {Object.entries(texts.states).map(([name, said]) => (
            <option value={name === "any" ? "" : name}>{said}</option>
          ))}
        </select>
      </div>
      <DateRange
        legend={texts.due}
        labels={[texts.dueFrom, texts.dueTo]}
        from={value("due_from")}
        to={value("due_to")}
        onChange={(from, to) => set({ due_from: from, due_to: to })}
      />
      {query.toString() ? (
        <a class="clear" href={path}>
          {strings.ledger.clear}
        </a>
      ) : null}
    </form>
  );
}

function Row({ fact }: { fact: CommitmentLine }) {
  const due = sayEventTime(fact.due);
  const makers = makersOf(fact);
  return (
    <tr role="row" data-row>
      <td role="cell" class="by">
        <ul>
          {makers.map((party) => (
            <li>
              <PartyName party={party} />
              <PartyNotes party={party} />
            </li>
          ))}
        </ul>
        {makers.length === 0 ? <span class="note">{strings.facts.someone}</span> : null}
      </td>
      <td role="cell" class="what">
        <a class="line-words" href={factAddress(fact.document, fact.id)} data-step lang={fact.document.language ?? ""} dir={directionOf(fact.document.language)}>
          {shortened(inWords(fact.quote), longest)}
        </a>
        <span class="note">
          {[commitmentKind(fact), fact.condition ? strings.commitments.condition(inWords(fact.condition)) : ""].filter(Boolean).join(" · ")}
        </span>
        <Later fact={fact} />
      </td>
      <td role="cell" class="to" data-name={strings.commitments.columns.to}>{fact.to ? <PartyName party={fact.to} /> : null}</td>
      <td role="cell" class="due" data-name={strings.commitments.columns.due}>
        {due ? <Value known={due} short /> : null}
        {fact.state === "open" ? null : <span class="note beside">{fact.state === "due" ? strings.commitments.soon : strings.commitments.past}</span>}
      </td>
      <Told document={fact.document} />
    </tr>
  );
}

export function Commitments({ query: given }: { query: URLSearchParams }) {
  const query = only(given, known);
  const wide = useRef(matchMedia("(min-width: 48rem)").matches);
  const asked = new URLSearchParams(query);
  if (!asked.has("limit")) asked.set("limit", "50");
  const { value, error, waiting, again } = useAnswer(paths.commitments(asked), (signal) => api.commitments(asked, signal));
  const { columns } = strings.commitments;
  return (
    <div class="ledger commitments">
      <h1 tabIndex={-1}>{strings.commitments.title}</h1>
      <p class="lead">{strings.commitments.lead}</p>
      <details class="filters-fold" open={wide.current}>
        <summary>{strings.search.filters}</summary>
        <Filters query={query} classes={value?.classes ?? []} />
      </details>
      <Chips query={query} names={fromLinks} path={path} />
      <div class={waiting && value ? "found stale" : "found"} aria-busy={waiting}>
        <p class="total" role="status">
          {value && !error ? strings.count.commitments(value.total) : ""}
        </p>
        {error ? <Failed error={error} again={again} /> : !value ? <Loading /> : null}
        {value && !error && value.total === 0 ? (
          <Empty title={strings.commitments.none}>
            <p>{strings.commitments.noneHint}</p>
          </Empty>
        ) : null}
        {value && !error && value.total > 0 ? (
          <>
            <FactTable name={strings.commitments.title} columns={[columns.by, columns.what, columns.to, columns.due, columns.told]}>
              {value.commitments.map((fact) => (
                <Row key={fact.document.id + fact.id} fact={fact} />
              ))}
            </FactTable>
            <p class="legend">{strings.commitments.note(sayDay(value.on))}</p>
            <Legend />
            <Pager path={path} query={query} page={value.page} limit={value.limit} total={value.total} />
            <Exports what="commitments" query={query} />
          </>
        ) : null}
      </div>
    </div>
  );
}
