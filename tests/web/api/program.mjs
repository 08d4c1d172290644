// The real program on a real record in a folder of its own, for the time of a test.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = process.env.CHANCERY_PROGRAM ?? new URL("../../../build/chancery", import.meta.url).pathname;

/** Runs the program to its end; what it printed. */
export function chancery(...words) {
  return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Adds `documents` (objects of the JSON Lines input) and `pages` (name -> content), then serves the record. */
export async function serveRecord(documents, pages = {}) {
  const folder = mkdtempSync(join(tmpdir(), "chancery-api-"));
  const record = join(folder, "test.db");
  const files = { "texts.jsonl": documents.map((document) => JSON.stringify(document)).join("\n") + "\n", ...pages };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  try {
    execFileSync(program, ["add", "--record", record, ...Object.keys(files).map((name) => join(folder, name))], { stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    // Exit code 3 says that some of the files could not be read, which a test may want.
    if (error.status !== 3) throw error;
  }
  const server = spawn(program, ["serve", "--record", record, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk) => {
      said += chunk;
      const found = /http:\/\/[^\s/]+:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    address,
    record,
    async stop() {
      const ended = new Promise((resolve) => server.on("exit", (code) => resolve(code)));
      server.kill("SIGTERM");
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
