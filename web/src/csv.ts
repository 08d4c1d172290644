/** Rows as CSV (RFC 4180). Text that a spreadsheet would reckon as a formula gets a quotation mark in front. */
export type Cell = string | number | boolean | null | undefined;

function cellOf(cell: Cell): string {
  const text = cell === null || cell === undefined ? "" : String(cell);
  const harmless = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}
