/** What is in the record, what came last, and a search field ready to type in. */
import { useEffect, useRef } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { Empty, Failed, Loading } from "../components/state";
import { Legend } from "../components/inferred";
import { EncounterLine } from "../components/encounter-line";
import { sayDay } from "../format";
import { addresses, navigate } from "../router";
import { strings } from "../strings";
import type { Count, Failure, RecordStatus } from "../types";

function SearchForm() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <form
      class="home-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const words = field.current?.value.trim();
        navigate(addresses.search(words ? { q: words } : {}));
      }}
    >
      <label class="unseen" for="home-search">
        {strings.search.label}
      </label>
      <input ref={field} id="home-search" type="search" data-search placeholder={strings.search.placeholder} autocomplete="off" spellcheck={false} />
      <button type="submit" class="primary">{strings.search.submit}</button>
    </form>
  );
}

function Held({ answer }: { answer: RecordStatus }) {
  const { status } = answer;
  const span = status.first_day && status.last_day ? strings.home.span(sayDay(status.first_day), sayDay(status.last_day)) : "";
  return (
    <p class="holdings">
      <a href={addresses.search()}>{strings.count.documents(status.documents)}</a> {span},{" "}
      <a href={addresses.ledger()}>{strings.count.encounters(status.encounters)}</a>,{" "}
      <a href={addresses.search({ scope: "statements" })}>{strings.count.statements(status.statements)}</a>,{" "}
      <a href={addresses.commitments()}>{strings.count.commitments(status.commitments)}</a>,{" "}
      <a href={addresses.figures()}>{strings.count.figures(status.figures)}</a>.
      {status.last_added ? ` ${strings.home.updated(sayDay(status.last_added))}` : ""}
    </p>
  );
}

function Publishers({ publishers }: { publishers: Count[] }) {
  return (
    <section aria-labelledby="publishers">
      <h2 id="publishers">{strings.home.publishers}</h2>
      <ul class="counts">
        {publishers.slice(0, 12).map(({ value, count }) => (
          <li>
            {value ? <a href={addresses.search({ publisher: value })}>{value}</a> : <span>{strings.unknownPublisher}</span>}
            <span class="count">{strings.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Failures({ failures, total }: { failures: Failure[]; total: number }) {
  if (total === 0) return null;
  return (
    <details class="failures">
      <summary>{strings.count.failures(total)}</summary>
      <ul>
        {failures.map((failure) => (
          <li>
            <code>{failure.item}</code> {failure.reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Home() {
  const { value, error, again } = useAnswer(paths.status(), api.status);
  const empty = value !== null && value.status.documents === 0;
  return (
    <div class="home">
      <h1 tabIndex={-1} class="home-title">
        {strings.name}
      </h1>
      <p class="lead">{strings.home.lead}</p>
      <SearchForm />
      {error ? <Failed error={error} again={again} /> : !value ? <Loading /> : null}
      {empty ? (
        <Empty title={strings.home.empty}>
          <p>
            {strings.home.emptyHint} <code>{strings.home.emptyCommand}</code>.
          </p>
        </Empty>
      ) : null}
      {value && !empty ? (
        <>
          <Held answer={value} />
          <div class="home-columns">
            <section aria-labelledby="latest">
              <h2 id="latest">{strings.home.latest}</h2>
              {value.latest.length === 0 ? <p>{strings.home.noEncounters}</p> : null}
              <ol class="encounters">
                {value.latest.map((encounter) => (
                  <EncounterLine key={encounter.id + encounter.event} encounter={encounter} />
                ))}
              </ol>
              {value.latest.length > 0 ? <Legend /> : null}
              <p>
                <a href={addresses.ledger()}>{strings.home.all}</a>
              </p>
            </section>
            <Publishers publishers={value.status.publishers} />
          </div>
        </>
      ) : null}
      {value ? <Failures failures={value.failures} total={value.status.failures} /> : null}
    </div>
  );
}
