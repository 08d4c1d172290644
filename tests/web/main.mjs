// Runs everything there is to test about the page and ends with one line: N passed, N failed.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { makeRecord } from "./support/record.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "../../web");
const folder = mkdtempSync(join(tmpdir(), "chancery-web-tests-"));
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };

function count(tap, status) {
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(tap)?.[1] ?? 0);
  total.passed += number("pass");
  total.failed += number("fail") + number("cancelled");
  if (status !== 0 && number("fail") + number("cancelled") === 0) total.failed += 1;
}

function checkTypes() {
  try {
    execFileSync(process.execPath, [join(web, "node_modules/typescript/bin/tsc"), "--noEmit", "-p", web], { stdio: "inherit" });
    total.passed += 1;
    console.log("types are sound");
  } catch {
    total.failed += 1;
  }
}

function runTests(files, environment = {}) {
  const report = join(folder, `report-${files.length}-${total.passed}.tap`);
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap", `--test-reporter-destination=${report}`];
  // One browser at a time: times are measured too.
  const result = spawnSync(process.execPath, ["--test", "--test-concurrency=1", ...reporters, ...files], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  count(readFileSync(report, "utf8"), result.status);
}

function runUnitTests() {
  const result = spawnSync(process.execPath, ["test.mjs"], { cwd: web, encoding: "utf8" });
  process.stdout.write(result.stdout + result.stderr);
  count(result.stdout.replace(/^ℹ /gm, "# "), result.status);
}

try {
  const files = ["api", "room"]
    .flatMap((name) => readdirSync(join(here, name)).filter((file) => file.endsWith(".test.mjs")).map((file) => join(here, name, file)))
    .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));
  if (wanted.length === 0) {
    checkTypes();
    runUnitTests();
  }
  const record = makeRecord(folder);
  runTests(files, { CHANCERY_TEST_RECORD: record });
} catch (error) {
  console.error(error.stack ?? error);
  total.failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
