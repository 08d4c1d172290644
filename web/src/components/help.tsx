/** The list of keys, as a modal dialog: the browser keeps the focus inside and gives it back. */
import { useEffect, useRef, useState } from "preact/hooks";

import { keysOn, turnKeys } from "../keys";
import { strings } from "../strings";

function Keys({ keys }: { keys: [string, string][] }) {
  return (
    <dl>
      {keys.map(([key, what]) => (
        <div>
          <dt>
            {key.split(" ").map((part) => (
              <kbd>{part}</kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Help({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(keysOn);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // The first thing that can be used stands below the list, which would be scrolled past.
    title.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose} onClick={(event) => event.target === dialog.current && dialog.current?.close()}>
      <div class="help-body">
        <h2 id="help-title" ref={title} tabIndex={-1}>{strings.help.title}</h2>
        <Keys keys={strings.help.keys} />
        <h2>{strings.corrections.keysTitle}</h2>
        <Keys keys={strings.corrections.keys} />
        <label class="check">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              turnKeys(event.currentTarget.checked);
              setOn(event.currentTarget.checked);
            }}
          />
          {strings.help.on}
        </label>
        <h2>{strings.help.reading}</h2>
        <p>
          <em class="inferred">{strings.help.inferred}</em>
        </p>
        <button type="button" onClick={() => dialog.current?.close()}>
          {strings.help.close}
        </button>
      </div>
    </dialog>
  );
}
