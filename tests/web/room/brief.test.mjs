import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { ask, go, launch, narrow, openPage, serve, wide } from "../support/room.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser, server;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const address = "/brief?of=Seitkali&on=2025-12-31";

test("a sheet is asked for with the keyboard, and every number leads to its source", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/brief");
  await page.locator("input[name=of]").focus();
  await page.keyboard.type("Seitkali");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".brief-sheet");
  const sheet = await ask(server.address, `/brief?${new URL(page.url()).searchParams}`);
  assert.equal(await page.locator(".brief-sheet h1").textContent(), sheet.title);
  assert.ok(sheet.notes.length > 0);
  for (const line of sheet.sections.flatMap((section) => section.lines)) for (const note of line.notes) assert.ok(sheet.notes[note - 1]);
  for (const note of sheet.notes) assert.equal(await page.locator(`#note-${note.number}`).count(), 1);
  await page.close();
});

for (const [name, viewport, colorScheme] of [["wide and light", wide, "light"], ["narrow and dark", narrow, "dark"]]) {
  test(`a sheet is accessible and nothing is cut off, ${name}`, async () => {
    const page = await openPage(browser, server.address, { viewport, colorScheme });
    await go(page, address);
    await page.waitForSelector(".brief-sheet");
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    if (process.env.CHANCERY_PICTURES) await page.screenshot({ path: `${process.env.CHANCERY_PICTURES}/brief-${viewport.width > 400 ? "wide" : "narrow"}.png` });
    await page.close();
  });
}

test("the file prints on at most two pages of A4 and of US Letter, and runs no script", async () => {
  const response = await fetch(`${server.address}/api/v1${address}&format=html`);
  assert.equal(response.status, 200);
  assert.match(response.headers.get("content-security-policy"), /default-src 'none'/);
  const html = await response.text();
  assert.doesNotMatch(html, /<script/);
  const page = await browser.newPage();
  await page.setContent(html);
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    assert.ok(pages >= 1 && pages <= 2, `${pages} pages of ${format}`);
  }
  await page.close();
});

test("unknown names and wrong days are answered plainly", async () => {
  const page = await openPage(browser, server.address, { expected: [/404/] });
  await go(page, "/brief?of=Zyx+Qwert");
  await page.waitForSelector(".brief-page .state");
  assert.match(await page.locator(".brief-page").textContent(), /Zyx Qwert/);
  await page.close();
  assert.equal((await fetch(`${server.address}/api/v1/brief?of=`)).status, 400);
  assert.equal((await fetch(`${server.address}/api/v1/brief?of=KAZ&on=2024-02-31`)).status, 400);
});

test("the wording of a release is a layer that is switched on, with how often in words", async () => {
  const { documents } = await ask(server.address, "/search?q=");
  const id = documents[0].id;
  const answer = await ask(server.address, `/documents/${encodeURIComponent(id)}/formulae`);
  const page = await openPage(browser, server.address);
  await go(page, `/documents/${encodeURIComponent(id)}`);
  const layer = page.locator("details.wording");
  assert.equal(await layer.getAttribute("open"), null);
  await layer.locator("summary").focus();
  await page.keyboard.press("Enter");
  await layer.locator("p").first().waitFor();
  const said = await layer.textContent();
  for (const note of answer.notes) assert.ok(said.includes(note));
  if (answer.references.length > 0) assert.match(said, /Usual \(\d+\)/);
  await page.close();
});
