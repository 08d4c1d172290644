// The record that the pages are tested on: the sample collection, a few texts of the tests' own, and a long transcript.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const program = process.env.CHANCERY_PROGRAM ?? join(here, "../../../build/chancery");

export const longId = "long-transcript";
export const longWords = 50_000;

const sentences = [
  "We spoke about the railway and about the two ports on the coast.",
  "Our trade has grown by more than 12 per cent this year, and we will open a third border crossing in May.",
  "I would like to thank you for the warm welcome, which my delegation and I value very much.",
  "The working group met in Ravel on 3 March and will meet again next month.",
  "We agreed that the commission should look at the price of transit before the winter.",
];

/** A press conference of `words` words in turns of two people, in paragraphs of five sentences. */
function longTranscript(words) {
  const turns = [];
  let written = 0;
  for (let turn = 0; written < words; ++turn) {
    const speaker = turn % 2 === 0 ? "PRESIDENT MARLOW" : "PRIME MINISTER OSTRAND";
    const paragraphs = Array.from({ length: 3 }, (_, paragraph) =>
      Array.from({ length: 5 }, (_, sentence) => sentences[(turn + paragraph + sentence) % sentences.length]).join(" "),
    );
    const said = paragraphs.join("\n\n");
    written += said.split(/\s+/).length;
    turns.push(`${speaker}: ${said}`);
  }
  return `Ravel, 12 March 2024\n\n${turns.join("\n\n")}\n`;
}

export function addTo(record, paths) {
  execFileSync(program, ["add", "--record", record, ...paths], { stdio: ["ignore", "pipe", "inherit"] });
}

/** Makes the record in `folder` and returns its path. */
export function makeRecord(folder) {
  const record = join(folder, "test.db");
  const texts = join(folder, "texts");
  mkdirSync(texts, { recursive: true });
  const long = {
    id: longId, title: "Remarks by President Marlow and Prime Minister Ostrand at a joint press conference", date: "2024-03-12",
    publisher: "Office of the President, Ravel (test)", language: "en", text: longTranscript(longWords),
  };
  writeFileSync(join(texts, "long.jsonl"), `${JSON.stringify(long)}\n`);
  addTo(record, [join(here, "../../../examples/collection"), join(here, "../texts"), texts]);
  return record;
}
