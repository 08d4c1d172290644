/** Who met whom: encounters as a table, by person or by pair of countries. */
import { useRef } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { Exports } from "../components/exports";
import { Legend } from "../components/inferred";
import { LedgerFilters } from "../components/ledger-filters";
import { LedgerTable } from "../components/ledger-table";
import { Pager } from "../components/pager";
import { SaveSearch } from "../components/save-search";
import { Empty, Failed, Loading } from "../components/state";
import { useCountries } from "../countries";
import { usePersonName } from "../person-name";
import { addresses, only } from "../router";
import { strings } from "../strings";

const known = ["person", "country", "with", "type", "status", "told", "from", "to", "page", "limit"];

/** From the encounters of a country or person, or of two, to all that stands between them. */
function TimelineLink({ query }: { query: URLSearchParams }) {
  const { nameOf: country } = useCountries();
  const sides = ["person", "country", "with"].map((name) => query.get(name)).filter((side) => side !== null);
  const [a, b] = [usePersonName(sides[0] ?? ""), usePersonName(sides[1] ?? "")];
  if (sides.length === 0 || sides.length > 2) return null;
  const who = strings.timeline.of(country(sides[0]) || a, sides[1] ? country(sides[1]) || b : null);
  return (
    <p>
      <a href={addresses.timeline(sides[1] ? { a: sides[0]!, b: sides[1] } : { a: sides[0]! })}>{strings.timeline.openOf(who)}</a>
    </p>
  );
}

export function Ledger({ query: given }: { query: URLSearchParams }) {
  const query = only(given, known);
  const wide = useRef(matchMedia("(min-width: 48rem)").matches);
  const asked = new URLSearchParams(query);
  if (!asked.has("limit")) asked.set("limit", "50");
  const { value, error, waiting, again } = useAnswer(paths.encounters(asked), (signal) => api.encounters(asked, signal));
  return (
    <div class="ledger">
      <h1 tabIndex={-1}>{strings.ledger.title}</h1>
      <p class="lead">{strings.ledger.lead}</p>
      <details class="filters-fold" open={wide.current}>
        <summary>{strings.search.filters}</summary>
        <LedgerFilters query={query} />
      </details>
      <div class={waiting && value ? "found stale" : "found"} aria-busy={waiting}>
        <p class="total" role="status">
          {value && !error ? strings.count.encounters(value.total) : ""}
        </p>
        <TimelineLink query={query} />
        {error ? <Failed error={error} again={again} /> : null}
        {!value && !error ? <Loading /> : null}
        {value && value.total === 0 ? (
          <Empty title={strings.ledger.none}>
            <p>{strings.ledger.noneHint}</p>
          </Empty>
        ) : null}
        {value && value.total > 0 ? (
          <>
            <LedgerTable answer={value} />
            <Legend />
            <Pager path="/ledger" query={query} page={value.page} limit={value.limit} total={value.total} />
            <Exports what="encounters" query={query} />
            <SaveSearch what="encounters" query={query} />
          </>
        ) : null}
      </div>
    </div>
  );
}
