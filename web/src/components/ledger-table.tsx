/** Encounters as a table: when, what, who, where, and who tells it. */
import { useCountries } from "../countries";
import { sayEventTime, sayPlace } from "../format";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import type { Encounter, Party } from "../types";
import { encounterName, encounterParties, wordsAddress } from "./encounter-line";
import { FactTable } from "./fact-table";
import { Value } from "./inferred";
import { CountryLink, PartyName } from "./party";

function Who({ party }: { party: Party }) {
  const land = party.type === "country" ? null : party.country;
  const role = nameOf(strings.names.role, party.role);
  return (
    <li>
      <PartyName party={party} />
      {land || role ? (
        <span class="note">
          {" "}
          {land ? <CountryLink code={land} /> : null}
          {land && role ? ", " : ""}
          {role}
        </span>
      ) : null}
    </li>
  );
}

const fewParties = 6;

function Row({ encounter }: { encounter: Encounter }) {
  const { nameOf: country } = useCountries();
  const time = sayEventTime(encounter.time);
  const place = sayPlace(encounter.place, country);
  const parties = encounter.participants;
  const publisher = encounter.document.publisher ?? strings.unknownPublisher;
  const name = encounterName(encounter);
  return (
    <tr role="row" data-row>
      <td role="cell" class="day">
        {time ? <Value known={time} short /> : <span class="note">{strings.ledger.undated}</span>}
      </td>
      <td role="cell" class="encounter">
        <a href={addresses.encounter(encounter.id)} data-step aria-label={strings.ledger.open(name, encounterParties(parties))}>
          {name}
        </a>
        {encounter.main ? null : <span class="note"> {strings.ledger.referred}</span>}
      </td>
      <td role="cell" class="who">
        <ul>
          {parties.slice(0, fewParties).map((party) => (
            <Who party={party} />
          ))}
          {parties.length > fewParties ? <li class="note">{strings.ledger.others(parties.length - fewParties)}</li> : null}
        </ul>
      </td>
      <td role="cell" class="place">{place ? <Value known={place} short /> : null}</td>
      <td role="cell" class="told">
        <a class="name-link" href={wordsAddress(encounter)} aria-label={strings.encounter.told(publisher, name.toLowerCase())}>
          {publisher}
        </a>
        {encounter.accounts > 1 ? <span class="note"> {strings.ledger.moreAccounts(encounter.accounts - 1)}</span> : null}
      </td>
    </tr>
  );
}

export function LedgerTable({ answer }: { answer: { encounters: Encounter[] } }) {
  const { columns } = strings.ledger;
  return (
    <FactTable name={strings.ledger.title} columns={[columns.day, columns.encounter, columns.who, columns.place, columns.accounts]}>
      {answer.encounters.map((encounter) => (
        <Row key={encounter.id + encounter.event} encounter={encounter} />
      ))}
    </FactTable>
  );
}
