/** Encounters as a table: when, what, who, where, and who tells it. */
import { useCountries } from "../countries";
import { sayEventTime, sayPlace } from "../format";
import { addresses, changed } from "../router";
import { nameOf, strings } from "../strings";
import type { Encounter, LedgerAnswer, Party } from "../types";
import { encounterAddress, encounterName } from "./encounter-line";
import { Value } from "./inferred";

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

export function LedgerTable({ answer, query }: { answer: LedgerAnswer; query: URLSearchParams }) {
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
