/** One encounter in a list: the day in the margin, who and what beside it, and whose account it is. */
import { useCountries } from "../countries";
import { sayEventTime, sayList, sayPlace } from "../format";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import { factHash } from "../text/passage";
import type { Encounter, Party } from "../types";
import { Value } from "./inferred";
import { partyName } from "./party";

export function encounterName(encounter: Pick<Encounter, "type" | "status">): string {
  const type = nameOf(strings.names.event, encounter.type);
  const status = nameOf(strings.names.status, encounter.status);
  return status ? `${type}, ${status}` : type;
}

/** "A, B and C", "A, B, C and 4 others"; empty where nobody is named. */
export function encounterParties(participants: Party[]): string {
  const names = [...new Set(participants.map(partyName))];
  return sayList(names.length > 4 ? [...names.slice(0, 3), strings.ledger.others(names.length - 3)] : names);
}

/** The words that tell it, in their document. */
export function wordsAddress(encounter: Encounter): string {
  return addresses.document(encounter.document.id, factHash(encounter.event));
}

export function EncounterLine({ encounter }: { encounter: Encounter }) {
  const { nameOf: country } = useCountries();
  const time = sayEventTime(encounter.time);
  const place = sayPlace(encounter.place, country);
  return (
    <li data-row>
      <span class="day">{time ? <Value known={time} short /> : strings.ledger.undated}</span>
      <span class="what">
        <a href={addresses.encounter(encounter.id)} data-step>
          {encounterParties(encounter.participants) || encounter.document.title || strings.untitled}
        </a>
        <span class="more">
          {encounterName(encounter)}
          {place ? (
            <>
              {" · "}
              <Value known={place} short />
            </>
          ) : null}
          {" · "}
          <a href={wordsAddress(encounter)}>{strings.account.own(encounter.document.publisher ?? strings.unknownPublisher)}</a>
          {encounter.accounts > 1 ? <> · {strings.ledger.accountsOf(encounter.accounts, encounter.publishers)}</> : null}
        </span>
      </span>
    </li>
  );
}
