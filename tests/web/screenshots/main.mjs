// Takes the pictures of the documentation, see scripts/take_screenshots.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { addTo } from "../support/record.mjs";
import { ask, go, launch, narrow, openPage, serve, settled, wide } from "../support/room.mjs";
import { pictures } from "./pages.mjs";
import { smaller } from "./png.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [out, ...wanted] = process.argv.slice(2);
const largest = 200 * 1024;

async function post(address, path, body) {
  const response = await fetch(`${address}/api/v1${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

const id = encodeURIComponent;
const documentOf = async (address, query) => (await ask(address, `/search?q=${id(query)}`)).documents[0].id;

/** A few judgements and saved searches, as a team would have left them. */
async function prepare(address) {
  const reception = await documentOf(address, "Seitkali Haretski");
  const { analysis } = await ask(address, `/documents/${id(reception)}`);
  const of = (fact) => ({ document: reception, fact: fact.id });
  await post(address, "/corrections", {
    corrections: [
      { action: "change", ...of(analysis.events[0]), field: "place.name", value: "Astana", why: "the dateline says so" },
      { action: "confirm", ...of(analysis.events[0]) },
      ...analysis.statements.slice(0, 2).map((fact) => ({ action: "confirm", ...of(fact) })),
      { action: "confirm", ...of(analysis.figures[0]) },
      { action: "reject", ...of(analysis.times[0]), why: "not a day of the reception" },
    ],
  });
  await post(address, "/searches", { name: "Norway on Kenya", what: "statements", query: "country=NOR&q=Kenya" });
  await post(address, "/searches", { name: "Calls and visits of Kenya", what: "encounters", query: "country=KEN" });
  const { encounters } = await ask(address, "/encounters?country=KEN&with=NOR&limit=50");
  const on = (day) => encounters.find((one) => one.time.from === day && one.accounts > 1).id;
  return {
    reception: `/documents/${id(reception)}`,
    judged: analysis.events[0].id,
    meeting: `/documents/${id(await documentOf(address, "Sahakyan Yuldashev"))}`,
    usual: "/documents/nairobi-2024-new-york",
    visit: `/encounters/${id(on("2023-01-17"))}`,
    compared: new URLSearchParams({ a: "copenhagen-2024-okello", b: "entebbe-2024-lindholm" }),
  };
}

async function take(browser, address, name, { path, act, height = {} }) {
  for (const [size, viewport, colorScheme] of [["wide", { ...wide }, "light"], ["narrow", narrow, "dark"]]) {
    const page = await openPage(browser, address, { viewport, colorScheme });
    await go(page, path);
    await act?.(page, viewport);
    await settled(page);
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    // A taller window rather than a stitched picture, so that what is fixed to its edges stays there.
    await page.setViewportSize({ ...viewport, height: Math.min(Math.max(viewport.height, whole), height[size] ?? viewport.height) });
    await settled(page);
    await page.mouse.move(0, 0);
    const file = join(out, `${name}-${size}.png`);
    const picture = smaller(await page.screenshot());
    if (picture.length > largest) throw new Error(`${file} has ${picture.length} bytes; at most ${largest} are allowed`);
    writeFileSync(file, picture);
    console.log(`${file}  ${Math.ceil(picture.length / 1024)} KB`);
    await page.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), "chancery-pictures-"));
let server, browser;
try {
  const record = join(folder, "sample.db");
  addTo(record, [join(here, "../../../examples/collection"), join(here, "releases.jsonl")]);
  server = await serve(record);
  browser = await launch();
  const all = Object.entries(pictures(await prepare(server.address)));
  const chosen = all.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
  if (chosen.length === 0) throw new Error(`no picture begins with ${wanted.join(" or ")}; there are ${all.map(([name]) => name).join(", ")}`);
  for (const [name, picture] of chosen) await take(browser, server.address, name, picture);
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
