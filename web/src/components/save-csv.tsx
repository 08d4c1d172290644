/** Saves what a picture or table shows as CSV (RFC 4180); what a spreadsheet would run as a formula is kept from it. */
import { strings } from "../strings";

export type Cell = string | number | null | undefined;

function cellOf(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const text = cell ?? "";
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function csvOf(rows: Cell[][]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

export function SaveCsv({ rows, name }: { rows: () => Cell[][]; name: string }) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([csvOf(rows())], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${name}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return (
    <p class="exports">
      {strings.search.exportLabel}:{" "}
      <button type="button" class="quiet" onClick={save}>
        {strings.search.csv}
      </button>
    </p>
  );
}
