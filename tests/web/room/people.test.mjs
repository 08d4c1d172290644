import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ask, go, launch, openPage, serve } from "../support/room.mjs";

let browser, server, key, name, view;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
  const { people } = await ask(server.address, "/people?limit=100");
  const views = await Promise.all(people.filter((one) => one.encounters > 0).slice(0, 20).map((one) => ask(server.address, `/people/${encodeURIComponent(one.key)}`)));
  view = views.sort((a, b) => b.statements + b.commitments - (a.statements + a.commitments))[0];
  ({ key, name } = view);
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const section = (page, id) => page.locator(`section[aria-labelledby="${id}"]`);

test("a person's page holds offices, encounters newest first, statements, commitments and figures", async () => {
  const page = await openPage(browser, server.address);
  await go(page, `/people/${encodeURIComponent(key)}`);
  assert.equal(await page.textContent("h1"), name);
  assert.equal(await section(page, "offices").locator("tbody tr").count(), view.offices.length);
  const days = view.latest_encounters.map((one) => one.time.from ?? one.time.to ?? "").filter(Boolean);
  assert.deepEqual(days, [...days].sort().reverse());
  const encounters = await section(page, "encounter").locator("li .what > a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(encounters, view.latest_encounters.map((one) => `/encounters/${one.id}`));
  assert.equal(await section(page, "statement").locator(".line").count(), view.latest_statements.length);
  assert.equal((await section(page, "commitment").locator(".line").count()) + (await section(page, "received").locator(".line").count()), view.latest_commitments.length);
  assert.equal(await section(page, "figure").locator(".line").count(), view.latest_figures.length);
  await page.close();
});

test("what is said of or by a person names whose account it is", async () => {
  const page = await openPage(browser, server.address);
  await go(page, `/people/${encodeURIComponent(key)}`);
  for (const line of await page.locator(".line").allTextContents()) assert.match(line, /’s account/);
  await page.close();
});

test("the lists of the record are a step away, with the person in the address", async () => {
  const page = await openPage(browser, server.address);
  await go(page, `/people/${encodeURIComponent(key)}`);
  await page.getByRole("link", { name: "In the ledger" }).click();
  await page.waitForURL((url) => url.pathname === "/ledger" && url.searchParams.get("person") === key);
  await page.waitForSelector(".ledger-table");
  const { total } = await ask(server.address, `/encounters?person=${encodeURIComponent(key)}`);
  assert.match(await page.textContent(".total"), new RegExp(`^${total} `));
  await page.waitForFunction((wanted) => document.querySelector("input[name=person]").value === wanted, name);
  await page.close();
});

test("a name in the ledger opens its person, and one in a result of a search too", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger");
  const link = page.locator(".who a.name-link").first();
  const named = await link.textContent();
  await link.click();
  await page.waitForURL(/\/people\//);
  await page.waitForSelector(".person-sheet");
  assert.match(await page.textContent(".sheet-head"), new RegExp(named));
  await go(page, `/search?scope=statements&speaker=${encodeURIComponent(key)}`);
  await page.waitForFunction((wanted) => document.querySelector(".chips a")?.textContent.startsWith(wanted), name);
  await page.locator(".mode a").first().click();
  await page.waitForURL(/\/people\//);
  await page.close();
});

test("a name that several have leads to the others too, and every written form has its reason", async () => {
  const page = await openPage(browser, server.address);
  const told = { ...view, names: [{ name: "Ada Nord", documents: 3, why: null }, { name: "A. Nord", documents: 1, why: "a name that agrees" }], others: [{ ...view, key: "w-other1", name: "Bo Nord" }] };
  await page.route("**/api/v1/people/Nord", (route) => route.fulfill({ json: told }));
  await go(page, "/people/Nord");
  assert.match(await page.textContent(".particulars"), /A\. Nord.*1 document.*a name that agrees/s);
  assert.equal(await page.getByRole("link", { name: "Bo Nord" }).getAttribute("href"), "/people/w-other1");
  await page.close();
});

test("nobody by that name", async () => {
  const page = await openPage(browser, server.address, { expected: [/404/] });
  await go(page, "/people/Nobody%20Atall");
  assert.match(await page.textContent("main"), /The record knows nobody by this name/);
  await page.close();
});
