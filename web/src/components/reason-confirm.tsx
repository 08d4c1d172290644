/**
 * A step that changes the record, with the reason for it: what will be done, an optional reason, and a button. What
 * could not be kept says so beside the button, and everything entered stays.
 *
 * For corrections of any kind: `onConfirm` sends them (corrections.make) and throws what went wrong.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { ApiError } from "../api";
import { reasonOf, Refusal } from "../corrections";
import { useKeys } from "../keys";
import { strings } from "../strings";

const texts = strings.corrections.judge;

export function ReasonField({ value, onInput, id: given }: { value: string; onInput: (why: string) => void; id?: string }) {
  const own = useId();
  const id = given ?? own;
  return (
    <p class="reason-field">
      <label for={id}>
        {texts.reason} <span class="hint">{texts.optional}</span>
      </label>
      <input id={id} type="text" maxLength={1000} autocomplete="off" value={value} onInput={(event) => onInput(event.currentTarget.value)} />
    </p>
  );
}

/** A reason before a key that judges: the field has the focus at once, and Enter gives the keys to what `back` selects. */
export function ReasonFirst({ back, ...field }: { value: string; onInput: (why: string) => void; back: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus({ preventScroll: true }), []);
  return (
    <div
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        document.querySelector<HTMLElement>(back)?.focus({ preventScroll: true });
      }}
    >
      <ReasonField {...field} />
    </div>
  );
}

/** Says that nothing was kept, and why. */
export function NotKept({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <p class="failed" role="alert">
      {error instanceof Refusal ? null : <strong>{texts.notKept}</strong>} {reasonOf(error) || texts.goneHint}
      {error instanceof ApiError && error.status === 403 ? ` ${strings.corrections.session.why}` : ""}
    </p>
  );
}

interface Properties {
  /** What will be done, on the button. */
  act: string;
  onConfirm: (why: string) => Promise<void>;
  onCancel?: () => void;
  disabled?: boolean;
  /** What it is done to, above the reason. */
  children?: ComponentChildren;
}

export function ReasonConfirm({ act, onConfirm, onCancel, disabled = false, children }: Properties) {
  const [why, setWhy] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useKeys({
    Escape: () => {
      if (!onCancel || !form.current?.contains(document.activeElement)) return false;
      onCancel();
      return true;
    },
  });
  const confirm = async (event: Event) => {
    event.preventDefault();
    if (waiting || disabled) return;
    setWaiting(true);
    setError(null);
    try {
      await onConfirm(why.trim());
      setWhy("");
    } catch (wrong) {
      setError(wrong);
    } finally {
      setWaiting(false);
    }
  };
  return (
    <form ref={form} class="reason-confirm" onSubmit={confirm} aria-busy={waiting}>
      {children}
      <ReasonField value={why} onInput={setWhy} />
      <NotKept error={error} />
      <p class="reason-ways">
        <button type="submit" class="first" disabled={disabled || waiting}>
          {waiting ? texts.keeping : act}
        </button>
        {onCancel ? (
          <button type="button" class="quiet" onClick={onCancel}>
            {strings.corrections.form.cancel}
          </button>
        ) : null}
      </p>
    </form>
  );
}
