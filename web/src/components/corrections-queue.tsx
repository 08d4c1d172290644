/** The queue: the least certain fact with its sentence and the reason, judged by one key; then the next one. */
import { useEffect, useRef } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { canChange, canReject, fieldsOf, heldIn, namesSomebody, sayNamed, sayValue } from "../facts/fields";
import { keyOf, useQueueing, type QueueAnew, type Queueing } from "../facts/queueing";
import { directionOf } from "../format";
import { useKeys } from "../keys";
import { addresses, changed, navigate } from "../router";
import { mayCorrect, useSession } from "../session";
import { nameOf, strings } from "../strings";
import { withoutMarks } from "../text/markup";
import { factHash } from "../text/passage";
import { surroundings } from "../text/surroundings";
import type { QueuedFact } from "../types";
import { AnewBox } from "./anew";
import { ChangeForm } from "./change-form";
import { ClashBox } from "./clash";
import { sayField, useSayers } from "./correction-words";
import { inWords } from "./fact-lines";
import { NotKept, ReasonFirst } from "./reason-confirm";
import { SourceLine } from "./source-line";
import { Empty, Failed, Loading } from "./state";

const texts = strings.corrections.queue;
const judge = strings.corrections.judge;

function Read({ fact }: { fact: QueuedFact }) {
  const sayers = useSayers();
  const rows = fieldsOf(fact.id)
    .map(({ name, control }) => ({ name, control, held: namesSomebody(control) ? sayNamed(fact.fact, name) : heldIn(fact.fact, name) }))
    .filter(({ control, held }) => held && !(control.kind === "truth" && held === "0"));
  if (rows.length === 0) return null;
  return (
    <dl class="particulars" aria-label={texts.fields}>
      {rows.map(({ name, control, held }) => (
        <div>
          <dt>{sayField(name)}</dt>
          <dd>{namesSomebody(control) ? held : sayValue(fact.id, name, held, sayers)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The words judged within those around them; alone until the document has come. */
function InSentence({ fact }: { fact: QueuedFact }) {
  const id = fact.document.id;
  const { value } = useAnswer(paths.document(id, null), (signal) => api.document(id, null, signal));
  const around = value ? surroundings(fact.in === "title" ? (value.analysis.document.title ?? "") : value.analysis.text, fact) : null;
  if (!around) return <mark>{inWords(fact.quote ?? "")}</mark>;
  return (
    <>
      {withoutMarks(around.before)}
      <mark>{inWords(around.words)}</mark>
      {withoutMarks(around.after)}
    </>
  );
}

function Shown({ fact }: { fact: QueuedFact }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const key = keyOf(fact);
  const first = useRef(key);
  // The next fact is read from its top; the first one leaves the focus where it was.
  useEffect(() => {
    if (first.current !== key) heading.current?.focus({ preventScroll: true });
    first.current = "";
  }, [key]);
  return (
    <>
      <SourceLine document={fact.document} />
      <h2 ref={heading} tabIndex={-1} class="queue-kind">
        {nameOf(strings.corrections.kind, fact.kind)}
      </h2>
      <blockquote class="queue-quote" lang={fact.document.language ?? ""} dir={directionOf(fact.document.language)}>
        <InSentence fact={fact} />
      </blockquote>
      <Read fact={fact} />
      <p class="queue-why">
        <span class="note">
          {texts.why}: {fact.why ?? ""}
          {fact.confidence === null ? "" : `${fact.why ? ", " : ""}${texts.confidence(fact.confidence.toFixed(2))}`}
        </span>{" "}
        <a href={addresses.document(fact.document.id, factHash(fact.id))}>{texts.open}</a>
      </p>
    </>
  );
}

function Ways({ queueing, fact, may }: { queueing: Queueing; fact: QueuedFact; may: boolean }) {
  const { waiting } = queueing.keeping;
  return (
    <p class="desk-ways">
      {may ? (
        <>
          <button type="button" disabled={waiting} onClick={queueing.accept}>
            {judge.accept} <kbd aria-hidden="true">a</kbd>
          </button>
          <button type="button" disabled={waiting || !canReject(fact.id)} onClick={queueing.reject}>
            {judge.reject} <kbd aria-hidden="true">x</kbd>
          </button>
          <button type="button" disabled={waiting || !canChange(fact.id)} onClick={queueing.startChange}>
            {judge.change} <kbd aria-hidden="true">e</kbd>
          </button>
        </>
      ) : null}
      <button type="button" disabled={waiting} onClick={queueing.skip}>
        {texts.skip} <kbd aria-hidden="true">s</kbd>
      </button>
      {may ? (
        <span class="desk-back">
          <button type="button" class="quiet" disabled={waiting} onClick={queueing.giveReason}>
            {judge.giveReason} <kbd aria-hidden="true">r</kbd>
          </button>
          <button type="button" class="quiet" disabled={waiting} onClick={queueing.undo}>
            {judge.undo} <kbd aria-hidden="true">u</kbd>
          </button>
        </span>
      ) : null}
    </p>
  );
}

function ReadAnew({ queueing, anew }: { queueing: Queueing; anew: QueueAnew }) {
  const sayers = useSayers();
  const fields = anew.now ? fieldsOf(anew.fact).filter(({ name, control }) => !namesSomebody(control) && heldIn(anew.now!, name)) : [];
  return (
    <AnewBox
      wanted={anew.wanted}
      waiting={queueing.keeping.waiting}
      error={queueing.keeping.error}
      now={anew.now ? fields.map(({ name }) => <span>{`${sayField(name)}: ${sayValue(anew.fact, name, heldIn(anew.now!, name), sayers)}`}</span>) : strings.corrections.anew.gone}
      onKeep={anew.now ? queueing.keepAnew : null}
      onLeave={queueing.leaveAnew}
    >
      <a href={addresses.document(anew.document, anew.now ? factHash(anew.fact) : "")}>{texts.open}</a>
    </AnewBox>
  );
}

function Desk({ queueing, fact, may }: { queueing: Queueing; fact: QueuedFact; may: boolean }) {
  const { keeping, changing } = queueing;
  if (keeping.clash) return <ClashBox keeping={keeping} />;
  if (queueing.anew) return <ReadAnew queueing={queueing} anew={queueing.anew} />;
  if (changing) {
    return (
      <ChangeForm
        name={nameOf(strings.corrections.kind, fact.kind)}
        id={fact.id}
        fact={changing.fact}
        named={changing.named}
        why={queueing.why}
        onWhy={queueing.setWhy}
        waiting={keeping.waiting}
        onKeep={queueing.change}
        onCancel={queueing.stopChange}
      >
        <NotKept error={keeping.error} />
      </ChangeForm>
    );
  }
  return (
    <>
      <Ways queueing={queueing} fact={fact} may={may} />
      {queueing.asksWhy ? <ReasonFirst value={queueing.why} onInput={queueing.setWhy} back=".queue-kind" /> : null}
      <NotKept error={keeping.error} />
    </>
  );
}

function One({ kind }: { kind: string }) {
  const queueing = useQueueing(kind);
  const may = mayCorrect(useSession());
  const { fact, total, kinds } = queueing;
  useKeys({
    ...(may ? { a: queueing.accept, x: queueing.reject, e: queueing.startChange, r: queueing.giveReason, u: queueing.undo } : {}),
    s: queueing.skip,
    Escape: () => {
      if (queueing.anew) queueing.leaveAnew();
      else if (queueing.changing) queueing.stopChange();
      else if (queueing.keeping.clash) queueing.keeping.forgive();
      else return false;
      return true;
    },
  });
  return (
    <>
      <div class="ledger-filters">
        <div class="field">
          <label for="queue-kind">{texts.kind}</label>
          <select id="queue-kind" value={kind} onChange={(event) => navigate(addresses.corrections(changed(new URLSearchParams(), { kind: event.currentTarget.value })))}>
            <option value="">{texts.any}</option>
            {(kind && !kinds.some((one) => one.value === kind) ? [...kinds, { value: kind, count: 0 }] : kinds).map(({ value, count }) => (
              <option value={value ?? ""}>{`${nameOf(strings.corrections.kinds, value)} (${strings.number(count)})`}</option>
            ))}
          </select>
        </div>
        <p class="queue-left" role="status">
          {total === null ? "" : texts.left(total)}
          {queueing.skipped > 0 ? `, ${texts.passed(queueing.skipped)}` : ""}
        </p>
      </div>
      {queueing.error ? <Failed error={queueing.error} again={queueing.again} /> : !fact && queueing.waiting ? <Loading /> : null}
      {fact ? (
        <article class="queue-fact" aria-busy={queueing.keeping.waiting}>
          <Shown fact={fact} />
          <Desk key={keyOf(fact)} queueing={queueing} fact={fact} may={may} />
        </article>
      ) : null}
      {!fact && !queueing.waiting && !queueing.error ? (
        <Empty title={texts.empty}>
          <p>{texts.emptyHint}</p>
          {queueing.skipped > 0 ? (
            <button type="button" onClick={queueing.again}>
              {texts.fromStart}
            </button>
          ) : null}
        </Empty>
      ) : null}
      <p class="desk-said" role="status">
        {queueing.said}
      </p>
    </>
  );
}

export function CorrectionsQueue({ query }: { query: URLSearchParams }) {
  const kind = query.get("kind") ?? "";
  return (
    <section class="queue" aria-label={strings.corrections.tabs.queue}>
      <p class="lead">{texts.lead}</p>
      <One key={kind} kind={kind} />
    </section>
  );
}
