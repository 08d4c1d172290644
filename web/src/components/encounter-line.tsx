/** One encounter in a list: the day in the margin, who and what beside it, and whose account it is. */
import { useCountries } from "../countries";
import { sayEventTime, sayList, sayPlace } from "../format";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import { factHash } from "../text/passage";
import type { Encounter } from "../types";
import { Value } from "./inferred";

export function encounterName(encounter: Encounter): string {
  const type = nameOf(strings.names.event, encounter.type);
  const status = nameOf(strings.names.status, encounter.status);
  return status ? `${type}, ${status}` : type;
}

export function encounterAddress(encounter: Encounter): string {
  return addresses.document(encounter.document.id, factHash(encounter.event));
}

export function EncounterLine({ encounter }: { encounter: Encounter }) {
  const { nameOf: country } = useCountries();
  const time = sayEventTime(encounter.time);
  const place = sayPlace(encounter.place, country);
  const names = [...new Set(encounter.participants.map((party) => party.name || party.office || strings.unknown))];
  const shown = names.length > 4 ? [...names.slice(0, 3), strings.ledger.others(names.length - 3)] : names;
  return (
    <li data-row>
      <span class="day">{time ? <Value known={time} short /> : strings.ledger.undated}</span>
      <span class="what">
        <a href={encounterAddress(encounter)} data-step>
          {sayList(shown) || encounter.document.title || strings.untitled}
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
          {strings.account.own(encounter.document.publisher ?? strings.unknownPublisher)}
        </span>
      </span>
    </li>
  );
}
