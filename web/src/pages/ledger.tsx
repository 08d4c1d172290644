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
import { only } from "../router";
import { strings } from "../strings";

const known = ["person", "country", "with", "type", "status", "told", "from", "to", "page", "limit"];

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
