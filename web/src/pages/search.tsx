/** Search: the address bar is the state, results come as one types, facets combine. */
import { useEffect, useRef, useState } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { ChosenToCompare } from "../components/choose-to-compare";
import { Chips } from "../components/chips";
import { DateRange } from "../components/date-range";
import { Exports } from "../components/exports";
import { Facets } from "../components/facets";
import { SaveSearch } from "../components/save-search";
import { DocumentResult, StatementResult } from "../components/results";
import { Empty, Failed, Loading } from "../components/state";
import { Pager } from "../components/pager";
import { addresses, changed, navigate, only, withQuery } from "../router";
import { strings } from "../strings";
import type { Scope, SearchAnswer } from "../types";

const pause = 140;

/** What the reader typed goes into the address after a short pause, in place; leaving the field makes it a step to go back to. */
function SearchField({ query }: { query: URLSearchParams }) {
  const given = query.get("q") ?? "";
  const [words, setWords] = useState(given);
  const timer = useRef(0);
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef(query);
  latest.current = query;

  useEffect(() => {
    if (document.activeElement !== field.current || given === "") setWords(given);
  }, [given]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = (typed: string, typing: boolean) => {
    clearTimeout(timer.current);
    const target = addresses.search(changed(latest.current, { q: typed.trim(), typing: typing && typed.trim() ? "true" : null }));
    if (target !== location.pathname + location.search) navigate(target, { replace: true });
  };
  return (
    <form
      class="search-field"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(words, false);
        const first = document.querySelector<HTMLElement>("main [data-step]");
        first?.focus();
      }}
    >
      <label class="unseen" for="search">
        {strings.search.label}
      </label>
      <input
        ref={field}
        id="search"
        type="search"
        data-search
        value={words}
        placeholder={strings.search.placeholder}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          setWords(typed);
          clearTimeout(timer.current);
          timer.current = window.setTimeout(() => go(typed, true), pause);
        }}
        onBlur={() => words.trim() !== given && go(words, false)}
      />
      <button type="submit" class="primary">{strings.search.submit}</button>
    </form>
  );
}

function Scopes({ query, scope }: { query: URLSearchParams; scope: Scope }) {
  return (
    <nav class="scopes" aria-label={strings.search.scope}>
      {(["documents", "statements"] as const).map((one) => (
        <a href={addresses.search(changed(query, { scope: one === "documents" ? null : one }))} {...(one === scope ? { "aria-current": "true" as const } : {})}>
          {strings.search.scopes[one]}
        </a>
      ))}
    </nav>
  );
}

function Results({ answer, query }: { answer: SearchAnswer; query: URLSearchParams }) {
  const items = answer.scope === "statements" ? answer.statements.length : answer.documents.length;
  if (answer.total === 0) {
    return (
      <Empty title={strings.search.none}>
        {answer.note ? <p>{answer.note}</p> : null}
        <p>{strings.search.noneHint}</p>
      </Empty>
    );
  }
  const first = (answer.page - 1) * answer.limit + 1;
  return (
    <>
      <ol class="results" start={first}>
        {answer.scope === "statements"
          ? answer.statements.map((hit) => <StatementResult key={`${hit.document.id} ${hit.id}`} hit={hit} />)
          : answer.documents.map((hit) => <DocumentResult key={hit.id} hit={hit} />)}
      </ol>
      {items > 0 ? <p class="shown">{strings.search.shown(first, first + items - 1, strings.search.total[answer.scope](answer.total))}</p> : null}
      <Pager path="/search" query={query} page={answer.page} limit={answer.limit} total={answer.total} />
      <Exports what={answer.scope} query={query} />
      <SaveSearch what={answer.scope} query={query} />
      {answer.scope === "documents" ? <ChosenToCompare /> : null}
    </>
  );
}

const filterNames = ["publisher", "country", "speaker", "topic", "kind", "year", "about", "from", "to"];

const known = ["q", "scope", "typing", "page", "limit", ...filterNames];

export function Search({ query: given }: { query: URLSearchParams }) {
  const query = only(given, known);
  const { value, error, waiting, again } = useAnswer(paths.search(query), (signal) => api.search(query, signal));
  const scope: Scope = query.get("scope") === "statements" ? "statements" : "documents";
  const go = (next: URLSearchParams) => navigate(withQuery("/search", next));
  const filters = filterNames.reduce((count, name) => count + query.getAll(name).length, 0);
  const wide = useRef(matchMedia("(min-width: 60rem)").matches);
  return (
    <div class="search">
      <h1 tabIndex={-1} class="unseen">
        {query.get("q") ? `${strings.search.title}: ${query.get("q")}` : strings.search.title}
      </h1>
      <SearchField query={query} />
      <Scopes query={query} scope={scope} />
      <div class="search-columns">
        <details class="filters" open={wide.current}>
          <summary>{filters > 0 ? strings.search.filtersWith(filters) : strings.search.filters}</summary>
          <DateRange
            legend={strings.search.dates}
            from={query.get("from") ?? ""}
            to={query.get("to") ?? ""}
            onChange={(from, to) => go(changed(query, { from, to }))}
          />
          {value ? <Facets facets={value.facets} query={query} /> : null}
        </details>
        <div class={waiting && value ? "found stale" : "found"} aria-busy={waiting}>
          <Chips query={query} names={filterNames} path="/search" />
          <p class="total" role="status">
            {value && !error ? strings.search.total[value.scope](value.total) : ""}
          </p>
          {error ? <Failed error={error} again={again} /> : value ? <Results answer={value} query={query} /> : <Loading />}
        </div>
      </div>
    </div>
  );
}
