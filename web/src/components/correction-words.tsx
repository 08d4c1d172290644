/** A correction in words: what was done to which field, by whom, when and why. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";

import { useCountries } from "../countries";
import { sayValue, type Sayers } from "../facts/fields";
import { sayDay } from "../format";
import { strings } from "../strings";
import type { Correction } from "../types";

const texts = strings.corrections;

/** "Accepted by ana, 23 November 2026". */
export function sayWhoAndWhen(correction: Correction): string {
  const done: Record<string, string> = texts.standing.done;
  return texts.standing.by(done[correction.action] ?? correction.action.replace(/_/g, " "), correction.who, sayDay(correction.made));
}

export function sayField(name: string | null): string {
  return name ? (texts.form.fields[name] ?? name) : "";
}

/** The names of those whom the document at hand names, by their ids. */
export const NamesContext = createContext<((id: string) => string) | undefined>(undefined);

export function useSayers(): Sayers {
  const { nameOf: country } = useCountries();
  const entity = useContext(NamesContext);
  return entity ? { country, entity } : { country };
}

/** "Kind: Visit, was Meeting" of a change; nothing of any other. */
export function ChangedValue({ correction }: { correction: Correction }) {
  const sayers = useSayers();
  if (correction.action !== "change") return null;
  const { fact, field, value, before } = correction;
  return <>{texts.standing.changed(sayField(field), sayValue(fact, field, value, sayers), sayValue(fact, field, before, sayers))}</>;
}

const marks: Record<string, string> = { confirm: "✓", change: "✎", reject: "✕" };

/** What was said of a fact, one line each correction that stands. */
export function StandingLine({ correction }: { correction: Correction }) {
  return (
    <p class={`standing standing-${correction.action}`}>
      <span class="standing-mark" aria-hidden="true">
        {marks[correction.action] ?? "•"}
      </span>{" "}
      {correction.action === "change" ? (
        <>
          <ChangedValue correction={correction} />
          {" · "}
        </>
      ) : null}
      {sayWhoAndWhen(correction)}
      {correction.why ? <> {texts.standing.because(correction.why)}</> : null}
    </p>
  );
}
