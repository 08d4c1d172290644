/** A document was read anew while one judged it: what one entered, what stands there now, and the choice. */
import { useEffect, useId, useRef } from "preact/hooks";
import type { ComponentChildren } from "preact";

import { strings } from "../strings";
import type { WantedCorrection } from "../types";
import { WantedLines } from "./clash";
import { NamesContext } from "./correction-words";
import { NotKept } from "./reason-confirm";

const texts = strings.corrections.anew;

interface Properties {
  wanted: WantedCorrection[];
  /** Whom the document named as it was. */
  nameOf?: ((id: string) => string) | undefined;
  /** What is read there now; nothing until it has come. */
  now: ComponentChildren;
  waiting: boolean;
  error: unknown;
  /** Keeps it of what stands there now; null where that cannot be. */
  onKeep: (() => void) | null;
  /** Opens the form with what was entered. */
  onForm?: (() => void) | null;
  onLeave: () => void;
  children?: ComponentChildren;
}

export function AnewBox({ wanted, nameOf, now, waiting, error, onKeep, onForm, onLeave, children }: Properties) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={box} class="clash" role="alertdialog" tabIndex={-1} aria-labelledby={`${id}-title`} aria-describedby={`${id}-kept`} aria-busy={waiting}>
      <p>
        <strong id={`${id}-title`}>{texts.title}</strong> <span id={`${id}-kept`}>{texts.kept}</span>
      </p>
      <dl>
        <div>
          <dt>{texts.yours}</dt>
          <dd>
            <NamesContext.Provider value={nameOf}>
              <WantedLines wanted={wanted} />
            </NamesContext.Provider>
          </dd>
        </div>
        <div>
          <dt>{texts.now}</dt>
          <dd>{now}</dd>
        </div>
      </dl>
      <NotKept error={error} />
      <p class="reason-ways">
        {onKeep ? (
          <button type="button" disabled={waiting} onClick={onKeep}>
            {texts.keep}
          </button>
        ) : null}
        {onForm ? (
          <button type="button" disabled={waiting} onClick={onForm}>
            {texts.form}
          </button>
        ) : null}
        {children}
        <button type="button" class="quiet" onClick={onLeave}>
          {texts.leave}
        </button>
      </p>
    </div>
  );
}
