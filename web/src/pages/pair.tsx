/** Two countries: how often they met, year by year, and what figures and open commitments stand between them. */
import { useEffect } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { EncounterFilters, encounterFilterNames } from "../components/encounter-filters";
import { Exports } from "../components/exports";
import { Commitment, Figure } from "../components/fact-lines";
import { Legend } from "../components/inferred";
import { LedgerTable } from "../components/ledger-table";
import { Pager } from "../components/pager";
import { SheetSection } from "../components/sheet-section";
import { Empty, Failed, Loading } from "../components/state";
import { Years } from "../components/years";
import { useCountries } from "../countries";
import { sayDay } from "../format";
import { addresses, changed, only, withQuery } from "../router";
import { nameOf, strings } from "../strings";
import type { PairView } from "../types";

function Kinds({ view, query, path }: { view: PairView; query: URLSearchParams; path: string }) {
  return (
    <section class="kinds" aria-labelledby="kinds">
      <h2 id="kinds">{strings.pair.types}</h2>
      <ul class="counts">
        {view.types.map(({ value, count }) => (
          <li>
            <a href={withQuery(path, changed(query, { type: value }))}>{nameOf(strings.names.event, value)}</a>
            <span class="count">{strings.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was promised and counted between the two, whatever the encounters are filtered by. */
function Between({ view }: { view: PairView }) {
  const sides = { country: view.a, with: view.b };
  return (
    <div class="account-sides even">
      <SheetSection
        id="commitment"
        title={strings.pair.commitments}
        total={view.commitments_total}
        shown={view.commitments.length}
        note={strings.pair.commitmentsNote(sayDay(view.on))}
        all={{ href: addresses.commitments({ ...sides, state: "open" }), name: strings.inList.commitments }}
      >
        {view.commitments.map((fact) => (
          <Commitment key={fact.document.id + fact.id} fact={fact} document={fact.document} source />
        ))}
      </SheetSection>
      <SheetSection
        id="figure"
        title={strings.pair.figures}
        total={view.figures_total}
        shown={view.figures.length}
        all={{ href: addresses.figures(sides), name: strings.inList.figures }}
      >
        {view.figures.map((fact) => (
          <Figure key={fact.document.id + fact.id} fact={fact} document={fact.document} source />
        ))}
      </SheetSection>
    </div>
  );
}

export function PairPage({ a, b, query: given }: { a: string; b: string; query: URLSearchParams }) {
  const { nameOf: country } = useCountries();
  const query = only(given, [...encounterFilterNames, "page", "limit"]);
  const path = `/pairs/${a}/${b}`;
  const { value, error, waiting, again } = useAnswer(paths.pair(a, b, query), (signal) => api.pair(a, b, query, signal));
  const title = strings.pair.title(country(a), country(b));
  const ledger = new URLSearchParams([["country", a], ["with", b], ...only(query, encounterFilterNames)]);
  useEffect(() => {
    document.title = `${title} · ${strings.name}`;
  }, [title]);
  return (
    <div class="sheet pair-sheet">
      <header class="sheet-head">
        <p class="source">
          <a href={addresses.matrix()}>{strings.pair.matrix}</a>
        </p>
        <h1 tabIndex={-1}>{title}</h1>
        <p class="lead" role="status">
          {value && !error ? strings.pair.lead(strings.count.encounters(value.total)) : ""}
        </p>
        <p class="page-ways">
          <a href={addresses.timeline({ a, b })}>{strings.timeline.open}</a>
          {[
            [a, b],
            [b, a],
          ].map(([of, reader]) => (
            <a href={addresses.brief({ of: of!, for: reader! })}>{strings.pair.brief(country(of!), country(reader!))}</a>
          ))}
        </p>
      </header>
      <EncounterFilters query={query} path={path} label={strings.ledger.filters} />
      {error ? <Failed error={error} again={again} missing={strings.pair.missing} /> : !value ? <Loading /> : null}
      {value && !error ? (
        <div class={waiting ? "stale" : ""} aria-busy={waiting}>
          {value.total > 0 ? (
            <>
              <div class="tallies">
                <Years years={value.years} query={query} path={path} />
                <Kinds view={value} query={query} path={path} />
              </div>
              <section aria-labelledby="encounters">
                <h2 id="encounters">{strings.pair.encounters}</h2>
                <LedgerTable answer={value} />
                <Legend />
                <Pager path={path} query={query} page={value.page} limit={value.limit} total={value.total} />
                <Exports what="encounters" query={ledger} />
              </section>
            </>
          ) : (
            <Empty title={strings.ledger.none}>
              <p>{strings.ledger.noneHint}</p>
            </Empty>
          )}
          <Between view={value} />
        </div>
      ) : null}
    </div>
  );
}
