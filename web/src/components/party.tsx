/** Someone named in a document: a way to their page where it is a person, with the office and country the document gives. */
import { useCountries } from "../countries";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import type { Party } from "../types";

export function partyName(party: Party): string {
  return party.name || party.office || strings.unknown;
}

export function PartyName({ party }: { party: Party }) {
  const name = partyName(party);
  if (party.type !== "person" || !party.name) return <>{name}</>;
  return (
    <a class="name-link" href={addresses.person(party.person ?? party.name)}>
      {name}
    </a>
  );
}

/** "A", "A and B", "A, B and C". */
export function PartyNames({ parties }: { parties: Party[] }) {
  return (
    <>
      {parties.map((party, index) => (
        <>
          {index === 0 ? "" : index === parties.length - 1 ? ` ${strings.facts.and} ` : ", "}
          <PartyName party={party} />
        </>
      ))}
    </>
  );
}

/** A country's encounters, as a quiet way from its name. */
export function CountryLink({ code }: { code: string }) {
  const { nameOf: country } = useCountries();
  return (
    <a class="country-link" href={addresses.ledger({ country: code })}>
      {country(code)}
    </a>
  );
}

/** Office, country and role, each once. */
export function PartyNotes({ party }: { party: Party }) {
  const { nameOf: country } = useCountries();
  const office = party.name ? party.office : null;
  const land = party.country && party.type !== "country" && !office?.includes(country(party.country)) ? party.country : null;
  const rest = nameOf(strings.names.role, party.role);
  if (!office && !land && !rest) return null;
  return (
    <span class="note">
      {" "}
      {office}
      {land ? (
        <>
          {office ? ", " : ""}
          <CountryLink code={land} />
        </>
      ) : null}
      {rest ? `${office || land ? ", " : ""}${rest}` : ""}
    </span>
  );
}

/** The countries for which parties act, each once, in the order in which they are named. */
export function countriesOf(parties: Party[]): string[] {
  return [...new Set(parties.map((party) => party.country).filter((code) => code !== null))];
}

/** Ways to the pages of the pairs among a few countries. */
export function PairLinks({ countries }: { countries: string[] }) {
  const { nameOf: country } = useCountries();
  const pairs = countries.flatMap((a, index) => countries.slice(index + 1).map((b) => [a, b] as const));
  return (
    <>
      {pairs.map(([a, b], index) => (
        <>
          {index > 0 ? "; " : ""}
          <a href={addresses.pair(a, b)}>{strings.pair.title(country(a), country(b))}</a>
        </>
      ))}
    </>
  );
}
