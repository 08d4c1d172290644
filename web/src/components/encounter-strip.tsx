/** The accounts of an encounter in the order of publication, around its day; and on what they give different values. */
import { useId } from "preact/hooks";

import { sayDay, sayTimex } from "../format";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import { encounterStrings } from "../strings/encounter";
import { factHash } from "../text/passage";
import type { Disagreement, EncounterView, StripStep } from "../types";
import { inWords } from "./fact-lines";

const texts = encounterStrings.strip;

/** "d-...#v-..." */
export const eventOf = (account: string) => account.slice(account.lastIndexOf("#") + 1);

function Step({ step }: { step: StripStep }) {
  return (
    <li class={`step s-${step.kind}`}>
      <span class="step-when">
        <b>{step.day ? sayDay(step.day) : strings.ledger.undated}</b> <span class="note">{texts.days(step.days)}</span>
      </span>
      <span>
        {step.publisher ?? strings.unknownPublisher} <span class="note">{nameOf(texts.kinds, step.kind)}</span>
        <br />
        <a href={addresses.document(step.document, factHash(eventOf(step.account)))}>{step.title ? inWords(step.title) : strings.untitled}</a>
      </span>
    </li>
  );
}

export function EncounterStrip({ view }: { view: EncounterView }) {
  const id = useId();
  if (view.strip.length < 2) return null;
  const first = view.strip.findIndex((step) => step.days !== null && step.days >= 0);
  const before = first < 0 ? view.strip.length : first;
  const day = view.strip.find((step) => step.days !== null);
  const held = (
    <li class="step held-day" key="held">
      <b>{texts.held}</b>
    </li>
  );
  return (
    <section class="time-strip" aria-labelledby={id}>
      <h2 id={id}>{texts.head}</h2>
      <p class="note">{texts.note}</p>
      <ol>
        {view.strip.slice(0, before).map((step) => (
          <Step key={step.account} step={step} />
        ))}
        {day ? held : null}
        {view.strip.slice(before).map((step) => (
          <Step key={step.account} step={step} />
        ))}
      </ol>
    </section>
  );
}

function valueOf(what: string, value: string): string {
  if (what === "day") return value.split(" to ").map((day) => sayDay(day)).join(" – ");
  return what === "duration" ? sayTimex(value) : value;
}

function Row({ one }: { one: Disagreement }) {
  return (
    <>
      {one.values.map((told, index) => (
        <tr>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={one.values.length}>
              {nameOf(encounterStrings.differs.what, one.what)}
            </th>
          ) : null}
          <td>{valueOf(one.what, told.value)}</td>
          <td>{told.publishers.map((name) => name || strings.unknownPublisher).join(", ")}</td>
        </tr>
      ))}
    </>
  );
}

export function EncounterDiffers({ view }: { view: EncounterView }) {
  const id = useId();
  const { head, note, columns } = encounterStrings.differs;
  if (view.differs.length === 0) return null;
  return (
    <section class="account-differs" aria-labelledby={id}>
      <h2 id={id}>{head}</h2>
      <p class="note">{note}</p>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.value}</th>
            <th scope="col">{columns.by}</th>
          </tr>
        </thead>
        {view.differs.map((one) => (
          <tbody key={one.what}>
            <Row one={one} />
          </tbody>
        ))}
      </table>
    </section>
  );
}
