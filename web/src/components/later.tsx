/** Later passages that share a commitment's words, asked for when they are opened. */
import { useState } from "preact/hooks";

import { useAnswer } from "../answers";
import { api, paths } from "../api";
import { directionOf, sayDay, sayList } from "../format";
import { addresses } from "../router";
import { strings } from "../strings";
import { passageHash } from "../text/passage";
import type { CommitmentLine, FollowUp } from "../types";
import { Marked } from "./marked";
import { Failed, Loading } from "./state";

function Passage({ found }: { found: FollowUp }) {
  const { document } = found;
  return (
    <li>
      <a class="line-words" href={addresses.document(document.id, passageHash(found.span))} lang={document.language ?? ""} dir={directionOf(document.language)}>
        <Marked text={found.passage} marks={found.marks} />
      </a>
      <span class="note">
        {[sayDay(document.day), strings.commitments.after(found.days_after), document.publisher ?? strings.unknownPublisher, strings.commitments.shares(sayList(found.shared))].join(" · ")}
      </span>
    </li>
  );
}

export function Later({ fact }: { fact: CommitmentLine }) {
  const [open, setOpen] = useState(false);
  const key = open ? paths.followUps(fact.document.id, fact.id) : null;
  const { value, error, again } = useAnswer(key, (signal) => api.followUps(fact.document.id, fact.id, signal));
  return (
    <details class="later" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{strings.commitments.later}</summary>
      {error ? <Failed error={error} again={again} /> : open && !value ? <Loading /> : null}
      {value && value.passages.length === 0 ? <p class="note">{strings.commitments.laterNone}</p> : null}
      {value && value.passages.length > 0 ? (
        <>
          <ol>
            {value.passages.map((found) => (
              <Passage key={found.document.id + found.span.begin} found={found} />
            ))}
          </ol>
          <p class="note">{strings.commitments.laterNote}</p>
        </>
      ) : null}
    </details>
  );
}
