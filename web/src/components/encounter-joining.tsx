/** Why several accounts are one encounter, which other encounters may be it, and the buttons that join and part. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";

import { corrections, reasonOf } from "../corrections";
import { mayCorrect, useSession } from "../session";
import { strings } from "../strings";
import { encounterStrings } from "../strings/encounter";
import type { Account, EncounterCandidate, EncounterView, JoiningLink } from "../types";
import { EncounterLine } from "./encounter-line";

const texts = encounterStrings.joined;

interface ReasonProperties { act: string; onConfirm: (why: string) => Promise<void>; onCancel: () => void; children?: ComponentChildren }

/** What will be done, an optional reason, and the button that does it; what could not be kept says so. */
function ReasonConfirm({ act, onConfirm, onCancel, children }: ReasonProperties) {
  const id = useId();
  const [why, setWhy] = useState("");
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState("");
  const confirm = async (event: Event) => {
    event.preventDefault();
    setWaiting(true);
    setError("");
    try {
      await onConfirm(why.trim());
    } catch (wrong) {
      setError(reasonOf(wrong) || texts.failed);
    } finally {
      setWaiting(false);
    }
  };
  return (
    <form class="reason-confirm" onSubmit={confirm} aria-busy={waiting}>
      {children}
      <p>
        <label for={id}>{texts.reason}</label> <input id={id} type="text" maxLength={1000} autocomplete="off" value={why} onInput={(event) => setWhy(event.currentTarget.value)} />
      </p>
      {error ? (
        <p class="failed" role="alert">
          {error}
        </p>
      ) : null}
      <p>
        <button type="submit" disabled={waiting}>
          {act}
        </button>{" "}
        <button type="button" class="quiet" onClick={onCancel}>
          {texts.cancel}
        </button>
      </p>
    </form>
  );
}

const accountId = (account: Account) => `${account.document.id}#${account.event}`;
const publisherOf = (account: Account) => account.document.publisher ?? strings.unknownPublisher;

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

function Part({ account, onDone }: { account: Account; onDone: () => void }) {
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
        await corrections.make([{ action: "part_account", document: account.document.id, fact: account.event, ...(why ? { why } : {}) }]);
        onDone();
      }}
    >
      <p>{name}</p>
    </ReasonConfirm>
  );
}

/** `onDone`: the encounter is to be asked for anew. */
export function EncounterJoined({ view, onDone }: { view: EncounterView; onDone: () => void }) {
  const id = useId();
  const editor = mayCorrect(useSession());
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
            <li key={account.event}>
              <Part account={account} onDone={onDone} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Candidate({ view, one, editor, onDone }: { view: EncounterView; one: EncounterCandidate; editor: boolean; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const words = encounterStrings.candidates;
  return (
    <div class="candidate">
      <ul class="encounters">
        <EncounterLine encounter={one.encounter} />
      </ul>
      <p class="line-more">
        <b>{words.for}</b> {one.why.join("; ")} ({words.confidence(one.confidence)}). <b>{words.against}</b> {one.against}.
      </p>
      {editor && !open ? (
        <button type="button" class="quiet" aria-expanded={false} onClick={() => setOpen(true)}>
          {words.join}
        </button>
      ) : null}
      {open ? (
        <ReasonConfirm
          act={words.joinAct}
          onCancel={() => setOpen(false)}
          onConfirm={async (why) => {
            await corrections.make([{ action: "join_encounters", encounter: view.id, other_encounter: one.encounter.id, ...(why ? { why } : {}) }]);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
}

export function EncounterCandidates({ view, onDone }: { view: EncounterView; onDone: () => void }) {
  const id = useId();
  const editor = mayCorrect(useSession());
  if (view.candidates.length === 0) return null;
  return (
    <section class="candidates" aria-labelledby={id}>
      <h2 id={id}>{encounterStrings.candidates.head}</h2>
      <p class="note">{encounterStrings.candidates.note}</p>
      {view.candidates.map((one) => (
        <Candidate key={one.encounter.id} view={view} one={one} editor={editor} onDone={onDone} />
      ))}
    </section>
  );
}
