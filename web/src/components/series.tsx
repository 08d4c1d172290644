/** Figures over time: a picture by voice, what was given differently, and the same figures as a table. */
import { sayDay, sayFigure, sayList } from "../format";
import { changed, withQuery } from "../router";
import { nameOf, strings } from "../strings";
import type { GivenDifferently, SeriesAnswer, SeriesPoint } from "../types";
import { useWidth } from "../width";
import { Exports } from "./exports";
import { factAddress, FigureWords } from "./fact-lines";
import { FigureTable } from "./figure-row";
import { Legend } from "./inferred";
import { PartyName } from "./party";
import { SeriesPicture, VoiceMark, marked } from "./series-picture";

function unitOf(series: SeriesAnswer): string | null {
  const counts = new Map<string | null, number>();
  for (const { figure } of series.points) counts.set(figure.unit, (counts.get(figure.unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const unitName = (unit: string | null) => (unit === null ? strings.series.noUnit : unit === "percent" ? strings.facts.percent : unit);

function Voices({ series, points }: { series: SeriesAnswer; points: SeriesPoint[] }) {
  // Of what is drawn: a voice may give figures in other units too.
  const drawn = (index: number) => points.filter((point) => point.voice === index).length;
  const shown = series.voices.map((voice, index) => ({ voice, index })).filter(({ index }) => drawn(index) > 0);
  const named = shown.filter(({ index }) => index < marked);
  return (
    <ul class="series-voices" aria-label={strings.series.voices}>
      {named.map(({ voice, index }) => (
        <li>
          <VoiceMark voice={index} /> {voice.name || strings.unknownPublisher} <span class="note">{strings.number(drawn(index))}</span>
        </li>
      ))}
      {shown.length > named.length ? (
        <li>
          <VoiceMark voice={marked} /> {strings.series.others}
        </li>
      ) : null}
    </ul>
  );
}

function Side({ point, voice }: { point: SeriesPoint; voice: string }) {
  const { figure } = point;
  return (
    <li>
      <b>{sayFigure(figure)}</b>, {figure.speaker ? <PartyName party={figure.speaker} /> : voice}
      <a class="line-words" href={factAddress(figure.document, figure.id)}>
        <FigureWords figure={figure} />
      </a>
      <span class="note">
        {figure.document.publisher ?? strings.unknownPublisher}, {sayDay(figure.document.day ?? figure.document.published)}
      </span>
    </li>
  );
}

function Differently({ series, pairs }: { series: SeriesAnswer; pairs: GivenDifferently[] }) {
  if (pairs.length === 0) return null;
  return (
    <section class="differently" aria-labelledby="differently">
      <h2 id="differently">{strings.series.differently}</h2>
      <p class="note">{strings.series.differentlyNote}</p>
      {pairs.map(({ a, b, reasons }) => (
        <div class="differing">
          <h3>
            {series.points[a]!.figure.indicator} <span class="note">{strings.series.sameBy(sayList(reasons.map((one) => nameOf(strings.series.reasons, one))))}</span>
          </h3>
          <ul>
            {[a, b].map((index) => (
              <Side point={series.points[index]!} voice={series.voices[series.points[index]!.voice]!.name} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

export function SeriesView({ series, query }: { series: SeriesAnswer; query: URLSearchParams }) {
  const [frame, width] = useWidth();
  const unit = unitOf(series);
  const points = series.points.filter((point) => point.figure.unit === unit);
  const units = series.units.filter((one) => one.value && one.value !== unit).slice(0, 8);
  const undated = points.some((point) => point.from === null);
  return (
    <>
      {series.total > series.points.length ? <p class="note">{strings.series.latest(strings.number(series.points.length), strings.number(series.total))}</p> : null}
      <figure class="series-figure">
        <figcaption>{strings.series.picture(unitName(unit), strings.count.figures(points.length))}</figcaption>
        <Voices series={series} points={points} />
        <div class="series-frame" ref={frame}>
          {width > 0 ? <SeriesPicture series={series} points={points} width={width} name={strings.series.picture(unitName(unit), strings.count.figures(points.length))} /> : null}
        </div>
        <p class="note">
          {strings.series.ranges} {undated ? strings.series.undated : ""}
        </p>
      </figure>
      {units.length > 0 && !query.get("unit") ? (
        <p class="series-units">
          {strings.series.units}:{" "}
          {units.map(({ value, count }, index) => (
            <>
              {index > 0 ? ", " : ""}
              <a href={withQuery("/figures", changed(query, { unit: value }))}>{unitName(value)}</a> <span class="note">{strings.number(count)}</span>
            </>
          ))}
        </p>
      ) : null}
      <Differently series={series} pairs={series.differently} />
      <FigureTable figures={points.map((point) => point.figure)} />
      <Legend />
      <Exports what="figures" query={changed(query, { view: null })} />
    </>
  );
}
