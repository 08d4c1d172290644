/** What a page shows while it waits, when there is nothing, and when something went wrong. */
import type { ComponentChildren } from "preact";

import type { ApiError } from "../api";
import { addresses } from "../router";
import { strings } from "../strings";
import { TokenFields } from "./sign-in";

export function Loading() {
  return (
    <div class="state" role="status">
      <p class="state-loading">{strings.loading}</p>
    </div>
  );
}

/** `heading`: nothing else on the page is its heading. */
function Title({ text, heading = false }: { text: string; heading?: boolean | undefined }) {
  return heading ? <h1 class="state-title">{text}</h1> : <p class="state-title">{text}</p>;
}

export function Empty({ title, heading, children }: { title: string; heading?: boolean; children?: ComponentChildren }) {
  return (
    <div class="state">
      <Title text={title} heading={heading} />
      {children}
    </div>
  );
}

function TokenForm({ onDone }: { onDone: () => void }) {
  return (
    <div class="state token">
      <p class="state-title">{strings.error.token}</p>
      <TokenFields label={strings.error.tokenLabel} submit={strings.error.tokenSubmit} onDone={onDone} />
      <p>{strings.error.tokenHint}</p>
    </div>
  );
}

interface FailedProperties {
  error: ApiError;
  again: () => void;
  /** What to say where the server answered that it is not there. */
  missing?: string;
  /** What to do then. */
  hint?: string;
  heading?: boolean;
}

export function Failed({ error, again, missing, hint = strings.error.missingHint, heading }: FailedProperties) {
  if (error.status === 401) return <TokenForm onDone={again} />;
  const gone = error.status === 0;
  const notThere = error.status === 404 && missing;
  return (
    <div class="state" role="alert">
      <Title text={gone ? strings.error.gone : notThere ? missing : strings.error.other} heading={heading} />
      {gone ? (
        <p>
          {strings.error.goneHint} <code>{strings.error.goneCommand}</code>.
        </p>
      ) : (
        <p>{notThere ? hint : (error.detail ?? error.message)}</p>
      )}
      <p class="state-ways">
        {notThere ? (
          <a href={addresses.search()}>{strings.error.search}</a>
        ) : (
          <button type="button" onClick={again}>
            {strings.error.again}
          </button>
        )}
        <a href={addresses.home}>{strings.error.home}</a>
      </p>
    </div>
  );
}
