/** What the ledger is filtered by: a person, a country, the other side, a kind, days. */
import { api } from "../api";
import { useCountries, type Countries } from "../countries";
import { addresses, changed, navigate, withQuery } from "../router";
import { nameOf, strings } from "../strings";
import { Combobox, type Suggestion } from "./combobox";
import { DateRange } from "./date-range";

async function suggestPeople(words: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (!words.trim()) return [];
  const { people } = await api.people(words.trim(), signal);
  return people.map((person) => ({ value: person.name, label: person.name, note: strings.count.encounters(person.encounters) }));
}

function suggestCountries(countries: Countries, words: string): Suggestion[] {
  const typed = words.trim().toLowerCase();
  if (!typed) return [];
  // "emi" finds the United Arab Emirates, "united a" too.
  const begins = (name: string) => name.startsWith(typed) || name.split(/[\s(]+/).some((word) => word.startsWith(typed));
  return countries.list
    .filter(({ code, name }) => code.toLowerCase() === typed || begins(name.toLowerCase()))
    .slice(0, 8)
    .map(({ code, name }) => ({ value: code, label: name, note: code }));
}

function codeOf(countries: Countries, typed: string): string {
  const wanted = typed.trim().toLowerCase();
  return countries.list.find(({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted)?.code ?? "";
}

const types = Object.keys(strings.names.event);

export function LedgerFilters({ query }: { query: URLSearchParams }) {
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
