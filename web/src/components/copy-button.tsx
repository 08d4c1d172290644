/** A button that copies a text, and says whether it did. */
import { useEffect, useState } from "preact/hooks";

import { strings } from "../strings";

/** Pages not served from this machine or over TLS have no clipboard of their own; the old way works there. */
function copyOldWay(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  // A modal dialog takes the focus away from what lies outside it.
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

async function copy(text: string): Promise<boolean> {
  try {
    if (!navigator.clipboard) return copyOldWay(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function CopyButton({ label, text }: { label: string; text: string }) {
  const [told, setTold] = useState("");
  useEffect(() => setTold(""), [text]);
  return (
    <>
      <button
        type="button"
        // The words must stay selected while the button is pressed.
        onPointerDown={(event) => event.preventDefault()}
        onClick={async () => setTold((await copy(text)) ? strings.document.copied : strings.document.copyFailed)}
      >
        {told || label}
      </button>
      <span class="unseen" role="status">
        {told}
      </span>
    </>
  );
}
