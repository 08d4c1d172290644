/** Why several accounts are one encounter, which other encounters may be it, and the ways to join and part them. */
import { useId, useState } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { corrections } from "../corrections";
import { sayEventTime } from "../format";
import { addresses } from "../router";
import { mayCorrect, useSession } from "../session";
import { strings } from "../strings";
import { encounterStrings, joiningStrings } from "../strings/encounter";
import type { Account, Correction, Encounter, EncounterCandidate, EncounterView, JoiningLink } from "../types";
import { EncounterLine, encounterName, encounterParties } from "./encounter-line";
import { ReasonConfirm } from "./reason-confirm";
import { SaidOf } from "./said-of";
import { WhoAsks } from "./who-asks";

const texts = encounterStrings.joined;
const candidateTexts = encounterStrings.candidates;

const accountId = (account: Account) => `${account.document.id}#${account.event}`;
const publisherOf = (account: Account) => account.document.publisher ?? strings.unknownPublisher;
const reasonOf = (why: string) => (why ? { why } : {});

/** The account a link names: its publisher and day, which a reader tells apart, rather than its id. */
function said(id: string, accounts: Account[]): string {
  const account = accounts.find((one) => accountId(one) === id);
  return account ? `${publisherOf(account)}, ${account.document.day ?? strings.ledger.undated}` : id;
}

function Link({ link, accounts }: { link: JoiningLink; accounts: Account[] }) {
  return (
    <li>
      <b>{texts.pair(said(link.account, accounts), said(link.with, accounts))}</b>: {link.why.join("; ")}
    </li>
  );
}

/** `onDone`: the encounter is to be asked for anew; says what was done. */
type Done = (what: string) => void;

function Part({ account, onDone }: { account: Account; onDone: Done }) {
  const [open, setOpen] = useState(false);
  const name = texts.part(publisherOf(account), account.document.title ?? strings.untitled);
  if (!open) {
    return (
      <button type="button" class="quiet" aria-expanded={false} onClick={() => setOpen(true)}>
        {name}
      </button>
    );
  }
  return (
    <ReasonConfirm
      act={texts.partAct}
      onCancel={() => setOpen(false)}
      onConfirm={async (why) => {
        await corrections.make([{ action: "part_account", document: account.document.id, fact: account.event, ...reasonOf(why) }]);
        onDone(texts.done);
      }}
    >
      <h3>{name}</h3>
      <p class="note">{texts.partLead}</p>
    </ReasonConfirm>
  );
}

function EncounterJoined({ view, editor, onDone }: { view: EncounterView; editor: boolean; onDone: Done }) {
  const id = useId();
  if (view.all_accounts.length < 2) return null;
  return (
    <section class="joined-by" aria-labelledby={id}>
      <h2 id={id}>{texts.head}</h2>
      {view.confidence !== null ? <p class="note">{texts.confidence(view.confidence)}</p> : null}
      <ul class="reasons">
        {view.joined_by.map((link) => (
          <Link key={`${link.account} ${link.with}`} link={link} accounts={view.all_accounts} />
        ))}
      </ul>
      {editor ? (
        <ul class="part-ways">
          {view.all_accounts.map((account) => (
            <li key={accountId(account)}>
              <Part account={account} onDone={onDone} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

async function join(view: EncounterView, other: string, why: string): Promise<void> {
  await corrections.make([{ action: "join_encounters", encounter: view.id, other_encounter: other, ...reasonOf(why) }]);
}

function Candidate({ view, one, editor, onDone }: { view: EncounterView; one: EncounterCandidate; editor: boolean; onDone: Done }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="candidate">
      <ul class="encounters">
        <EncounterLine encounter={one.encounter} />
      </ul>
      <p class="line-more">
        <b>{candidateTexts.for}</b> {one.why.join("; ")} ({candidateTexts.confidence(one.confidence)}). <b>{candidateTexts.against}</b> {one.against}.
      </p>
      {editor && !open ? (
        <button type="button" class="quiet" aria-expanded={false} aria-label={candidateTexts.joinNamed(sayOther(one.encounter))} onClick={() => setOpen(true)}>
          {candidateTexts.join}
        </button>
      ) : null}
      {open ? (
        <ReasonConfirm
          act={candidateTexts.joinAct}
          onCancel={() => setOpen(false)}
          onConfirm={async (why) => {
            await join(view, one.encounter.id, why);
            onDone(candidateTexts.done);
          }}
        >
          <p class="note">{candidateTexts.joinLead}</p>
        </ReasonConfirm>
      ) : null}
    </div>
  );
}

function EncounterCandidates({ view, editor, onDone }: { view: EncounterView; editor: boolean; onDone: Done }) {
  const id = useId();
  if (view.candidates.length === 0) return null;
  return (
    <section class="candidates" aria-labelledby={id}>
      <h2 id={id}>{candidateTexts.head}</h2>
      <p class="note">{candidateTexts.note}</p>
      {view.candidates.map((one) => (
        <Candidate key={one.encounter.id} view={view} one={one} editor={editor} onDone={onDone} />
      ))}
    </section>
  );
}

/** "Phone call, 3 May 2024: Ola Brandt and Kari Lund" */
function sayOther(encounter: Encounter): string {
  const who = encounterParties(encounter.participants) || encounter.document.title || strings.untitled;
  return `${[encounterName(encounter), sayEventTime(encounter.time)?.text].filter(Boolean).join(", ")}: ${who}`;
}

const daysAround = 10;
const mostOthers = 20;

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Where one would look for the same encounter: about these days, one of the same people or else a country of theirs. */
function nearby(view: EncounterView): URLSearchParams {
  const query = new URLSearchParams({ limit: String(mostOthers + 1) });
  const person = view.participants.find((one) => one.type === "person" && one.person);
  const country = view.participants.find((one) => one.country)?.country;
  if (person?.person) query.set("person", person.person);
  else if (country) query.set("country", country);
  const { from, to } = view.time;
  if (from) query.set("from", shifted(from, -daysAround));
  if (to ?? from) query.set("to", shifted((to ?? from)!, daysAround));
  return query;
}

/** What the program does not propose can be joined all the same. */
function JoinOther({ view, onDone, onCancel }: { view: EncounterView; onDone: Done; onCancel: () => void }) {
  const name = useId();
  const query = nearby(view);
  const { value } = useAnswer(paths.encounters(query), (signal) => api.encounters(query, signal));
  const [chosen, setChosen] = useState<Encounter | null>(null);
  const others = (value?.encounters ?? []).filter((one) => one.id !== view.id).slice(0, mostOthers);
  return (
    <ReasonConfirm
      act={joiningStrings.otherAct(chosen ? sayOther(chosen) : "")}
      disabled={!chosen}
      onCancel={onCancel}
      onConfirm={async (why) => {
        await join(view, chosen!.id, why);
        onDone(candidateTexts.done);
      }}
    >
      <fieldset class="join-others" aria-busy={value === null}>
        <legend>{view.time.from ? joiningStrings.otherLead : joiningStrings.otherUndated}</legend>
        {value && others.length === 0 ? <p class="note">{joiningStrings.otherNone}</p> : null}
        {others.map((one) => (
          <label class="check" key={one.id}>
            <input type="radio" name={name} checked={chosen?.id === one.id} onChange={() => setChosen(one)} />
            <span>
              {sayOther(one)} <span class="note">{strings.account.own(one.document.publisher ?? strings.unknownPublisher)}</span>
            </span>
          </label>
        ))}
        {value && value.total > others.length + 1 ? <p class="note">{joiningStrings.most(others.length)}</p> : null}
      </fieldset>
    </ReasonConfirm>
  );
}

/** A parted account has a page of its own. */
function ownPage(view: EncounterView, one: Correction) {
  if (one.action !== "part_account" || one.undone || !one.other_encounter || one.other_encounter === view.id) return null;
  return (
    <>
      {"· "}
      <a href={addresses.encounter(one.other_encounter)} aria-label={`${texts.own}: ${one.label ?? ""}`}>
        {texts.own}
      </a>
    </>
  );
}

/** All that joins and parts the accounts of an encounter: by the program, and by people. */
export function EncounterJoining({ view, again }: { view: EncounterView; again: () => void }) {
  const editor = mayCorrect(useSession());
  const [other, setOther] = useState(false);
  const [just, setJust] = useState({ what: "", times: 0 });
  const done = (what: string) => {
    setOther(false);
    setJust({ what, times: just.times + 1 });
    again();
  };
  return (
    <>
      <EncounterJoined view={view} editor={editor} onDone={done} />
      <EncounterCandidates view={view} editor={editor} onDone={done} />
      <section class="who-is-who joining" aria-labelledby="joining">
        <h2 id="joining">{joiningStrings.title}</h2>
        <SaidOf key={just.times} of={{ encounter: view.id }} link={(one) => ownPage(view, one)} just={just.what} onDone={again} />
        {editor && !other ? (
          <p class="reason-ways">
            <button type="button" onClick={() => setOther(true)}>
              {joiningStrings.other} …
            </button>
          </p>
        ) : null}
        {other ? <JoinOther view={view} onDone={done} onCancel={() => setOther(false)} /> : null}
        <WhoAsks />
      </section>
    </>
  );
}
