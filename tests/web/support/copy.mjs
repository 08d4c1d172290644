// A record of a test's own: what it writes must not be seen by the others.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function copyOfRecord(record = process.env.CHANCERY_TEST_RECORD) {
  const folder = mkdtempSync(join(tmpdir(), "chancery-copy-"));
  const copy = join(folder, "copy.db");
  for (const more of ["", "-wal"]) if (existsSync(record + more)) copyFileSync(record + more, copy + more);
  return { record: copy, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
