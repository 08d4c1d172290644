/** How often people agreed with the program, by kind of fact: a table with a bar of what they did, and the same as CSV. */
import { useAnswer } from "../answers";
import { correctionPaths, corrections } from "../corrections";
import { csvOf } from "../csv";
import { nameOf, strings } from "../strings";
import type { Agreement } from "../types";
import { save } from "./exports";
import { Empty, Failed, Loading } from "./state";

const texts = strings.corrections.agreement;
const parts = ["confirmed", "changed", "rejected"] as const;

const percent = (share: number | null) => (share === null ? "" : `${Math.round(100 * share)}%`);

/** Shares of a whole, so that kinds can be compared; how many they are stands beside it. */
function Bar({ row }: { row: Agreement }) {
  const label = texts.bar(nameOf(strings.corrections.kinds, row.kind), ...(parts.map((part) => strings.number(row[part])) as [string, string, string]));
  let at = 0;
  return (
    <svg class="agreement-bar" role="img" aria-label={label} viewBox="0 0 100 10" preserveAspectRatio="none">
      {parts.map((part) => {
        const width = row.judged > 0 ? (100 * row[part]) / row.judged : 0;
        const x = at;
        at += width;
        return <rect class={`bar-${part}`} x={x} width={width} height="10" />;
      })}
    </svg>
  );
}

function fileOf(kinds: Agreement[]): Blob {
  const head = ["kind", "judged", ...parts, "agreement", "low", "high"];
  const rows = kinds.map((row) => [row.kind, row.judged, ...parts.map((part) => row[part]), row.agreement, row.low, row.high]);
  return new Blob([csvOf([head, ...rows])], { type: "text/csv;charset=utf-8" });
}

export function AgreementView() {
  const { value, error, again } = useAnswer(correctionPaths.agreement(), corrections.agreement);
  if (error) return <Failed error={error} again={again} />;
  if (!value) return <Loading />;
  const kinds = value.kinds.filter((row) => row.judged > 0);
  if (kinds.length === 0) return <Empty title={texts.none} />;
  const { columns } = texts;
  return (
    <section class="agreement" aria-label={texts.caption}>
      <p class="lead">{texts.lead}</p>
      <p class="legend-parts" aria-hidden="true">
        {parts.map((part) => (
          <span>
            <i class={`swatch bar-${part}`} /> {texts.legend[part]}
          </span>
        ))}
      </p>
      <table class="plain-table" aria-label={texts.caption}>
        <thead>
          <tr>
            <th scope="col">{columns.kind}</th>
            <th scope="col" class="number">{columns.judged}</th>
            {parts.map((part) => (
              <th scope="col" class="number part">{columns[part]}</th>
            ))}
            <th scope="col" class="number">{columns.agreement}</th>
            <th scope="col" class="bar">
              <span class="unseen">{columns.share}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((row) => (
            <tr key={row.kind}>
              <th scope="row">{nameOf(strings.corrections.kinds, row.kind)}</th>
              <td class="number">{strings.number(row.judged)}</td>
              {parts.map((part) => (
                <td class="number part">{strings.number(row[part])}</td>
              ))}
              <td class="number">
                {percent(row.agreement)} <span class="note">{texts.between(percent(row.low), percent(row.high))}</span>
              </td>
              <td class="bar">
                <Bar row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="exports">
        {strings.search.exportLabel}:{" "}
        <button type="button" class="quiet" onClick={() => save(fileOf(kinds), "agreement.csv")}>
          {texts.csv}
        </button>
      </p>
    </section>
  );
}
