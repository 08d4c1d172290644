/** Saves what a picture or table shows as CSV. */
import { csvOf, type Cell } from "../csv";
import { strings } from "../strings";
import { save } from "./exports";

export function SaveCsv({ rows, name }: { rows: () => Cell[][]; name: string }) {
  const keep = () => {
    save(new Blob([csvOf(rows())], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
  };
  return (
    <p class="exports">
      {strings.search.exportLabel}:{" "}
      <button type="button" class="quiet" onClick={keep}>
        {strings.search.csv}
      </button>
    </p>
  );
}
