/** One encounter: what, who, when and how that is known, and what each account tells of it. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { AccountFacts, AccountHead, groupsOf, type AccountGroup } from "../components/account";
import { EncounterJoining } from "../components/encounter-joining";
import { encounterName, encounterParties } from "../components/encounter-line";
import { EncounterDiffers, EncounterStrip } from "../components/encounter-strip";
import { Value } from "../components/inferred";
import { countriesOf, PairLinks, PartyName, PartyNotes } from "../components/party";
import { Failed, Loading } from "../components/state";
import { useCountries } from "../countries";
import { sayEventTime, sayPlace, sayTimex, type Known } from "../format";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import { strings as compareStrings } from "../strings/compare";
import { passageHash } from "../text/passage";
import type { Account, EncounterView, MaybeSpan, Party } from "../types";

const mostNamed = 16;
/** More countries than this have too many pairs to name them. */
const mostPaired = 4;

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A way to the words that state a day or a place. */
function InWords({ account, at, what }: { account: Account; at: MaybeSpan; what: string }) {
  if (!at || typeof at.begin !== "number" || typeof at.end !== "number") return null;
  const span = { begin: at.begin, end: at.end, ...(at.in ? { in: at.in } : {}) };
  return (
    <a class="in-words" href={addresses.document(account.document.id, passageHash(span))} aria-label={strings.encounter.at(what)}>
      {strings.encounter.words}
    </a>
  );
}

function Stated({ known, account, at }: { known: Known; account: Account; at: MaybeSpan }) {
  return (
    <>
      <Value known={known} /> {known.inferred ? null : <span class="note">{strings.encounter.stated} </span>}
      <InWords account={account} at={at} what={known.text} />
    </>
  );
}

function Who({ parties }: { parties: Party[] }) {
  const [all, setAll] = useState(false);
  const long = parties.length > mostNamed + 1;
  return (
    <>
      <ul class={all || !long ? "who-list" : "who-list cut"}>
        {parties.map((party) => (
          <li>
            <PartyName party={party} />
            <PartyNotes party={party} />
          </li>
        ))}
      </ul>
      {long ? (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? strings.document.showFewer : strings.document.showAll(parties.length)}
        </button>
      ) : null}
    </>
  );
}

/** Another encounter by what its document tells of it, where it does. */
function Other({ id, account }: { id: string; account: Account }) {
  const other = account.also_told.find((one) => one.id === id);
  const time = other && sayEventTime(other.time);
  return (
    <>
      <a href={addresses.encounter(id)}>{other ? encounterName(other) : strings.encounter.another}</a>
      {time ? (
        <>
          {" "}
          <Value known={time} short />
        </>
      ) : null}
    </>
  );
}

/** Who acts towards whom, as the code has it; partners have no direction. */
function directionOf(parties: Party[]): string {
  const [source, target] = ["source", "target"].map((side) => encounterParties(parties.filter((party) => party.side === side)));
  return source && target ? strings.encounter.direction(source, target) : "";
}

function Particulars({ view, leading }: { view: EncounterView; leading: Account }) {
  const { nameOf: country } = useCountries();
  const time = sayEventTime(leading.time);
  const place = sayPlace(leading.place, country);
  const countries = countriesOf(view.participants);
  const code = [view.plover, view.mode, view.context].filter(Boolean).join(" · ");
  const direction = directionOf(view.participants);
  return (
    <dl class="particulars">
      <Row name={strings.facts.day}>{time ? <Stated known={time} account={leading} at={leading.time as MaybeSpan} /> : strings.ledger.undated}</Row>
      {place ? (
        <Row name={strings.facts.place}>
          <Stated known={place} account={leading} at={leading.place as MaybeSpan} />
        </Row>
      ) : null}
      {view.participants.length > 0 ? (
        <Row name={strings.facts.who}>
          <Who parties={view.participants} />
        </Row>
      ) : null}
      {countries.length > 1 && countries.length <= mostPaired ? (
        <Row name={strings.encounter.between}>
          <PairLinks countries={countries} />
        </Row>
      ) : null}
      {view.channel ? <Row name={strings.facts.channel}>{nameOf({}, view.channel)}</Row> : null}
      {view.format ? <Row name={strings.facts.format}>{nameOf(strings.names.format, view.format)}</Row> : null}
      {view.level ? <Row name={strings.encounter.level}>{nameOf({}, view.level)}</Row> : null}
      {view.duration ? <Row name={strings.facts.duration}>{sayTimex(view.duration)}</Row> : null}
      {view.initiator ? (
        <Row name={strings.encounter.initiator}>
          <PartyName party={view.initiator} />
        </Row>
      ) : null}
      {view.part_of ? (
        <Row name={strings.encounter.partOf}>
          <Other id={view.part_of} account={leading} />
        </Row>
      ) : null}
      {view.reschedules ? (
        <Row name={strings.encounter.reschedules}>
          <Other id={view.reschedules} account={leading} />
        </Row>
      ) : null}
      {code ? <Row name={strings.encounter.code}>{direction ? `${code}, ${direction}` : code}</Row> : null}
    </dl>
  );
}

/** What was said of the matter stands first; what was given and promised, beside it. */
const beside: AccountGroup[] = ["figures", "commitments", "courtesies", "also_told"];

function OneAccount({ account }: { account: Account }) {
  const held = groupsOf([account]);
  const sides = [held.filter((group) => !beside.includes(group)), held.filter((group) => beside.includes(group))].filter((side) => side.length > 0);
  return (
    <section class="account alone" aria-labelledby={`account-${account.event}`}>
      <AccountHead account={account} several={false} />
      {held.length === 0 ? <p class="none">{strings.encounter.nothing}</p> : null}
      <div class={sides.length > 1 ? "account-sides" : ""}>
        {sides.map((side) => (
          <div>
            {side.map((group) => (
              <AccountFacts key={group} account={account} group={group} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** Each account a column, the same kind of fact on the same line of each. */
function Accounts({ id, accounts }: { id: string; accounts: Account[] }) {
  const held = groupsOf(accounts);
  return (
    <div class="all-accounts">
      <h2 id="accounts">
        {strings.encounter.accountsHead} <span class="count">{strings.number(accounts.length)}</span>
      </h2>
      <p class="note">{strings.encounter.accountsNote}</p>
      <p class="compare-ways">
        <a href={addresses.compare({ encounter: id })}>{compareStrings.link}</a>
      </p>
      <div class="strip" role="region" aria-labelledby="accounts" tabIndex={0}>
        {accounts.map((account) => (
          <div class="account" role="group" style={{ gridRow: `span ${held.length + 1}` }} aria-labelledby={`account-${account.event}`}>
            <AccountHead account={account} several />
            {held.map((group) => (
              <AccountFacts key={group} account={account} group={group} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

export function EncounterPage({ id }: { id: string }) {
  const { value, error, again } = useAnswer(paths.encounter(id), (signal) => api.encounter(id, signal));
  const title = value ? encounterParties(value.participants) || value.document.title || strings.untitled : "";
  useEffect(() => {
    if (value) document.title = `${encounterName(value)}: ${title} · ${strings.name}`;
  }, [value]);
  if (error) return <Failed error={error} again={again} missing={strings.encounter.missing} heading />;
  const leading = value?.all_accounts[0];
  if (!value || !leading) return <Loading />;
  return (
    <div class="sheet encounter-sheet">
      <header class="sheet-head">
        <p class="source">
          <span class="publisher">{encounterName(value)}</span>
          {value.subtype ? <span>{nameOf({}, value.subtype)}</span> : null}
          {value.main ? null : <span>{strings.ledger.referred}</span>}
          {value.accounts > 1 ? <span>{strings.encounter.accounts(value.accounts)}</span> : null}
        </p>
        <h1 tabIndex={-1}>{title}</h1>
        <Particulars view={value} leading={leading} />
        <p class="whose">{strings.account.panel(leading.document.publisher ?? strings.unknownPublisher)}</p>
      </header>
      <EncounterStrip view={value} />
      <EncounterDiffers view={value} />
      {value.all_accounts.length > 1 ? <Accounts id={value.id} accounts={value.all_accounts} /> : <OneAccount account={leading} />}
      <EncounterJoining view={value} again={again} />
    </div>
  );
}
