/**
 * A timeline as a picture: a row a year, a column a month, and in each month a mark a kind of item. Months in which the
 * record holds no release are hatched. One stop for the Tab key; arrows go from mark to mark.
 */
import { useId, useRef, useState } from "preact/hooks";

import { changed, navigate, withQuery } from "../router";
import { strings } from "../strings";
import type { Timeline, TimelineKind } from "../types";
import { useWidth } from "../width";
import { MarkShape, timelineKinds } from "./timeline-marks";

const gutter = 46;
const head = 20;
const lane = 20;
const pad = 7;
/** Beyond so many years only those of which something is known get a row. */
const mostYears = 30;

interface Mark { year: string; month: number; kind: TimelineKind; count: number; x: number; y: number }

const monthNames = Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2020, month, 1))));

function covered(timeline: Timeline, month: string): boolean {
  return timeline.coverage.stretches.some(({ from, to }) => from.slice(0, 7) <= month && month <= to.slice(0, 7));
}

/** Every year from the first to the last that holds an item or a release. */
function yearsOf(timeline: Timeline): string[] {
  const known = new Set<string>();
  for (const { month } of timeline.months) if (month) known.add(month.slice(0, 4));
  for (const { from, to } of timeline.coverage.stretches) for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) known.add(String(year));
  const sorted = [...known].sort();
  const [first, last] = [Number(sorted[0]), Number(sorted[sorted.length - 1])];
  if (sorted.length > 0 && last - first < mostYears) return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return sorted;
}

const said = (mark: Mark) => `${monthNames[mark.month]} ${mark.year}: ${strings.timeline.count[mark.kind]!(mark.count)}`;

/** The nearest mark above or below, in the lane or the year next to it. */
function vertical(marks: Mark[], from: Mark, down: boolean): Mark | undefined {
  const beyond = marks.filter((mark) => (down ? mark.y > from.y : mark.y < from.y));
  const near = down ? Math.min(...beyond.map((mark) => mark.y)) : Math.max(...beyond.map((mark) => mark.y));
  return beyond.filter((mark) => mark.y === near).sort((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x))[0];
}

function next(marks: Mark[], at: number, key: string): number | null {
  const from = marks[at];
  if (!from) return null;
  if (key === "ArrowRight") return Math.min(marks.length - 1, at + 1);
  if (key === "ArrowLeft") return Math.max(0, at - 1);
  if (key === "Home") return 0;
  if (key === "End") return marks.length - 1;
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const target = vertical(marks, from, key === "ArrowDown");
  return target ? marks.indexOf(target) : at;
}

function Legend({ kinds, hatched, id }: { kinds: TimelineKind[]; hatched: boolean; id: string }) {
  return (
    <ul class="timeline-legend">
      {kinds.map((kind) => (
        <li>
          <svg aria-hidden="true" width="18" height="16" viewBox="-9 -8 18 16">
            <MarkShape kind={kind} size={5.5} />
          </svg>
          {strings.timeline.kinds[kind]}
        </li>
      ))}
      {hatched ? (
        <li>
          <svg aria-hidden="true" width="22" height="14">
            <rect width="22" height="14" fill={`url(#${id}-hatch)`} class="hatched" />
          </svg>
          {strings.timeline.uncovered}
        </li>
      ) : null}
    </ul>
  );
}

export function TimelinePicture({ timeline, who, query, chosen }: { timeline: Timeline; who: string; query: URLSearchParams; chosen: string | null }) {
  const id = useId();
  const [frame, measured] = useWidth(720);
  const width = Math.max(280, measured);
  const [at, setAt] = useState(0);
  const links = useRef<(HTMLAnchorElement | null)[]>([]);
  const kinds = timelineKinds.filter((kind) => timeline.counts[kind] > 0);
  const years = yearsOf(timeline);
  if (kinds.length === 0 || years.length === 0) return null;
  const column = (width - gutter - 2) / 12;
  const roomy = column > 34;
  const row = kinds.length * lane + 2 * pad;
  const top = (year: string) => head + years.indexOf(year) * row;
  const marks: Mark[] = timeline.months
    .filter((one) => one.month)
    .flatMap((one) => {
      const [year, month] = [one.month!.slice(0, 4), Number(one.month!.slice(5)) - 1];
      return kinds
        .map((kind, index) => ({ year, month, kind, count: one[kind], x: gutter + (month + 0.5) * column, y: top(year) + pad + (index + 0.5) * lane }))
        .filter((mark) => mark.count > 0);
    });
  const bare = years.flatMap((year) => monthNames.map((_, month) => ({ year, month })).filter(({ month }) => !covered(timeline, `${year}-${String(month + 1).padStart(2, "0")}`)));
  const height = head + years.length * row + 1;
  const current = Math.min(at, marks.length - 1);
  const address = (mark: Mark) => withQuery("/timeline", changed(query, { month: `${mark.year}-${String(mark.month + 1).padStart(2, "0")}`, kind: mark.kind }));
  const onKey = (event: KeyboardEvent) => {
    const target = next(marks, current, event.key);
    if (target === null) return;
    event.preventDefault();
    setAt(target);
    links.current[target]?.focus();
  };
  const unplaced = timeline.months.filter((one) => !one.month).reduce((sum, one) => sum + kinds.reduce((part, kind) => part + one[kind], 0), 0);
  return (
    <figure class="timeline-picture">
      <div ref={frame}>
        <svg role="group" aria-labelledby={`${id}-title`} aria-describedby={`${id}-note`} viewBox={`0 0 ${width} ${height}`} width="100%" onKeyDown={onKey}>
          <title id={`${id}-title`}>{strings.timeline.pictureTitle(who)}</title>
          <defs>
            <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line class="hatch" x1="0" y1="0" x2="0" y2="6" />
            </pattern>
          </defs>
          {bare.map(({ year, month }) => (
            <rect class="hatched" x={gutter + month * column} y={top(year)} width={column} height={row} fill={`url(#${id}-hatch)`} />
          ))}
          <g class="grid" aria-hidden="true">
            {monthNames.map((name, month) => (
              <>
                <text x={gutter + (month + 0.5) * column} y={head - 7} text-anchor="middle">
                  {name.slice(0, roomy ? 3 : 1)}
                </text>
                <line x1={gutter + month * column} x2={gutter + month * column} y1={head} y2={height} />
              </>
            ))}
            {years.map((year) => (
              <>
                <text class="year" x={0} y={top(year) + row / 2 + 5}>
                  {year}
                </text>
                <line class="strong" x1={0} x2={width} y1={top(year)} y2={top(year)} />
              </>
            ))}
            <line class="strong" x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
          </g>
          {marks.map((mark, index) => (
            <a
              ref={(link) => void (links.current[index] = link)}
              href={address(mark)}
              aria-label={said(mark)}
              tabIndex={index === current ? 0 : -1}
              class={chosen === `${mark.year}-${String(mark.month + 1).padStart(2, "0")} ${mark.kind}` ? "chosen" : ""}
              onFocus={() => setAt(index)}
              onClick={(event) => {
                // The router knows links of HTML alone.
                if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                event.preventDefault();
                navigate(address(mark));
              }}
            >
              <title>{said(mark)}</title>
              <rect class="hit" x={mark.x - column / 2 + 1} y={mark.y - lane / 2 + 1} width={column - 2} height={lane - 2} rx="3" />
              <g transform={`translate(${mark.count > 1 ? mark.x - (roomy ? 9 : 7.5) : mark.x} ${mark.y})`}>
                <MarkShape kind={mark.kind} size={roomy ? 5.5 : 4} />
              </g>
            </a>
          ))}
          <g class="how-many" aria-hidden="true">
            {marks
              .filter((mark) => mark.count > 1)
              .map((mark) => (
                <text class={roomy ? "" : "small"} x={mark.x + (roomy ? 1 : -2.5)} y={mark.y + (roomy ? 4.5 : 3.5)}>
                  {mark.count > 99 && !roomy ? "99+" : mark.count}
                </text>
              ))}
          </g>
        </svg>
      </div>
      <figcaption>
        <Legend kinds={kinds} hatched={bare.length > 0} id={id} />
        <p class="note" id={`${id}-note`}>
          <span class="no-print">{strings.timeline.pictureNote}</span> {unplaced > 0 ? strings.timeline.unplaced(unplaced) : ""}
        </p>
      </figcaption>
    </figure>
  );
}
