/** What each account says of the encounter itself, the figures and commitments of both, and their names for one thing. */
import type { ComponentChildren } from "preact";

import type { ComparedFact, FactPair, PairedFact, Side, Standing, Told } from "../compare/answer";
import type { Comparison } from "../compare/comparison";
import { directionOf, sayFigure, sayList, sayTimex } from "../format";
import { addresses } from "../router";
import { nameOf, strings as shared } from "../strings";
import { quoted, strings } from "../strings/compare";
import { passageHash } from "../text/passage";

interface Row {
  what: ComponentChildren;
  a: ComponentChildren;
  b: ComponentChildren;
  standing: Standing;
}

/** Two columns of what each says; on a narrow page one below the other, each under its publisher's name. */
function PairTable({ comparison, name, rows }: { comparison: Comparison; name: string; rows: Row[] }) {
  const [a, b] = [comparison.publisher("a"), comparison.publisher("b")];
  const aspects = rows.some((row) => row.what);
  return (
    <table class="ledger-table pair-table" role="table" aria-label={name}>
      <thead role="rowgroup">
        <tr role="row">
          {aspects ? <th role="columnheader" scope="col"><span class="unseen">{strings.aspect}</span></th> : null}
          <th role="columnheader" scope="col"><span class="letter">A</span> {a}</th>
          <th role="columnheader" scope="col"><span class="letter">B</span> {b}</th>
          <th role="columnheader" scope="col">{strings.relationColumn}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {aspects ? <th role="rowheader" scope="row">{row.what}</th> : null}
            <td role="cell" data-letter="A">{row.a}</td>
            <td role="cell" data-letter="B">{row.b}</td>
            <td role="cell" class={`standing s-${row.standing}`}>{strings.standing[row.standing]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Longer words than these are a whole sentence, which says no more than the value. */
const shortWords = 60;
const mods: Record<string, string> = { APPROX: shared.facts.comparison["about"]!, MORE_THAN: shared.facts.comparison["more_than"]!, LESS_THAN: shared.facts.comparison["less_than"]! };

function sayValue(what: string, value: string): string {
  if (what === "order") return value.split(" > ").join(" → ");
  if (what !== "day" && what !== "duration") return nameOf({}, value);
  const [time, mod] = value.split(" ");
  return (mods[mod ?? ""] ?? "") + sayTimex(time);
}

/** What a side says, and the words that say it: on the page of a document of the record, or here where they are few. */
function Said({ comparison, side, what, told, ofRecord }: { comparison: Comparison; side: Side; what: string; told: Told | null; ofRecord: boolean }) {
  if (!told || told.value === null || told.value === "") return <span class="note">{strings.notSaid}</span>;
  const value = Array.isArray(told.value) ? sayList(told.value) : sayValue(what, String(told.value));
  const { document } = comparison.answer[side];
  const { begin, end, in: part } = told;
  const span = typeof begin === "number" && typeof end === "number" ? { begin, end, ...(part ? { in: part } : {}) } : null;
  const words = span && !ofRecord ? comparison.wordsAt(side, span).trim() : "";
  return (
    <>
      {value}{" "}
      {span && ofRecord && document ? (
        <a class="in-words" href={addresses.document(document, passageHash(span))} aria-label={shared.encounter.at(value)}>
          {shared.encounter.words}
        </a>
      ) : null}
      {words && words !== value && words.length <= shortWords ? <span class="note">{quoted(words)}</span> : null}
    </>
  );
}

export function EncounterFacts({ comparison, ofRecord }: { comparison: Comparison; ofRecord: boolean }) {
  const { facts } = comparison.answer;
  const name = ({ what }: ComparedFact) => nameOf(strings.what, what);
  const said = facts.filter((fact) => fact.relation !== "neither");
  const silent = facts.filter((fact) => fact.relation === "neither");
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="compare-facts">
      <h2 id="compare-facts">{strings.facts}</h2>
      {said.length > 0 ? (
        <PairTable
          comparison={comparison}
          name={strings.facts}
          rows={said.map((fact) => {
            const given = { comparison, what: fact.what, ofRecord };
            return { what: name(fact), a: <Said {...given} side="a" told={fact.a} />, b: <Said {...given} side="b" told={fact.b} />, standing: fact.relation };
          })}
        />
      ) : null}
      {silent.length > 0 ? (
        <p class="note">
          {strings.neither} {sayList(silent.map((fact) => name(fact).toLowerCase()))}.
        </p>
      ) : null}
    </section>
  );
}

function FigureSays({ fact, comparison, side }: { fact: PairedFact | null; comparison: Comparison; side: Side }) {
  if (!fact) return <span class="note">{strings.notSaid}</span>;
  const { language } = comparison.answer[side];
  const value = typeof fact.value === "number" ? sayFigure({ value: fact.value, value_to: fact.value_to ?? null, unit: fact.unit ?? null, comparison: fact.comparison ?? "exact" }) : "";
  const by = typeof fact.by === "string" ? fact.by : fact.by?.name;
  return (
    <>
      {value || by ? <b>{value || by}</b> : null} {fact.indicator && fact.indicator !== fact.unit ? fact.indicator : ""}
      {fact.quote ? (
        <span class="line-words" lang={language ?? ""} dir={directionOf(language)}>
          {fact.quote}
        </span>
      ) : null}
    </>
  );
}

function rowsOf(comparison: Comparison, pairs: FactPair[]): Row[] {
  return pairs.map((pair) => ({
    what: null,
    a: <FigureSays fact={pair.a} comparison={comparison} side="a" />,
    b: <FigureSays fact={pair.b} comparison={comparison} side="b" />,
    standing: pair.relation,
  }));
}

/** Those that both give alike are not listed: what differs is looked for here. */
export function FiguresAndCommitments({ comparison }: { comparison: Comparison }) {
  const figures = comparison.answer.figures.filter((pair) => pair.relation !== "same");
  const { commitments } = comparison.answer;
  return (
    <>
      <section aria-labelledby="compare-figures">
        <h2 id="compare-figures">{strings.figures}</h2>
        {figures.length > 0 ? <PairTable comparison={comparison} name={strings.figures} rows={rowsOf(comparison, figures)} /> : <p class="note">{strings.figuresNone}</p>}
      </section>
      <section aria-labelledby="compare-commitments">
        <h2 id="compare-commitments">{strings.commitments}</h2>
        {commitments.length > 0 ? (
          <>
            <p class="note">{strings.commitmentsNote}</p>
            <PairTable comparison={comparison} name={strings.commitments} rows={rowsOf(comparison, commitments)} />
          </>
        ) : (
          <p class="note">{strings.commitmentsNone}</p>
        )}
      </section>
    </>
  );
}

/** "Special military operation" beside "invasion". */
export function Names({ comparison }: { comparison: Comparison }) {
  const names = comparison.names();
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="compare-names">
      <h2 id="compare-names">{strings.names}</h2>
      <PairTable comparison={comparison} name={strings.names} rows={names.map(({ a, b, of }) => ({ what: of ? nameOf({}, of) : "", a: quoted(a.quote), b: quoted(b.quote), standing: "differs" as const }))} />
    </section>
  );
}

