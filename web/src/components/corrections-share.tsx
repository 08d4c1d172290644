/** Corrections out to a file and in from one, so that a team can share them. */
import { useRef, useState } from "preact/hooks";

import { fetchFile, keptToken } from "../api";
import { correctionPaths, corrections } from "../corrections";
import { strings } from "../strings";
import type { Imported } from "../types";
import { save } from "./exports";
import { NotKept } from "./reason-confirm";

const texts = strings.corrections.share;
const name = "chancery-corrections.jsonl";

function Taken({ told }: { told: Imported }) {
  return (
    <div role="status" class="taken">
      <p>
        {texts.taken(told.taken)}, {texts.known(told.known)}
        {told.refused.length > 0 ? `, ${texts.refused(told.refused.length)}` : "."}
      </p>
      {told.refused.length > 0 ? (
        <ul>
          {told.refused.slice(0, 50).map(({ line, why }) => (
            <li>{texts.line(line, why)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

export function CorrectionsShare({ may, onTaken }: { may: boolean; onTaken: () => void }) {
  const [error, setError] = useState<unknown>(null);
  const [told, setTold] = useState<Imported | null>(null);
  const [waiting, setWaiting] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setWaiting(true);
    setError(null);
    setTold(null);
    try {
      setTold(await corrections.import(await file.text()));
      onTaken();
    } catch (wrong) {
      setError(wrong);
    } finally {
      setWaiting(false);
      if (field.current) field.current.value = "";
    }
  };
  return (
    <section class="share-corrections" aria-labelledby="share-corrections" aria-busy={waiting}>
      <h2 id="share-corrections">{texts.title}</h2>
      <p class="note">{texts.lead}</p>
      <p class="share-ways">
        <a
          class="button"
          href={`/api/v1${correctionPaths.export()}`}
          download={name}
          onClick={(event) => {
            if (!keptToken()) return;
            event.preventDefault();
            setError(null);
            fetchFile(correctionPaths.export()).then((file) => save(file, name), setError);
          }}
        >
          {texts.export}
        </a>
        {may ? (
          <>
            <button type="button" disabled={waiting} onClick={() => field.current?.click()}>
              {texts.import}
            </button>
            <input ref={field} type="file" class="unseen" tabIndex={-1} aria-label={texts.import} accept=".jsonl,.ndjson,application/x-ndjson" onChange={(event) => void take(event.currentTarget.files?.[0])} />
          </>
        ) : null}
      </p>
      <NotKept error={error} />
      {told ? <Taken told={told} /> : null}
    </section>
  );
}
