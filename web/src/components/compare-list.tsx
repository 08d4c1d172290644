/** The same links as a table: each point of the one text with its counterparts in the other. Stacked on a narrow page. */
import { Marked } from "./marked";
import { otherSide, type Link } from "../compare/answer";
import { labelOf, type Comparison, type Kind, type Place } from "../compare/comparison";
import { sayPoint, wordsOf } from "../compare/words";
import { directionOf, sayList } from "../format";
import { nameOf } from "../strings";
import { strings } from "../strings/compare";
import type { Span } from "../types";

interface Shown {
  comparison: Comparison;
  marks: boolean;
  onOpen: (place: Place) => void;
}

function PointWords({ comparison, marks, onOpen, place, differs, step = false }: Shown & { place: Place; differs: Span[]; step?: boolean }) {
  const point = comparison.point(place);
  const { language } = comparison.answer[place.side];
  const words = wordsOf(comparison, place);
  const novelty = nameOf(strings.novelty, point.formula?.novelty);
  return (
    <>
      <p class="line-head">
        <button type="button" class={`tag k-${comparison.kindOf(place)}`} aria-label={strings.open(labelOf(place))} {...(step ? { "data-step": true } : {})} onClick={() => onOpen(place)}>
          {labelOf(place)}
        </button>{" "}
        <b>{sayPoint(point)}</b>
        {novelty ? <span class="note"> {novelty}</span> : null}
      </p>
      <p class="line-words" lang={language ?? ""} dir={directionOf(language)}>
        <Marked text={words.text} marks={marks ? words.within(differs) : []} />
      </p>
    </>
  );
}

/** What a link says, with each side's name for the same thing and what cannot both hold. */
export function LinkSays({ link }: { link: Link }) {
  const { incompatible } = link;
  return (
    <>
      <span class={`relation r-${link.relation}`}>
        <span aria-hidden="true">{strings.glyph[link.relation]}</span> {strings.relation[link.relation]}
      </span>
      {link.names.map(({ a, b }) => (
        <span class="note names">{strings.names2(a.quote, b.quote)}</span>
      ))}
      {incompatible ? (
        <span class="note names">{strings.incompatible(incompatible.a.quote, incompatible.b.quote)}</span>
      ) : null}
    </>
  );
}

/** That nothing was found, and what comes nearest where one asks. */
function Alone({ comparison, place }: { comparison: Comparison; place: Place }) {
  const near = comparison.nearestOf(place);
  const candidate = near && { side: otherSide(place.side), index: near.candidate };
  const language = comparison.answer[otherSide(place.side)].language;
  return (
    <>
      <span class="relation r-alone">{strings.relation.alone}</span>
      {candidate ? (
        <details class="nearest">
          <summary>{strings.nearest}</summary>
          <p class="note">{strings.nearestOf(labelOf(candidate), strings.alike(near.similarity))}</p>
          <p class="line-words" lang={language ?? ""} dir={directionOf(language)}>
            {wordsOf(comparison, candidate).text}
          </p>
        </details>
      ) : null}
    </>
  );
}

function RowsOfA({ index, shown, ...given }: Shown & { index: number; shown: ReadonlySet<Kind> }) {
  const { comparison } = given;
  const place: Place = { side: "a", index };
  const links = comparison.linksOf(place).map((link) => comparison.answer.links[link]!);
  const wanted = links.filter((link) => shown.has(link.relation));
  if (links.length === 0 ? !shown.has("alone") : wanted.length === 0) return null;
  const differs = wanted.flatMap((link) => link.marks_a);
  const first = (
    <td role="cell" class="side-a" rowSpan={Math.max(1, wanted.length)}>
      <PointWords {...given} place={place} differs={differs} step />
    </td>
  );
  if (links.length === 0) {
    return (
      <tr role="row" data-row class="k-alone">
        {first}
        <td role="cell" class="says" colSpan={2}>
          <Alone comparison={comparison} place={place} />
        </td>
      </tr>
    );
  }
  return (
    <>
      {wanted.map((link, at) => (
        <tr role="row" data-row class={`k-${link.relation}${at > 0 ? " more" : ""}`}>
          {at === 0 ? first : null}
          <td role="cell" class="says">
            <LinkSays link={link} />
            {link.why.length > 0 ? <span class="note names">{strings.why(sayList(link.why.map((one) => nameOf({}, one))), strings.alike(link.confidence))}</span> : null}
          </td>
          <td role="cell" class="side-b">
            <PointWords {...given} place={{ side: "b", index: link.b }} differs={link.marks_b} />
          </td>
        </tr>
      ))}
    </>
  );
}

export function CompareList({ shown, ...given }: Shown & { shown: ReadonlySet<Kind> }) {
  const { comparison } = given;
  const [a, b] = [comparison.publisher("a"), comparison.publisher("b")];
  const alone = comparison.points("b").map((_, index): Place => ({ side: "b", index })).filter((place) => comparison.linksOf(place).length === 0);
  return (
    <table class="ledger-table compare-list" role="table" aria-label={strings.list}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span class="letter">A</span> {a}
          </th>
          <th role="columnheader" scope="col">
            {strings.relationColumn}
          </th>
          <th role="columnheader" scope="col">
            <span class="letter">B</span> {b}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {comparison.points("a").map((_, index) => (
          <RowsOfA key={index} index={index} shown={shown} {...given} />
        ))}
        {shown.has("alone") && alone.length > 0 ? (
          <>
            <tr role="row" class="part">
              <th role="rowheader" scope="rowgroup" colSpan={3}>
                {strings.onlyB(b)}
              </th>
            </tr>
            {alone.map((place) => (
              <tr role="row" data-row class="k-alone only-b">
                <td role="cell" class="says" colSpan={2}>
                  <Alone comparison={comparison} place={place} />
                </td>
                <td role="cell" class="side-b">
                  <PointWords {...given} place={place} differs={[]} step />
                </td>
              </tr>
            ))}
          </>
        ) : null}
      </tbody>
    </table>
  );
}
