/** Two have corrected the same fact at once: theirs beside one's own, and the choice. */
import { useEffect, useRef } from "preact/hooks";

import { sayValue } from "../facts/fields";
import type { Keeping } from "../facts/keeping";
import { sayDay } from "../format";
import { strings } from "../strings";
import type { WantedCorrection } from "../types";
import { ChangedValue, sayField, sayWhoAndWhen, useSayers } from "./correction-words";

const texts = strings.corrections.conflict;

/** What somebody wanted kept, in words: a line each. */
export function WantedLines({ wanted }: { wanted: WantedCorrection[] }) {
  const sayers = useSayers();
  const done: Record<string, string> = strings.corrections.standing.done;
  return (
    <>
      {wanted.map((one) => (
        <span>
          {done[one.action]}
          {one.action === "change" ? `: ${sayField(one.field ?? null)}: ${sayValue(one.fact ?? null, one.field ?? null, one.value ?? null, sayers)}` : ""}
          {one.why ? ` ${strings.corrections.standing.because(one.why)}` : ""}
        </span>
      ))}
    </>
  );
}

export function ClashBox({ keeping }: { keeping: Keeping }) {
  const box = useRef<HTMLDivElement>(null);
  const { clash } = keeping;
  useEffect(() => {
    if (clash) box.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [clash]);
  if (!clash) return null;
  const { theirs } = clash.conflict;
  const mine = clash.wanted.filter((one) => one.fact === theirs.fact);
  const others = clash.wanted.length > mine.length;
  return (
    <div ref={box} class="clash" role="alertdialog" aria-label={texts.title}>
      <p>
        <strong>{texts.title}</strong> {texts.kept}
      </p>
      <dl>
        <div>
          <dt>{texts.theirs}</dt>
          <dd>
            <ChangedValue correction={theirs} /> {sayWhoAndWhen(theirs)}
            {theirs.why ? ` ${strings.corrections.standing.because(theirs.why)}` : ""}
            {theirs.undone ? ` · ${strings.corrections.log.takenBack(theirs.undone_by ?? "", sayDay(theirs.undone))}` : ""}
          </dd>
        </div>
        <div>
          <dt>{texts.yours}</dt>
          <dd>
            <WantedLines wanted={mine} />
          </dd>
        </div>
      </dl>
      <p class="reason-ways">
        {others ? (
          <button type="button" onClick={() => void keeping.leaveOut()}>
            {texts.leaveOut}
          </button>
        ) : (
          <button type="button" onClick={keeping.keepTheirs}>
            {texts.keepTheirs}
          </button>
        )}
        <button type="button" onClick={() => void keeping.keepMine()}>
          {texts.keepMine}
        </button>
      </p>
    </div>
  );
}
