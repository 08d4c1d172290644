import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ask, go, launch, narrow, openPage, serve, settled } from "../support/room.mjs";

let browser, server;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const rows = (page) => page.locator(".ledger-table tbody tr");

test("the ledger lists every encounter, each opening its page and, by who tells it, its document at the evidence", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger");
  const { total, encounters } = await ask(server.address, "/encounters?limit=50");
  assert.ok(total > 5);
  assert.equal(await rows(page).count(), encounters.length);
  await rows(page).first().locator(".encounter a").click();
  await page.waitForURL((url) => url.pathname === `/encounters/${encodeURIComponent(encounters[0].id)}`);
  await page.goBack();
  await rows(page).first().locator(".told a").click();
  await page.waitForURL((url) => url.hash === `#fact=${encodeURIComponent(encounters[0].event)}`);
  await page.waitForSelector(".text-side .held");
  await page.close();
});

test("a person is found as one types, with the keyboard alone", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger");
  await page.getByLabel("Person", { exact: true }).focus();
  await page.keyboard.type("seitk");
  await page.waitForSelector('[role=option]:has-text("Seitkali")');
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/person=./);
  await settled(page);
  const count = await rows(page).count();
  assert.ok(count > 0);
  for (const who of await page.locator(".who").allTextContents()) assert.match(who, /Seitkali/);
  await page.close();
});

test("a pair of countries", async () => {
  const page = await openPage(browser, server.address);
  const { encounters } = await ask(server.address, "/encounters?limit=50");
  const pairs = encounters.map((one) => [...new Set(one.participants.map((party) => party.country).filter(Boolean))]);
  const pair = pairs.find((countries) => countries.length >= 2);
  assert.ok(pair, "the sample holds encounters of two countries");
  const { countries } = await ask(server.address, "/countries");
  const [first, second] = pair.map((code) => countries.find((country) => country.code === code).name);
  await go(page, "/ledger");
  await page.getByLabel("Country", { exact: true }).fill(first.slice(0, 5));
  await page.locator("[role=option]").filter({ hasText: pair[0] }).click();
  await page.waitForURL((url) => url.searchParams.get("country") === pair[0]);
  await page.getByLabel(/^With/).fill(second);
  await page.locator("[role=option]").filter({ hasText: pair[1] }).click();
  await page.waitForURL((url) => url.searchParams.get("with") === pair[1]);
  await settled(page);
  const { total } = await ask(server.address, `/encounters?country=${pair[0]}&with=${pair[1]}`);
  assert.ok(total > 0);
  assert.equal(await rows(page).count(), total);
  assert.equal(await page.getByLabel("Country", { exact: true }).inputValue(), first);
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has("with"));
  await page.close();
});

test("kinds, days and encounters only referred to", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger");
  await page.getByLabel("Kind").selectOption("phone_call");
  await page.waitForURL(/type=phone_call/);
  await settled(page);
  const { total } = await ask(server.address, "/encounters?type=phone_call");
  assert.equal(await rows(page).count(), total);
  await page.getByLabel("Also encounters only referred to").check();
  await page.waitForURL(/told=all/);
  await settled(page);
  assert.equal(await rows(page).count(), (await ask(server.address, "/encounters?type=phone_call&told=all&limit=50")).total);
  await page.close();
});

test("a country that is none is not asked for, and a person nobody knows finds nothing", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger");
  await page.getByLabel("Country", { exact: true }).fill("Atlantis");
  await page.keyboard.press("Tab");
  await settled(page);
  assert.equal(new URL(page.url()).searchParams.get("country"), null);
  await go(page, "/ledger?person=Nobody+Atall");
  assert.match(await page.textContent(".found"), /No such encounter in this record/);
  await page.close();
});

test("a reckoned day looks it, and the list explains itself", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger");
  const { encounters } = await ask(server.address, "/encounters?limit=50");
  const inferred = encounters.filter((one) => ["relative", "published"].includes(one.time.basis)).length;
  assert.ok(inferred > 0);
  assert.equal(await page.locator("td.day em.inferred").count(), inferred);
  assert.match(await page.textContent(".legend"), /inferred/);
  await page.close();
});

test("on a phone the table is still a table to a screen reader", async () => {
  const page = await openPage(browser, server.address, { viewport: narrow });
  await go(page, "/ledger");
  assert.equal(await page.getByRole("table").count(), 1);
  assert.ok((await page.getByRole("columnheader").count()) === 5);
  assert.ok((await page.getByRole("row").count()) > 1);
  await page.close();
});
