/** The countries that met most, two by two, as the way to the page of each pair. */
import { useState } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { EncounterFilters, encounterFilterNames } from "../components/encounter-filters";
import { SaveCsv } from "../components/save-csv";
import { CountryField } from "../components/side-fields";
import { Squares } from "../components/squares";
import { Empty, Failed, Loading } from "../components/state";
import { useCountries } from "../countries";
import { addresses, changed, navigate, only } from "../router";
import { strings } from "../strings";
import type { Matrix, MatrixCell } from "../types";

const usual = 12;
const many = 24;
/** Shades of a cell, by how its number compares with the greatest. */
const shades = 5;

const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function MatrixTable({ matrix, query }: { matrix: Matrix; query: URLSearchParams }) {
  const { nameOf: country } = useCountries();
  const codes = matrix.countries.map((one) => one.value ?? "");
  const cells = new Map<string, MatrixCell>(matrix.cells.map((cell) => [keyOf(cell.a, cell.b), cell]));
  const most = Math.max(1, ...matrix.cells.map((cell) => cell.encounters));
  // By the root, since a few pairs meet far more often than all others.
  const shade = (count: number) => Math.max(1, Math.round(shades * Math.sqrt(count / most)));
  const filters = only(query, encounterFilterNames);
  return (
    <div class="matrix-frame" role="region" aria-label={strings.matrix.title} tabIndex={0}>
      <table class="matrix">
        <caption class="unseen">{strings.matrix.caption}</caption>
        <thead>
          <tr>
            <td />
            {codes.map((code) => (
              <th scope="col">
                <abbr title={country(code)}>{code}</abbr>
              </th>
            ))}
            <th scope="col" class="all">
              {strings.matrix.all}
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.countries.map(({ value, count }) => (
            <tr>
              <th scope="row">
                <a href={addresses.ledger(new URLSearchParams([["country", value ?? ""], ...filters]))}>{country(value)}</a>
              </th>
              {codes.map((other) => {
                if (other === value) return <td class="self" />;
                const cell = cells.get(keyOf(value ?? "", other));
                if (!cell) return <td class="none" aria-label={strings.number(0)} />;
                const said = strings.matrix.cell(country(value), country(other), strings.count.encounters(cell.encounters));
                return (
                  <td data-shade={shade(cell.encounters)}>
                    <a href={addresses.pair(cell.a, cell.b, filters)} aria-label={said} title={said}>
                      {strings.number(cell.encounters)}
                    </a>
                  </td>
                );
              })}
              <td class="all">{strings.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const mostListed = 10;

/** The picture in words: who met most, as ways to their pages. */
function MostMet({ matrix, query }: { matrix: Matrix; query: URLSearchParams }) {
  const { nameOf: country } = useCountries();
  const filters = only(query, encounterFilterNames);
  const first = [...matrix.cells].sort((a, b) => b.encounters - a.encounters).slice(0, mostListed);
  return (
    <section class="most-met" aria-labelledby="most-met">
      <h2 id="most-met">{strings.matrix.most}</h2>
      <ol class="counts">
        {first.map((cell) => (
          <li>
            <a href={addresses.pair(cell.a, cell.b, filters)}>{strings.pair.title(country(cell.a), country(cell.b))}</a>
            <span class="count">{strings.number(cell.encounters)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Any two countries, also those that are not in the table. */
function Choose() {
  const [a, setA] = useState("");
  const [b, setB] = useState("");
  return (
    <form
      class="ledger-filters choose-pair"
      aria-label={strings.matrix.choose}
      onSubmit={(event) => {
        event.preventDefault();
        if (a && b && a !== b) navigate(addresses.pair(a, b));
        else event.currentTarget.querySelector<HTMLElement>(a ? "[name=b]" : "[name=a]")?.focus();
      }}
    >
      <CountryField label={strings.matrix.one} name="a" value={a} onChoose={setA} />
      <CountryField label={strings.matrix.other} name="b" value={b} onChoose={setB} />
      <button type="submit">{strings.matrix.open}</button>
    </form>
  );
}

export function MatrixPage({ query: given }: { query: URLSearchParams }) {
  const query = only(given, [...encounterFilterNames, "limit"]);
  const asked = new URLSearchParams(query);
  if (!asked.has("limit")) asked.set("limit", String(usual));
  const { value, error, waiting, again } = useAnswer(paths.matrix(asked), (signal) => api.matrix(asked, signal));
  const limit = Number(asked.get("limit"));
  const resized = addresses.matrix(changed(query, { limit: limit < many ? String(many) : null }));
  return (
    <div class="sheet matrix-sheet">
      <header class="sheet-head">
        <h1 tabIndex={-1}>{strings.matrix.title}</h1>
        <p class="lead">{strings.matrix.lead}</p>
      </header>
      <EncounterFilters query={query} path="/matrix" label={strings.matrix.filters} />
      <div class={waiting && value ? "found stale" : "found"} aria-busy={waiting}>
        {error ? <Failed error={error} again={again} /> : !value ? <Loading /> : null}
        {value && !error && value.cells.length === 0 ? <Empty title={strings.matrix.none} /> : null}
        {value && !error && value.cells.length > 0 ? (
          <>
            <div class="matrix-head">
              <Squares matrix={value} filters={only(query, encounterFilterNames)} />
              <MostMet matrix={value} query={query} />
            </div>
            <MatrixTable matrix={value} query={query} />
            <SaveCsv
              name="countries"
              rows={() => [strings.matrix.csvHead, ...value.cells.map((one) => [one.a, one.b, one.encounters, one.first_day, one.last_day])]}
            />
            <p class="note matrix-note">
              {strings.matrix.caption}{" "}
              {value.countries.length >= limit || limit > usual ? <a href={resized}>{limit < many ? strings.matrix.more : strings.matrix.fewer}</a> : null}
            </p>
          </>
        ) : null}
      </div>
      <section class="any-pair no-print" aria-labelledby="any-pair">
        <h2 id="any-pair">{strings.matrix.choose}</h2>
        <Choose />
      </section>
    </div>
  );
}
