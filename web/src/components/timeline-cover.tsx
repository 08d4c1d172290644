/** What the record covers of a timeline, its gaps, and its counts by year beside the releases they rest on. */
import { sayDay, sayDays, sayList } from "../format";
import { changed, withQuery } from "../router";
import { strings } from "../strings";
import type { PublisherCover, Timeline, TimelineGap } from "../types";
import { Folded } from "./folded";
import { timelineKinds } from "./timeline-marks";

const nameOf = (publisher: string | null) => publisher ?? strings.timeline.unknownPublisher;

/** How complete what is held of a publisher is, and for how long it reaches. */
function Cover({ one }: { one: PublisherCover }) {
  if (!one.first_day || !one.last_day) return <li>{strings.timeline.noRelease(nameOf(one.publisher))}.</li>;
  const why = one.stated.find((stated) => stated.extent === one.extent)?.why;
  const parts = one.extent === "unknown" ? one.stated.filter((stated) => (stated.from ?? "") <= one.last_day! && (stated.to ?? one.last_day!) >= one.first_day!) : [];
  const inParts = parts.map(({ extent, from, to }) => strings.timeline.extentIn(extent, sayDays(from ?? one.first_day!, to ?? one.last_day!)));
  return (
    <li>
      {strings.timeline.releasesOf(one.documents, nameOf(one.publisher))}{" "}
      <span class="note">
        {sayDays(one.first_day, one.last_day)}; {inParts.length > 0 ? strings.timeline.inParts(inParts) : strings.timeline.extents[one.extent]}
        {why ? ` (${why})` : ""}.
      </span>
    </li>
  );
}

/** Spans without any release that are named: the longest. */
const mostHoles = 3;

export function TimelineCoverage({ timeline }: { timeline: Timeline }) {
  const { publishers, stretches, others, of_sides } = timeline.coverage;
  const holes = stretches.slice(1).map((stretch, index) => ({ from: stretches[index]!.to, to: stretch.from }));
  const length = ({ from, to }: { from: string; to: string }) => Date.parse(to) - Date.parse(from);
  const longest = [...holes].sort((a, b) => length(b) - length(a)).slice(0, mostHoles);
  const named = holes.filter((hole) => longest.includes(hole)).map(({ from, to }) => sayDays(from, to));
  return (
    <section class="timeline-cover" aria-labelledby="covered">
      <h2 id="covered">{strings.timeline.covered}</h2>
      {!of_sides && publishers.length > 0 ? <p class="note">{timeline.b ? strings.timeline.ofNeither : strings.timeline.ofNone}</p> : null}
      <Folded count={publishers.length}>
        {publishers.map((one) => (
          <Cover one={one} />
        ))}
      </Folded>
      {holes.length > 0 ? <p class="note">{strings.timeline.holes(named, holes.length - named.length)}</p> : null}
      {of_sides && others > 0 ? <p class="note">{strings.timeline.others(others)}</p> : null}
    </section>
  );
}

/** The publishers of a gap that are named; what the others published is added up. */
const mostNamed = 2;

function releasesIn(gap: TimelineGap): string {
  const held = [...gap.releases].sort((a, b) => b.count - a.count);
  const named = held.length > mostNamed + 1 ? held.slice(0, mostNamed) : held;
  const others = held.slice(named.length);
  const parts = named.map((one) => strings.timeline.releasesOf(one.count, nameOf(one.value)));
  if (others.length > 0) parts.push(strings.timeline.releasesOfOthers(others.reduce((sum, one) => sum + one.count, 0), others.length));
  return sayList(parts);
}

function Gap({ gap }: { gap: TimelineGap }) {
  const { none, reach, announced, held, complete, partly, sample } = strings.timeline.gap;
  const known = gap.extent === "complete" ? complete : gap.complete_months > 0 ? partly(gap.complete_months) : gap.extent === "sample" ? sample : "";
  const releases = releasesIn(gap);
  const open = gap.open_before ? (gap.open_after ? reach.both : reach.before) : gap.open_after ? reach.after : "";
  return (
    <li>
      {none[gap.of]!(gap.months)}{" "}
      <span class="note">
        {sayDays(gap.from, gap.to)}
        {open ? `, ${open}` : ""}. {known ? `${known} ` : ""}
        {gap.announced.length > 0 ? `${announced(sayList(gap.announced.map(sayDay)))} ` : ""}
        {releases ? held(releases) : ""}
      </span>
    </li>
  );
}

/** The longest of each sort are shown; a gap nobody asked of is none. */
const ofEach = 3;

export function TimelineGaps({ timeline }: { timeline: Timeline }) {
  const shown = timeline.gaps.filter((gap, index) => timeline.gaps.slice(0, index).filter((other) => other.of === gap.of).length < ofEach);
  return (
    <section class="timeline-gaps" aria-labelledby="gaps">
      <h2 id="gaps">{strings.timeline.gaps}</h2>
      {shown.length > 0 ? (
        <ul class="lines">
          {shown.map((gap) => (
            <Gap gap={gap} />
          ))}
        </ul>
      ) : (
        <p>{strings.timeline.noGaps}</p>
      )}
      <p class="note">{strings.timeline.gapsNote}</p>
    </section>
  );
}

const mostPublishers = 3;

export function TimelineYears({ timeline, query }: { timeline: Timeline; query: URLSearchParams }) {
  const kinds = timelineKinds.filter((kind) => timeline.counts[kind] > 0);
  const publishers = timeline.coverage.publishers.slice(0, mostPublishers);
  const years = new Set([...timeline.years.map((one) => one.year), ...publishers.flatMap((one) => one.years.map((year) => year.value))]);
  const rows = [...years].sort((a, b) => (b ?? "").localeCompare(a ?? ""));
  const counted = (year: string | null) => timeline.years.find((one) => one.year === year);
  const only = (year: string) => withQuery("/timeline", changed(query, { from: `${year}-01-01`, to: `${year}-12-31`, month: null, kind: null }));
  return (
    <section aria-labelledby="years">
      <h2 id="years">{strings.timeline.years}</h2>
      <div class="table-frame" role="region" aria-label={strings.timeline.yearsTable} tabIndex={0}>
        <table class="plain-table timeline-years" aria-labelledby="years">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {strings.timeline.year}
              </th>
              {kinds.map((kind) => (
                <th scope="col" rowSpan={2} class="number">
                  {strings.timeline.kinds[kind]}
                </th>
              ))}
              {publishers.length > 0 ? (
                <th scope="colgroup" colSpan={publishers.length} class="number cover">
                  {strings.timeline.releases}
                </th>
              ) : null}
            </tr>
            <tr>
              {publishers.map((one) => (
                <th scope="col" class="number cover">
                  {nameOf(one.publisher)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((year) => (
              <tr>
                <th scope="row">{year ? <a href={only(year)}>{year}</a> : strings.timeline.noYear}</th>
                {kinds.map((kind) => (
                  <td class="number">{strings.number(counted(year)?.[kind] ?? 0)}</td>
                ))}
                {publishers.map((one) => (
                  <td class="number cover">{year ? strings.number(one.years.find((other) => other.value === year)?.count ?? 0) : ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
