/** One document's account of an encounter: its own day, place and words, and the facts it tells of it. */
import type { ComponentChildren } from "preact";

import { useCountries } from "../countries";
import { directionOf, sayDay, sayEventTime, sayPlace, shortened } from "../format";
import { nameOf, strings } from "../strings";
import type { Account, Encounter, Told } from "../types";
import { encounterName, encounterParties, wordsAddress } from "./encounter-line";
import { Commitment, Courtesy, Figure, inWords, Point, Statement } from "./fact-lines";
import { Folded } from "./folded";
import { Value } from "./inferred";
import { addresses } from "../router";

const groups = ["points", "statements", "figures", "commitments", "courtesies", "also_told"] as const;
export type AccountGroup = (typeof groups)[number];

const looks: Record<AccountGroup, { title: string; look: string }> = {
  points: { title: strings.facts.groups.point, look: "point" },
  statements: { title: strings.facts.groups.statement, look: "statement" },
  figures: { title: strings.facts.groups.figure, look: "figure" },
  commitments: { title: strings.facts.groups.commitment, look: "commitment" },
  courtesies: { title: strings.facts.groups.courtesy, look: "courtesy" },
  also_told: { title: strings.encounter.alsoTold, look: "event" },
};

/** The kinds of facts that at least one account holds, in their order. */
export function groupsOf(accounts: Account[]): AccountGroup[] {
  return groups.filter((group) => accounts.some((account) => account[group].length > 0));
}

/** Another encounter that the document tells of: a way to its page. */
function AlsoTold({ encounter }: { encounter: Told<Encounter> }) {
  const { nameOf: country } = useCountries();
  const time = sayEventTime(encounter.time);
  const place = sayPlace(encounter.place, country);
  return (
    <li class="line" data-row>
      <p class="line-head">
        <a href={addresses.encounter(encounter.id)} data-step>
          {encounterName(encounter)}
        </a>{" "}
        {encounterParties(encounter.participants)}
      </p>
      {time || place ? (
        <p class="line-more">
          {time ? <Value known={time} short /> : null}
          {time && place ? " · " : null}
          {place ? <Value known={place} short /> : null}
        </p>
      ) : null}
    </li>
  );
}

function linesOf(account: Account, group: AccountGroup): ComponentChildren {
  const { document } = account;
  switch (group) {
    case "points": return account.points.map((fact) => <Point key={fact.id} fact={fact} document={document} />);
    case "statements": return account.statements.map((fact) => <Statement key={fact.id} fact={fact} document={document} />);
    case "figures": return account.figures.map((fact) => <Figure key={fact.id} fact={fact} document={document} />);
    case "commitments": return account.commitments.map((fact) => <Commitment key={fact.id} fact={fact} document={document} />);
    case "courtesies": return account.courtesies.map((fact) => <Courtesy key={fact.id} fact={fact} document={document} />);
    case "also_told": return account.also_told.map((encounter) => <AlsoTold key={encounter.event} encounter={encounter} />);
  }
}

/** `level`: of the heading, which stands under that of the account. */
export function AccountFacts({ account, group }: { account: Account; group: AccountGroup }) {
  const { title, look } = looks[group];
  const id = `${account.event}-${group}`;
  const count = account[group].length;
  return (
    // Groups rather than regions: with several accounts there are many of the same name.
    <div class={`facts-group g-${look}`} role="group" aria-labelledby={id}>
      <div class="group-head">
        <h3 id={id}>
          {title} {count > 1 ? <span class="count">{strings.number(count)}</span> : null}
        </h3>
      </div>
      {count > 0 ? <Folded count={count}>{linesOf(account, group)}</Folded> : <p class="none">{strings.encounter.noneRead}</p>}
    </div>
  );
}

/** Whose account it is and its words; beside others, also what it says of when, where, who and how. */
export function AccountHead({ account, several }: { account: Account; several: boolean }) {
  const { nameOf: country } = useCountries();
  const { document } = account;
  const publisher = document.publisher ?? strings.unknownPublisher;
  const language = { lang: document.language ?? "", dir: directionOf(document.language) };
  const time = sayEventTime(account.time);
  const place = sayPlace(account.place, country);
  const note = strings.encounter.factsOf[account.facts_of];
  return (
    <header class="account-head">
      <h2 id={`account-${account.event}`}>{strings.account.own(publisher)}</h2>
      <p class="line-more">
        {[nameOf(strings.names.kind, document.kind), document.day || document.published ? strings.document.published(sayDay(document.day ?? document.published)) : strings.document.notDated].join(" · ")}
      </p>
      <p>
        <a href={addresses.document(document.id)} {...language}>
          {document.title ? inWords(document.title) : strings.untitled}
        </a>
      </p>
      {account.quote ? (
        <a class="line-words" href={wordsAddress(account)} {...language}>
          {shortened(inWords(account.quote), 400)}
        </a>
      ) : null}
      {several ? (
        <dl class="particulars">
          <div>
            <dt>{strings.facts.day}</dt>
            <dd>{time ? <Value known={time} /> : strings.ledger.undated}</dd>
          </div>
          {place ? (
            <div>
              <dt>{strings.facts.place}</dt>
              <dd>
                <Value known={place} />
              </dd>
            </div>
          ) : null}
          <div>
            <dt>{strings.facts.who}</dt>
            <dd>{encounterParties(account.participants)}</dd>
          </div>
        </dl>
      ) : null}
      {note ? <p class="note">{note}</p> : null}
    </header>
  );
}
