/** A token given: where the server asks for one, or in a dialog where somebody wants to correct in their own name. */
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { ApiError } from "../api";
import { reasonOf } from "../corrections";
import { useKeys } from "../keys";
import { signIn } from "../session";
import { strings } from "../strings";

const texts = strings.corrections.session;

/** What is entered is tried before it is kept, and stays in the field where it is refused. */
export function TokenFields({ label, submit, onDone }: { label: string; submit: string; onDone: () => void }) {
  const id = useId();
  const [token, setToken] = useState("");
  const [failed, setFailed] = useState("");
  const [waiting, setWaiting] = useState(false);
  const enter = async (event: Event) => {
    event.preventDefault();
    if (waiting || !token.trim()) return;
    setWaiting(true);
    setFailed("");
    try {
      await signIn(token.trim());
      onDone();
    } catch (error) {
      setFailed(error instanceof ApiError && error.status === 401 ? texts.wrong : reasonOf(error) || texts.gone);
    } finally {
      setWaiting(false);
    }
  };
  return (
    <form class="token-fields" onSubmit={enter}>
      <label for={id}>{label}</label>
      <input id={id} type="password" autocomplete="off" value={token} onInput={(event) => setToken(event.currentTarget.value)} {...(failed ? { "aria-invalid": true, "aria-describedby": `${id}-failed` } : {})} />
      <button type="submit">{submit}</button>
      {failed ? (
        <p id={`${id}-failed`} class="failed" role="alert">
          {failed}
        </p>
      ) : null}
    </form>
  );
}

export function SignInDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  // Before the page takes it for its own.
  useKeys({ Escape: close });
  return (
    <dialog ref={dialog} class="help sign-in" aria-labelledby={id} onClose={onClose}>
      <div class="help-body">
        <h2 id={id}>{texts.dialog}</h2>
        <TokenFields label={texts.token} submit={texts.enter} onDone={close} />
        <p class="note">
          {texts.hint} <code>{texts.command}</code>. {texts.kept}
        </p>
        <button type="button" class="quiet" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </dialog>
  );
}
