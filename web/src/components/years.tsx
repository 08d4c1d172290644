/** Counts by year: small bars for the eye, and the numbers in a table beside them. */
import { changed, withQuery } from "../router";
import { strings } from "../strings";
import type { Count } from "../types";

const height = 48;
/** Of a bar and to the next; few bars are wider. */
const steps = { few: [26, 8], many: [13, 4] } as const;
const few = 8;

/** All years from the first to the last, also those without any. */
export function withGaps(years: Count[]): { year: number; count: number }[] {
  const known = years.filter((one) => /^\d{4}$/.test(one.value ?? "")).map((one) => ({ year: Number(one.value), count: one.count }));
  if (known.length === 0) return [];
  const first = Math.min(...known.map((one) => one.year));
  const last = Math.max(...known.map((one) => one.year));
  // A slip in a year must not draw a thousand bars.
  if (last - first > 60) return known.sort((a, b) => a.year - b.year);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    count: known.find((one) => one.year === first + index)?.count ?? 0,
  }));
}

function Bars({ years }: { years: { year: number; count: number }[] }) {
  const most = Math.max(...years.map((one) => one.count));
  const tall = (count: number) => (count > 0 ? Math.max(2, (height * count) / most) : 0);
  const [wide, gap] = years.length > few ? steps.many : steps.few;
  const width = years.length * (wide + gap);
  return (
    <svg class="year-bars" aria-hidden="true" width={width} height={height + 1} viewBox={`0 0 ${width} ${height + 1}`}>
      {years.map(({ count }, index) => (
        <rect x={index * (wide + gap)} y={height - tall(count)} width={wide} height={tall(count)} />
      ))}
      <line x1="0" x2={width - gap} y1={height + 0.5} y2={height + 0.5} />
    </svg>
  );
}

export function Years({ years, query, path }: { years: Count[]; query: URLSearchParams; path: string }) {
  const all = withGaps(years);
  const only = (year: string) => withQuery(path, changed(query, { from: `${year}-01-01`, to: `${year}-12-31` }));
  return (
    <section class="years" aria-labelledby="years">
      <h2 id="years">{strings.pair.years}</h2>
      <div class="years-body">
        {all.length > 1 ? (
          <figure>
            <Bars years={all} />
            <figcaption aria-hidden="true">
              <span>{all[0]!.year}</span>
              <span>{all[all.length - 1]!.year}</span>
            </figcaption>
          </figure>
        ) : null}
        <table class="plain-table" aria-labelledby="years">
          <thead>
            <tr>
              <th scope="col">{strings.pair.year}</th>
              <th scope="col" class="number">
                {strings.pair.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ value, count }) => (
              <tr>
                <th scope="row">{value ? <a href={only(value)}>{value}</a> : strings.pair.undated}</th>
                <td class="number">{strings.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
