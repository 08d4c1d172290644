/** One figure as a row of a table: value, what it measures in its words, period, countries, voice and document. */
import { directionOf, sayEventTime, sayFigure } from "../format";
import { nameOf, strings } from "../strings";
import type { FigureLine } from "../types";
import { factAddress, FigureWords } from "./fact-lines";
import { FactTable, Told } from "./fact-table";
import { Value } from "./inferred";
import { CountryLink, PairLinks, PartyName, PartyNotes } from "./party";

function Row({ fact }: { fact: FigureLine }) {
  const period = sayEventTime(fact.time);
  return (
    <tr role="row" data-row>
      <td role="cell" class="value">
        <b>{sayFigure(fact)}</b>
        {fact.direction ? <span class="note"> {nameOf(strings.figures.direction, fact.direction)}</span> : null}
      </td>
      <td role="cell" class="what">
        {fact.indicator !== fact.unit ? fact.indicator : null}
        <a class="line-words" href={factAddress(fact.document, fact.id)} data-step lang={fact.document.language ?? ""} dir={directionOf(fact.document.language)}>
          <FigureWords figure={fact} />
        </a>
      </td>
      <td role="cell" class="period" data-name={strings.figures.columns.period}>{period ? <Value known={period} short /> : null}</td>
      <td role="cell" class="about" data-name={strings.figures.columns.about}>
        {fact.about.length === 2 ? (
          <PairLinks countries={fact.about} />
        ) : (
          fact.about.map((code, index) => (
            <>
              {index > 0 ? ", " : ""}
              <CountryLink code={code} />
            </>
          ))
        )}
      </td>
      <td role="cell" class="by" data-name={strings.figures.columns.speaker}>
        {fact.speaker ? (
          <>
            <PartyName party={fact.speaker} />
            <PartyNotes party={fact.speaker} />
          </>
        ) : null}
      </td>
      <Told document={fact.document} />
    </tr>
  );
}

export function FigureTable({ figures }: { figures: FigureLine[] }) {
  const { columns } = strings.figures;
  return (
    <FactTable name={strings.figures.title} columns={[columns.value, columns.of, columns.period, columns.about, columns.speaker, columns.told]}>
      {figures.map((fact) => (
        <Row key={fact.document.id + fact.id} fact={fact} />
      ))}
    </FactTable>
  );
}
