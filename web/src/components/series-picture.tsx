/**
 * The picture of figures over time, drawn at its true width. Voices are told apart by shape as well as colour; the table
 * beside it holds the same figures and the ways to them.
 */
import { navigate } from "../router";
import { sayDay, sayFigure, sayScaled, shortened } from "../format";
import { strings } from "../strings";
import type { SeriesAnswer, SeriesPoint } from "../types";
import { factAddress } from "./fact-lines";

/** Voices with a mark of their own. */
export const marked = 5;
const size = 5;
const margin = { top: 12, right: 22, bottom: 26 };
/** Of a character of a label, and of what keeps it from the picture. */
const letter = 7.2;
const gap = 12;
const tall = 300;
/** Figures that differ by more than this are drawn by powers of ten. */
const farApart = 500;

const day = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);

const shapes = [
  (r: number) => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`,
  (r: number) => `M${-r} ${-r}H${r}V${r}H${-r}Z`,
  (r: number) => `M0 ${-r * 1.2}L${r * 1.15} ${r}H${-r * 1.15}Z`,
  (r: number) => `M0 ${-r * 1.3}L${r * 1.3} 0L0 ${r * 1.3}L${-r * 1.3} 0Z`,
  (r: number) => `M0 ${r * 1.2}L${r * 1.15} ${-r}H${-r * 1.15}Z`,
];

function Mark({ voice }: { voice: number }) {
  return voice < marked ? <path class={`voice-${voice}`} d={shapes[voice]!(size)} /> : <path class="voice-other" d={shapes[0]!(size - 1.5)} />;
}

export function VoiceMark({ voice }: { voice: number }) {
  return (
    <svg class="voice-mark" aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16">
      <Mark voice={voice} />
    </svg>
  );
}

/** Round values from the least to the greatest, few enough to be read. */
function ticksOf(least: number, greatest: number, wanted: number): number[] {
  const span = greatest - least || Math.abs(greatest) || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const first = Math.floor(least / step) * step;
  const ticks: number[] = [];
  for (let at = first; at <= greatest + step * 0.999; at += step) ticks.push(Number(at.toPrecision(12)));
  return ticks;
}

interface Scale {
  at: (value: number) => number;
  ticks: number[];
  powers: boolean;
}

function scaleOf(values: number[], height: number): Scale {
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  if (least > 0 && greatest / least > farApart) {
    const first = Math.floor(Math.log10(least));
    const last = Math.ceil(Math.log10(greatest));
    const every = Math.ceil((last - first) / 6);
    const ticks = Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) => 10 ** (first + index * every));
    return { at: (value) => height - (height * (Math.log10(Math.max(value, 10 ** first)) - first)) / (last - first), ticks, powers: true };
  }
  const ticks = ticksOf(Math.min(0, least), Math.max(0, greatest), 5);
  const from = ticks[0]!;
  const to = ticks[ticks.length - 1]!;
  return { at: (value) => height - (height * (value - from)) / (to - from || 1), ticks, powers: false };
}

function yearTicks(from: number, to: number, width: number): { at: number; label: string }[] {
  const first = new Date(from).getUTCFullYear();
  const last = new Date(to).getUTCFullYear() + 1;
  const every = Math.max(1, Math.ceil((last - first) / Math.max(2, Math.floor(width / 64))));
  const ticks = [];
  for (let year = first; year <= last; year += every) ticks.push({ at: Date.UTC(year, 0, 1), label: String(year) });
  return ticks;
}

const middle = (point: SeriesPoint) => (day(point.from!) + day(point.to ?? point.from!)) / 2;

function Range({ point, y, height }: { point: SeriesPoint; y: (value: number) => number; height: number }) {
  const { from, to, basis } = point.range;
  if (basis === "exact") return null;
  const here = y(point.figure.value);
  const top = to === null ? Math.max(0, here - 22) : y(to);
  const bottom = from === null ? Math.min(height, here + 22) : y(from);
  return (
    <g class="range">
      <line x1="0" x2="0" y1={top} y2={bottom} />
      {to === null ? <path d={`M-3.5 ${top + 5}L0 ${top}L3.5 ${top + 5}`} /> : <line x1="-3.5" x2="3.5" y1={top} y2={top} />}
      {from === null ? <path d={`M-3.5 ${bottom - 5}L0 ${bottom}L3.5 ${bottom - 5}`} /> : <line x1="-3.5" x2="3.5" y1={bottom} y2={bottom} />}
    </g>
  );
}

export function SeriesPicture({ series, points, width, name }: { series: SeriesAnswer; points: SeriesPoint[]; width: number; name: string }) {
  const dated = points.filter((point) => point.from !== null);
  if (dated.length === 0) return <p class="note">{strings.series.undated}</p>;
  const height = tall - margin.top - margin.bottom;
  const values = dated.flatMap(({ figure, range }) => [figure.value, range.from, range.to]).filter((one): one is number => one !== null);
  const scale = scaleOf(values, height);
  const left = Math.ceil(letter * Math.max(...scale.ticks.map((tick) => sayScaled(tick).length))) + gap;
  const inner = { width: Math.max(120, width - left - margin.right), height };
  const years = yearTicks(Math.min(...dated.map(middle)), Math.max(...dated.map(middle)), inner.width);
  const [first, last] = [years[0]!.at, Math.max(years[years.length - 1]!.at, Math.max(...dated.map(middle)))];
  const x = (at: number) => (inner.width * (at - first)) / (last - first || 1);
  const sorted = [...dated].sort((a, b) => middle(a) - middle(b));
  const names = [...new Set(sorted.map((point) => series.voices[point.voice]!.name))];
  const described = strings.series.described(
    names.length > 4 ? `${names.slice(0, 4).join(", ")} …` : names.join(", "),
    sayDay(sorted[0]!.from),
    sayDay(sorted[sorted.length - 1]!.to ?? sorted[sorted.length - 1]!.from),
  );
  return (
    <>
      <svg class="series" role="img" aria-label={`${name}. ${described}`} width={width} height={tall} viewBox={`0 0 ${width} ${tall}`}>
        <g transform={`translate(${left} ${margin.top})`}>
          {scale.ticks.map((tick) => (
            <g class="tick" transform={`translate(0 ${scale.at(tick)})`}>
              <line x1="0" x2={inner.width} />
              <text x="-8" dy="0.32em" text-anchor="end">
                {sayScaled(tick)}
              </text>
            </g>
          ))}
          {years.map(({ at, label }) => (
            <g class="tick" transform={`translate(${x(at)} ${inner.height})`}>
              <line y2="5" />
              <text y="18" text-anchor="middle">
                {label}
              </text>
            </g>
          ))}
          {sorted.map((point) => {
            const { figure } = point;
            const said = `${sayFigure(figure)}${figure.indicator ? `, ${shortened(figure.indicator, 60)}` : ""} · ${series.voices[point.voice]!.name} · ${sayDay(point.from)}`;
            return (
              <g class="point" transform={`translate(${x(middle(point))} 0)`} onClick={() => navigate(factAddress(figure.document, figure.id))}>
                <title>{said}</title>
                <Range point={point} y={scale.at} height={inner.height} />
                <g transform={`translate(0 ${scale.at(figure.value)})`}>
                  <Mark voice={point.voice} />
                </g>
              </g>
            );
          })}
        </g>
      </svg>
      {scale.powers ? <p class="note">{strings.series.scale}</p> : null}
    </>
  );
}
