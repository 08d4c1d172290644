/** Where the fact held, or those chosen, are judged: what was said of them so far, and the ways to say more. */
import { useEffect, useRef } from "preact/hooks";

import type { Facts } from "../facts/facts";
import { canChange, canReject } from "../facts/fields";
import type { Judging } from "../facts/judging";
import { rawFact } from "../facts/standing";
import { strings } from "../strings";
import { ChangeForm } from "./change-form";
import { ClashBox } from "./clash";
import { StandingLine } from "./correction-words";
import { NotKept, ReasonField } from "./reason-confirm";

const texts = strings.corrections.judge;

function KeyHint({ of }: { of: string }) {
  return <kbd aria-hidden="true">{of}</kbd>;
}

/** Said of the one fact, or how many are chosen. */
function Subject({ judging }: { judging: Judging }) {
  const { subject, chosen, standing } = judging;
  const [fact] = subject;
  if (!fact) return <p class="note desk-hint">{texts.hint}</p>;
  if (chosen.size > 0) {
    return (
      <p class="desk-subject">
        <strong>{texts.chosen(subject.length)}</strong>{" "}
        <button type="button" class="quiet" onClick={judging.chooseNone}>
          {texts.letGo}
        </button>
      </p>
    );
  }
  const lines = standing.get(fact.id) ?? [];
  return (
    <div class="desk-subject">
      <p>
        <strong>{fact.title}</strong> {lines.length === 0 ? <span class="note">{strings.corrections.standing.machine}</span> : null}
      </p>
      {lines.map((one) => (
        <StandingLine key={one.number} correction={one} />
      ))}
    </div>
  );
}

function Ways({ judging }: { judging: Judging }) {
  const { subject, keeping } = judging;
  const none = subject.length === 0 || keeping.waiting;
  const [one] = subject;
  return (
    <p class="desk-ways">
      <button type="button" disabled={none} onClick={judging.accept}>
        {texts.accept} <KeyHint of="a" />
      </button>
      <button type="button" disabled={none || !subject.every((fact) => canReject(fact.id))} onClick={judging.reject}>
        {texts.reject} <KeyHint of="x" />
      </button>
      <button type="button" disabled={none || subject.length > 1 || !canChange(one!.id)} onClick={judging.startChange}>
        {texts.change} <KeyHint of="e" />
      </button>
    </p>
  );
}

/** The field opens when one asks for it; Enter gives the keys back to the fact. */
function Reason({ judging }: { judging: Judging }) {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector("input")?.focus({ preventScroll: true }), []);
  return (
    <div
      ref={field}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        document.querySelector<HTMLElement>(".fact.held [data-hold]")?.focus({ preventScroll: true });
      }}
    >
      <ReasonField value={judging.why} onInput={judging.setWhy} />
    </div>
  );
}

function Besides({ judging }: { judging: Judging }) {
  const { keeping, subject, asksWhy } = judging;
  return (
    <p class="desk-besides">
      {subject.length > 0 && !asksWhy ? (
        <button type="button" class="quiet" onClick={judging.giveReason}>
          {texts.giveReason} <KeyHint of="r" />
        </button>
      ) : null}
      <span class="desk-back">
        <button type="button" class="quiet" disabled={keeping.waiting} onClick={judging.undo}>
          {texts.undo} <KeyHint of="u" />
        </button>
        <button type="button" class="quiet" disabled={keeping.waiting} onClick={judging.redo}>
          {texts.redo} <KeyHint of="U" />
        </button>
      </span>
    </p>
  );
}

export function JudgeDesk({ judging, facts }: { judging: Judging; facts: Facts }) {
  if (!judging.may) return null;
  const { keeping, subject, changing, concerns } = judging;
  const error = concerns ? keeping.error : null;
  const raw = changing && subject[0] ? rawFact(facts.analysis, subject[0].id) : undefined;
  return (
    <section class="desk" aria-label={texts.label} aria-busy={keeping.waiting}>
      {keeping.clash && concerns ? (
        <ClashBox keeping={keeping} />
      ) : raw ? (
        <ChangeForm
          key={subject[0]!.id}
          name={subject[0]!.title}
          id={subject[0]!.id}
          fact={raw}
          named={facts.analysis.entities}
          why={judging.why}
          onWhy={judging.setWhy}
          waiting={keeping.waiting}
          onKeep={judging.change}
          onCancel={judging.stopChange}
        >
          <NotKept error={error} />
        </ChangeForm>
      ) : (
        <>
          <Subject judging={judging} />
          <Ways judging={judging} />
          {judging.asksWhy && subject.length > 0 ? <Reason judging={judging} /> : null}
          <Besides judging={judging} />
          <NotKept error={error} />
        </>
      )}
      <p class="desk-said" role="status">
        {judging.said}
      </p>
    </section>
  );
}
