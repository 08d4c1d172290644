/** What the ledger is filtered by: a person, a country, the other side, a kind, days. */
import { addresses, changed, navigate, withQuery } from "../router";
import { strings } from "../strings";
import { EncounterFields } from "./encounter-filters";
import { CountryField, PersonField, SideField } from "./side-fields";

export function LedgerFilters({ query }: { query: URLSearchParams }) {
  const set = (changes: Record<string, string | null>) => navigate(withQuery("/ledger", changed(query, changes)));
  const value = (name: string) => query.get(name) ?? "";
  return (
    <form class="ledger-filters" aria-label={strings.ledger.filters} onSubmit={(event) => event.preventDefault()}>
      <PersonField label={strings.ledger.person} name="person" value={value("person")} onChoose={(person) => set({ person })} />
      <CountryField label={strings.ledger.country} name="country" value={value("country")} onChoose={(country) => set({ country })} />
      <SideField label={strings.ledger.with} hint={strings.ledger.withHint} name="with" value={value("with")} onChoose={(other) => set({ with: other })} />
      <EncounterFields query={query} path="/ledger" />
      {query.toString() ? (
        <a class="clear" href={addresses.ledger()}>
          {strings.ledger.clear}
        </a>
      ) : null}
    </form>
  );
}
