/** What people joined and parted, with who, when and why, and the way to take it back or do it again. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { useAnswer } from "../answers";
import { correctionPaths, corrections } from "../corrections";
import { sayDay } from "../format";
import { addresses } from "../router";
import { mayCorrect, useSession } from "../session";
import { strings } from "../strings";
import type { Correction } from "../types";
import { NotKept } from "./reason-confirm";

const texts = strings.corrections.said;
const most = "100";

function sayWhat(one: Correction): string {
  const label = one.label ?? "";
  return one.action === "join_people" || one.action === "join_encounters" ? texts.joined(label) : texts.parted(label);
}

interface Properties {
  of: { person: string } | { encounter: string };
  /** Where else it leads, of one of them. */
  link?: (one: Correction) => ComponentChildren;
  onDone: () => void;
  /** What was just done, said where it now stands. */
  just?: string;
}

export function SaidOf({ of, link, onDone, just = "" }: Properties) {
  const may = mayCorrect(useSession());
  const query = new URLSearchParams({ ...of, limit: most });
  const { value, again } = useAnswer(correctionPaths.log(query), (signal) => corrections.log(query, signal));
  const [turned, setTurned] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  const said = turned || just;
  const list = value?.corrections ?? [];
  const none = list.length === 0;
  // The button that was pressed is gone; who works by keyboard goes on from here.
  useEffect(() => {
    if (said) status.current?.focus({ preventScroll: true });
  }, [said, none]);
  if (none) return null;
  const turn = async (one: Correction) => {
    setWaiting(true);
    setError(null);
    try {
      await (one.undone ? corrections.redo([one.number]) : corrections.undo([one.number]));
      setTurned((one.undone ? texts.doneAgain : texts.backTaken)(sayWhat(one)));
      again();
      onDone();
    } catch (wrong) {
      setError(wrong);
    } finally {
      setWaiting(false);
    }
  };
  return (
    <>
      <p ref={status} class="desk-said" role="status" tabIndex={-1}>
        {said}
      </p>
      <ul class="said" aria-busy={waiting}>
        {list.map((one) => (
          <li key={one.number} class={one.undone ? "undone" : ""}>
            <span>
              <span class="what-said">{sayWhat(one)}</span> {one.document ? <a href={addresses.document(one.document.id)}>{one.document.title ?? strings.untitled}</a> : null} {link?.(one)}{" "}
              <span class="note">
                {strings.corrections.log.by(one.who, sayDay(one.made))}
                {one.why ? ` ${strings.corrections.standing.because(one.why)}` : ""}
                {one.undone ? ` · ${strings.corrections.log.takenBack(one.undone_by ?? "", sayDay(one.undone))}` : ""}
              </span>
            </span>
            {may ? (
              <button type="button" class="quiet" disabled={waiting} aria-label={(one.undone ? texts.againOf : texts.takeBackOf)(sayWhat(one))} onClick={() => void turn(one)}>
                {one.undone ? texts.again : texts.takeBack}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <NotKept error={error} />
    </>
  );
}
