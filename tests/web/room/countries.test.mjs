import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ask, go, launch, narrow, openPage, serve, settled } from "../support/room.mjs";

let browser, server, matrix, names;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
  matrix = await ask(server.address, "/matrix");
  const { countries } = await ask(server.address, "/countries");
  names = new Map(countries.map(({ code, name }) => [code, name]));
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const cells = (page) => page.locator(".matrix td[data-shade]");

test("the matrix is a table of the countries that met most, the same on both sides of its diagonal", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/matrix");
  assert.ok(matrix.cells.length > 0);
  assert.equal(await page.getByRole("rowheader").count(), matrix.countries.length);
  assert.equal(await cells(page).count(), 2 * matrix.cells.length);
  const numbers = await page.locator(".matrix tbody tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td:not(.all)")].map((cell) => cell.textContent)));
  for (const [row, cellsOfRow] of numbers.entries()) for (const [column, said] of cellsOfRow.entries()) assert.equal(said, numbers[column][row]);
  await page.close();
});

test("each number opens its pair, with the same total", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/matrix");
  const [cell] = matrix.cells;
  const link = page.locator(`.matrix a[href="/pairs/${cell.a}/${cell.b}"]`).first();
  assert.equal(await link.textContent(), String(cell.encounters));
  assert.match(await link.getAttribute("aria-label"), new RegExp(`: ${cell.encounters} encounters?$`));
  await link.click();
  await page.waitForURL((url) => url.pathname === `/pairs/${cell.a}/${cell.b}`);
  await settled(page);
  assert.equal(await page.textContent("h1"), `${names.get(cell.a)} and ${names.get(cell.b)}`);
  assert.match(await page.textContent(".lead"), new RegExp(`^${cell.encounters} `));
  await page.close();
});

test("a pair's page counts by year, lists the encounters, and holds figures and open commitments", async () => {
  const page = await openPage(browser, server.address);
  const cell = matrix.cells.reduce((most, one) => (one.encounters > most.encounters ? one : most));
  const view = await ask(server.address, `/pairs/${cell.a}/${cell.b}`);
  await go(page, `/pairs/${cell.a}/${cell.b}`);
  const years = await page.locator(".years tbody tr").evaluateAll((rows) => rows.map((row) => row.querySelector("td").textContent));
  assert.deepEqual(years.map(Number), view.years.map((one) => one.count));
  assert.equal(years.map(Number).reduce((a, b) => a + b), view.total);
  assert.equal(await page.locator(".ledger-table tbody tr").count(), view.encounters.length);
  assert.equal(await page.locator('[aria-labelledby="figure"] .line').count(), view.figures.length);
  assert.equal(await page.locator('[aria-labelledby="commitment"] .line').count(), view.commitments.length);
  await page.close();
});

test("the address holds what is counted, from the matrix to the pair", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/matrix");
  await page.getByLabel("Also encounters only referred to").check();
  await page.waitForURL(/told=all/);
  await settled(page);
  const all = await ask(server.address, "/matrix?told=all");
  const [cell] = all.cells;
  await page.locator(`.matrix a[href^="/pairs/${cell.a}/${cell.b}"]`).first().click();
  await page.waitForURL((url) => url.pathname === `/pairs/${cell.a}/${cell.b}` && url.searchParams.get("told") === "all");
  await settled(page);
  assert.match(await page.textContent(".lead"), new RegExp(`^${cell.encounters} `));
  await page.getByLabel("Kind", { exact: true }).selectOption("meeting");
  await page.waitForURL(/type=meeting/);
  await settled(page);
  const { total } = await ask(server.address, `/pairs/${cell.a}/${cell.b}?told=all&type=meeting`);
  assert.match(await page.textContent(".lead"), new RegExp(`^${total} `));
  await page.close();
});

test("any two countries can be chosen with the keyboard", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/matrix");
  const [{ a, b }] = matrix.cells;
  await page.getByLabel("Country", { exact: true }).fill(names.get(a));
  await page.keyboard.press("Tab");
  await page.getByLabel("The other country").fill(names.get(b));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === `/pairs/${a}/${b}`);
  await page.close();
});

test("two countries that never met say so, and on a phone only the matrix scrolls sideways", async () => {
  const page = await openPage(browser, server.address, { viewport: narrow });
  await go(page, "/pairs/BTN/PRY");
  assert.match(await page.textContent("main"), /No such encounter in this record/);
  await go(page, "/matrix");
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= narrow.width);
  await page.close();
});
