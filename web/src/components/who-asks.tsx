/** In whose name corrections are made, or why none can be made. */
import { useState } from "preact/hooks";

import { keptToken } from "../api";
import { mayCorrect, signOut, useSession } from "../session";
import { strings } from "../strings";
import type { Session } from "../types";
import { SignInDialog } from "./sign-in";

const texts = strings.corrections.session;

function sayWho(session: Session): string {
  if (session.local && session.user) return texts.local(session.user);
  return session.user ? texts.as(session.user, texts.roles[session.role] ?? session.role) : texts.nameless;
}

export function WhoAsks() {
  const session = useSession();
  const [asking, setAsking] = useState(false);
  return (
    <div class="who-asks">
      <p role="status">
        {session ? `${sayWho(session)}.` : ""} {session && !mayCorrect(session) ? texts.why : ""}
      </p>
      {session ? (
        <p class="who-asks-ways">
          <button type="button" class="quiet" onClick={() => setAsking(true)}>
            {session.local || !session.user ? texts.signIn : texts.another}
          </button>
          {keptToken() ? (
            <button type="button" class="quiet" onClick={() => void signOut()}>
              {texts.signOut}
            </button>
          ) : null}
        </p>
      ) : null}
      {asking ? <SignInDialog onClose={() => setAsking(false)} /> : null}
    </div>
  );
}
