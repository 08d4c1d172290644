/** Where the fact held, or those chosen, are judged: what was said of them so far, and the ways to say more. */
import type { Facts } from "../facts/facts";
import { canChange, canReject } from "../facts/fields";
import type { Judging } from "../facts/judging";
import { rawFact } from "../facts/standing";
import { strings } from "../strings";
import { AnewBox } from "./anew";
import { ChangeForm } from "./change-form";
import { ClashBox } from "./clash";
import { StandingLine } from "./correction-words";
import { NotKept, ReasonFirst } from "./reason-confirm";

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

/** What could not be kept, beside the facts as they are read now. */
function ReadAnew({ judging, facts }: { judging: Judging; facts: Facts }) {
  const { anew, keeping } = judging;
  if (!anew) return null;
  const now = [...new Set(anew.carried?.map((one) => one.fact ?? ""))].map((id) => facts.byId(id)).filter((fact) => fact !== undefined);
  return (
    <AnewBox
      wanted={anew.wanted}
      nameOf={anew.nameOf}
      waiting={keeping.waiting || !anew.read}
      error={keeping.error}
      now={
        !anew.read ? strings.loading : !anew.carried ? strings.corrections.anew.gone : now.map((fact) => (
          <span>
            {fact.title}
            {fact.note ? <span class="note"> {fact.note}</span> : null}
          </span>
        ))
      }
      onKeep={anew.carried ? judging.keepAnew : null}
      onForm={anew.carried && anew.verb === "change" ? judging.formAnew : null}
      onLeave={judging.leaveAnew}
    />
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
      {judging.anew ? (
        <ReadAnew judging={judging} facts={facts} />
      ) : keeping.clash && concerns ? (
        <ClashBox keeping={keeping} />
      ) : raw ? (
        <ChangeForm
          key={subject[0]!.id}
          name={subject[0]!.title}
          id={subject[0]!.id}
          fact={raw}
          named={facts.analysis.entities}
          entered={judging.entered}
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
          {judging.asksWhy && subject.length > 0 ? <ReasonFirst value={judging.why} onInput={judging.setWhy} back=".fact.held [data-hold]" /> : null}
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
