// Two accounts of one call, and a server of a record that holds them alone.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { addTo } from "./record.mjs";
import { serve } from "./room.mjs";

export const ours = {
  id: "ravel-call", title: "President Marlow speaks to Prime Minister Ostrand", date: "2024-05-06", publisher: "Office of the President, Ravel (test)", language: "en",
  text: "President Anna Marlow spoke by telephone with Prime Minister Jonas Ostrand on 6 May 2024.\n\n"
    + "President Marlow raised the blockade of the Lesk strait. The two leaders discussed the reconstruction of the railway bridge at Tolm. They agreed to open 12 "
    + "border crossings by 1 July. President Marlow thanked the Prime Minister for the shelter given to refugees. She warned that the ceasefire in the Ambar valley "
    + "would not hold without observers.\n\nThe call lasted 40 minutes.",
};
export const theirs = {
  id: "ostmark-call", title: "Telephone conversation of the Prime Minister", date: "2024-05-07", publisher: "Government Press Office, Ostmark (test)", language: "en",
  text: "Prime Minister Jonas Ostrand had a telephone conversation with President Anna Marlow on 6 May 2024 at the initiative of the President.\n\n"
    + "The Prime Minister and the President discussed the reconstruction of the railway bridge at Tolm. President Marlow raised the restrictions on shipping in the "
    + "Lesk strait. The sides agreed to open 9 border crossings by 1 July. The Prime Minister urged an early meeting of the trade commission. He invited the President "
    + "to visit the winter fair in Ostmark.\n\n"
    + Array.from({ length: 8 }, (_, year) => `The Prime Minister said that the fishing quota of ${2010 + year} had been settled before the autumn of ${2011 + year}, and that the `
      + `universities of the two capitals had exchanged ${40 + year} students. He recalled the visit of the delegation from Ravel to the port of Ostmark.`).join("\n\n"),
};
export const address = "/compare?a=ravel-call&b=ostmark-call";

export async function serveCalls() {
  const folder = mkdtempSync(join(tmpdir(), "chancery-compare-"));
  const texts = join(folder, "calls.jsonl");
  writeFileSync(texts, `${JSON.stringify(ours)}\n${JSON.stringify(theirs)}\n`);
  addTo(join(folder, "calls.db"), [texts]);
  const server = await serve(join(folder, "calls.db"));
  return {
    ...server,
    folder,
    stop() {
      rmSync(folder, { recursive: true, force: true });
      return server.stop();
    },
  };
}
