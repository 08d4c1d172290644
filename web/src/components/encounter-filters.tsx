/** What encounters are counted: of a kind, in some days, and also those only referred to. The address holds it. */
import { changed, navigate, withQuery } from "../router";
import { nameOf, strings } from "../strings";
import { DateRange } from "./date-range";

export const encounterFilterNames = ["type", "status", "told", "from", "to"];

const types = Object.keys(strings.names.event);

type Properties = { query: URLSearchParams; path: string };

/** The three fields, for a form that may hold others. */
export function EncounterFields({ query, path }: Properties) {
  const set = (changes: Record<string, string | null>) => navigate(withQuery(path, changed(query, changes)));
  const value = (name: string) => query.get(name) ?? "";
  return (
    <>
      <div class="field">
        <label for="encounter-type">{strings.ledger.type}</label>
        <select id="encounter-type" value={value("type")} onChange={(event) => set({ type: event.currentTarget.value })}>
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
    </>
  );
}

/** A form of these alone. */
export function EncounterFilters({ query, path, label }: Properties & { label: string }) {
  return (
    <form class="ledger-filters" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      <EncounterFields query={query} path={path} />
      {encounterFilterNames.some((name) => query.has(name)) ? (
        <a class="clear" href={withQuery(path, changed(query, Object.fromEntries(encounterFilterNames.map((name) => [name, null]))))}>
          {strings.ledger.clear}
        </a>
      ) : null}
    </form>
  );
}
