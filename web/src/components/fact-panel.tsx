/** The facts of a document by kind, the encounter first. Long lists show their beginning until asked for the rest. */
import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { useCountries } from "../countries";
import { groups, type Fact, type Group } from "../facts/fact";
import type { Facts } from "../facts/facts";
import type { Judging } from "../facts/judging";
import { few } from "../facts/reading";
import { sayEventTime, sayPlace } from "../format";
import { addresses } from "../router";
import { strings } from "../strings";
import type { Encounter, RecordedDocument } from "../types";
import { encounterName, wordsAddress } from "./encounter-line";
import { FactCard } from "./fact-card";
import { Value } from "./inferred";
import { RejectedFacts } from "./rejected-facts";
import { WhoAsks } from "./who-asks";

/** Cards beyond the few wait unseen up to here, so that a printed page has them; a transcript may have thousands. */
const printed = 60;
/** Groups whose words are not marked unless asked for: too many of them to read past. */
export const unmarked: Group[] = ["person", "body"];

interface Properties {
  document: RecordedDocument;
  facts: Facts;
  /** Groups shown whole. */
  whole: ReadonlySet<Group>;
  marked: ReadonlySet<Group>;
  /** Statements that the reader's filter leaves; null where there is none. */
  passed: ReadonlySet<number> | null;
  judging: Judging;
  onWhole: (group: Group) => void;
  onMark: (group: Group) => void;
}

/** What others tell of the same encounter, with their own day and place. */
function OtherAccounts({ encounter }: { encounter: Encounter }) {
  const { nameOf: country } = useCountries();
  const { value } = useAnswer(paths.encounter(encounter.id), (signal) => api.encounter(encounter.id, signal));
  const others = (value?.all_accounts ?? []).filter((account) => account.document.id !== encounter.document.id);
  if (others.length === 0) return null;
  return (
    <div class="accounts">
      <h3>{strings.document.otherAccounts}</h3>
      <ul>
        {others.map((account) => {
          const time = sayEventTime(account.time);
          const place = sayPlace(account.place, country);
          return (
            <li>
              <a href={wordsAddress(account)}>{strings.account.own(account.document.publisher ?? strings.unknownPublisher)}</a>{" "}
              {time ? <Value known={time} /> : null}
              {time && place ? ", " : null}
              {place ? <Value known={place} /> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Card({ fact, document, facts, judging }: { fact: Fact; document: RecordedDocument; facts: Facts; judging: Judging }) {
  const encounter = document.encounters.find((one) => one.event === fact.id);
  const choice = judging.may ? { chosen: judging.chosen.has(fact.id), onChoose: () => judging.choose(fact.id) } : {};
  return (
    <FactCard fact={fact} facts={facts} url={document.url} standing={judging.standing.get(fact.id) ?? []} {...choice}>
      {encounter ? (
        <p class="fact-all">
          <a href={addresses.encounter(encounter.id)} aria-label={strings.encounter.wholeOf(encounterName(encounter))}>
            {strings.encounter.whole}
          </a>
        </p>
      ) : null}
      {encounter && encounter.accounts > 1 ? <OtherAccounts encounter={encounter} /> : null}
    </FactCard>
  );
}

function GroupSection({ group, properties }: { group: Group; properties: Properties }) {
  const { facts, document, whole, marked, onWhole, onMark } = properties;
  const all = facts.of(group);
  const filtered = group === "statement" && properties.passed !== null;
  const list = filtered ? all.filter((fact) => properties.passed!.has(fact.index)) : all;
  if (all.length === 0) return null;
  const shown = whole.has(group) ? list : list.slice(0, printed);
  const name = strings.facts.groups[group];
  return (
    <section class={`facts-group g-${group}`} aria-labelledby={`group-${group}`}>
      <div class="group-head">
        <h2 id={`group-${group}`}>
          {name}{" "}
          {filtered ? <span class="count">{strings.document.place(list.length, all.length)}</span> : list.length > 1 ? <span class="count">{strings.number(list.length)}</span> : null}
        </h2>
        <label class="mark-switch">
          <input type="checkbox" checked={marked.has(group)} aria-label={strings.document.mark(name)} onChange={() => onMark(group)} />
          {strings.document.markShort}
        </label>
      </div>
      {list.length === 0 ? <p class="none">{strings.document.noStatements}</p> : null}
      <ul class={whole.has(group) ? "facts-list" : "facts-list first-few"}>
        {shown.map((fact) => (
          <Card key={fact.index} fact={fact} document={document} facts={facts} judging={properties.judging} />
        ))}
      </ul>
      {list.length > shown.length ? <p class="print-only">{strings.search.more(list.length - shown.length)}</p> : null}
      {list.length > few ? (
        <button type="button" class="quiet" aria-expanded={whole.has(group)} onClick={() => onWhole(group)}>
          {whole.has(group) ? strings.document.showFewer : strings.document.showAll(list.length)}
        </button>
      ) : null}
    </section>
  );
}

/** How much of it people have judged, and in whose name one would. */
function Judged({ facts, judging }: { facts: Facts; judging: Judging }) {
  const judged = facts.list.filter((fact) => judging.standing.has(fact.id)).length;
  return (
    <div class="judged">
      {judged > 0 ? <p class="note">{strings.corrections.standing.legend(judged, facts.list.length)}</p> : null}
      <WhoAsks />
    </div>
  );
}

export function FactPanel(properties: Properties) {
  const publisher = properties.document.publisher ?? strings.unknownPublisher;
  // Who filters statements wants to read them first.
  const ordered = properties.passed ? [...groups].sort((a, b) => Number(b === "statement") - Number(a === "statement")) : groups;
  return (
    <>
      <p class="whose">{strings.account.panel(publisher)}</p>
      {properties.facts.list.length === 0 ? <p>{strings.document.noFacts}</p> : null}
      {ordered.map((group) => (
        <GroupSection key={group} group={group} properties={properties} />
      ))}
      <RejectedFacts rejected={properties.document.rejected ?? []} judging={properties.judging} />
      <Judged facts={properties.facts} judging={properties.judging} />
    </>
  );
}
