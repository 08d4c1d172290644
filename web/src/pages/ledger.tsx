/** Who met whom: encounters as a table, by person or by pair of countries. */
import { useRef } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { Combobox, type Suggestion } from "../components/combobox";
import { DateRange } from "../components/date-range";
import { encounterAddress, encounterName } from "../components/encounter-line";
import { Exports } from "../components/exports";
import { Legend, Value } from "../components/inferred";
import { Pager } from "../components/pager";
import { Empty, Failed, Loading } from "../components/state";
import { type Countries, useCountries } from "../countries";
import { sayEventTime, sayPlace } from "../format";
import { addresses, changed, navigate, only, withQuery } from "../router";
import { nameOf, strings } from "../strings";
import type { Encounter, LedgerAnswer, Party } from "../types";

async function suggestPeople(words: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (!words.trim()) return [];
  const { people } = await api.people(words.trim(), signal);
  return people.map((person) => ({ value: person.name, label: person.name, note: strings.count.encounters(person.encounters) }));
}

function suggestCountries(countries: Countries, words: string): Suggestion[] {
  const typed = words.trim().toLowerCase();
  if (!typed) return [];
  return countries.list
    .filter(({ code, name }) => code.toLowerCase() === typed || name.toLowerCase().split(/[\s(]+/).some((word, index) => (index === 0 ? name.toLowerCase() : word).startsWith(typed)))
    .slice(0, 8)
    .map(({ code, name }) => ({ value: code, label: name, note: code }));
}

function codeOf(countries: Countries, typed: string): string {
  const wanted = typed.trim().toLowerCase();
  return countries.list.find(({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted)?.code ?? "";
}

const types = ["meeting", "reception", "talks", "visit", "summit", "phone_call", "video_call", "signing", "ceremony", "letter", "statement", "press_conference", "other"];

function Filters({ query }: { query: URLSearchParams }) {
  const countries = useCountries();
  const set = (changes: Record<string, string | null>) => navigate(withQuery("/ledger", changed(query, changes)));
  const show = (value: string) => (/^[A-Z]{3}$/.test(value) ? countries.nameOf(value) : value);
  const value = (name: string) => query.get(name) ?? "";
  return (
    <form class="ledger-filters" aria-label={strings.ledger.filters} onSubmit={(event) => event.preventDefault()}>
      <Combobox label={strings.ledger.person} name="person" value={value("person")} suggest={suggestPeople} listLabel={strings.ledger.matches} onChoose={(person) => set({ person })} />
      <Combobox
        label={strings.ledger.country}
        name="country"
        value={value("country")}
        show={show}
        suggest={async (words) => suggestCountries(countries, words)}
        listLabel={strings.ledger.matches}
        onChoose={(country) => set({ country: codeOf(countries, country) })}
      />
      <Combobox
        label={strings.ledger.with}
        hint={strings.ledger.withHint}
        name="with"
        value={value("with")}
        show={show}
        suggest={async (words, signal) => [...suggestCountries(countries, words).slice(0, 4), ...(await suggestPeople(words, signal))].slice(0, 9)}
        listLabel={strings.ledger.matches}
        onChoose={(other) => set({ with: codeOf(countries, other) || other })}
      />
      <div class="field">
        <label for="ledger-type">{strings.ledger.type}</label>
        <select id="ledger-type" value={value("type")} onChange={(event) => set({ type: event.currentTarget.value })}>
          <option value="">{strings.ledger.anyType}</option>
          {types.map((type) => (
            <option value={type}>{nameOf(strings.names.event, type)}</option>
          ))}
        </select>
      </div>
      <DateRange legend={strings.facts.day} from={value("from")} to={value("to")} onChange={(from, to) => set({ from, to })} />
      <label class="check">
        <input type="checkbox" checked={value("told") === "all"} onChange={(event) => set({ told: event.currentTarget.checked ? "all" : null })} />
        {strings.ledger.told}
      </label>
      {query.toString() ? (
        <a class="clear" href={addresses.ledger()}>
          {strings.ledger.clear}
        </a>
      ) : null}
    </form>
  );
}

function Who({ party, query }: { party: Party; query: URLSearchParams }) {
  const { nameOf: country } = useCountries();
  const name = party.name || party.office || strings.unknown;
  const land = party.type === "country" ? "" : country(party.country);
  const role = nameOf(strings.names.role, party.role);
  const notes = [land, role].filter(Boolean).join(", ");
  const known = party.type === "person" && party.name;
  return (
    <li>
      {known ? <a href={addresses.ledger(changed(query, { person: name }))}>{name}</a> : name}
      {notes ? <span class="note"> {notes}</span> : null}
    </li>
  );
}

const fewParties = 6;

function Row({ encounter, query }: { encounter: Encounter; query: URLSearchParams }) {
  const { nameOf: country } = useCountries();
  const time = sayEventTime(encounter.time);
  const place = sayPlace(encounter.place, country);
  const parties = encounter.participants;
  return (
    <tr role="row" data-row>
      <td role="cell" class="day">
        {time ? <Value known={time} short /> : <span class="note">{strings.ledger.undated}</span>}
      </td>
      <td role="cell" class="encounter">
        <a href={encounterAddress(encounter)} data-step aria-label={strings.ledger.open(encounterName(encounter))}>
          {encounterName(encounter)}
        </a>
        {encounter.main ? null : <span class="note"> {strings.ledger.referred}</span>}
      </td>
      <td role="cell" class="who">
        <ul>
          {parties.slice(0, fewParties).map((party) => (
            <Who party={party} query={query} />
          ))}
          {parties.length > fewParties ? <li class="note">{strings.ledger.others(parties.length - fewParties)}</li> : null}
        </ul>
      </td>
      <td role="cell" class="place">{place ? <Value known={place} short /> : null}</td>
      <td role="cell" class="told">
        {encounter.document.publisher ?? strings.unknownPublisher}
        {encounter.accounts > 1 ? <span class="note"> {strings.ledger.moreAccounts(encounter.accounts - 1)}</span> : null}
      </td>
    </tr>
  );
}

function Table({ answer, query }: { answer: LedgerAnswer; query: URLSearchParams }) {
  const { columns } = strings.ledger;
  return (
    <table class="ledger-table" role="table" aria-label={strings.ledger.title}>
      <thead role="rowgroup">
        <tr role="row">
          {[columns.day, columns.encounter, columns.who, columns.place, columns.accounts].map((column) => (
            <th role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {answer.encounters.map((encounter) => (
          <Row key={encounter.id + encounter.event} encounter={encounter} query={query} />
        ))}
      </tbody>
    </table>
  );
}

const known = ["person", "country", "with", "type", "status", "told", "from", "to", "page", "limit"];

export function Ledger({ query: given }: { query: URLSearchParams }) {
  const query = only(given, known);
  const wide = useRef(matchMedia("(min-width: 48rem)").matches);
  const asked = new URLSearchParams(query);
  if (!asked.has("limit")) asked.set("limit", "50");
  const { value, error, waiting, again } = useAnswer(paths.encounters(asked), (signal) => api.encounters(asked, signal));
  return (
    <div class="ledger">
      <h1 tabIndex={-1}>{strings.ledger.title}</h1>
      <p class="lead">{strings.ledger.lead}</p>
      <details class="filters-fold" open={wide.current}>
        <summary>{strings.search.filters}</summary>
        <Filters query={query} />
      </details>
      <div class={waiting && value ? "found stale" : "found"} aria-busy={waiting}>
        <p class="total" role="status">
          {value && !error ? strings.count.encounters(value.total) : ""}
        </p>
        {error ? <Failed error={error} again={again} /> : null}
        {!value && !error ? <Loading /> : null}
        {value && value.total === 0 ? (
          <Empty title={strings.ledger.none}>
            <p>{strings.ledger.noneHint}</p>
          </Empty>
        ) : null}
        {value && value.total > 0 ? (
          <>
            <Table answer={value} query={query} />
            <Legend />
            <Pager path="/ledger" query={query} page={value.page} limit={value.limit} total={value.total} />
            <Exports what="encounters" query={query} />
          </>
        ) : null}
      </div>
    </div>
  );
}
