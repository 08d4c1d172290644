// Two countries or people day by day: the picture with its keyboard, gaps, coverage, items, exports.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ask, go, launch, narrow, openPage, serve, settled } from "../support/room.mjs";

let browser, server, pair, address, timeline;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
  const { cells } = await ask(server.address, "/matrix");
  pair = cells.reduce((most, one) => (one.encounters > most.encounters ? one : most));
  address = `/timeline?a=${pair.a}&b=${pair.b}`;
  timeline = await ask(server.address, address);
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const kinds = ["meeting", "call", "letter", "announcement", "statement"];
const marksOf = (answer) => answer.months.filter((one) => one.month).flatMap((one) => kinds.filter((kind) => one[kind] > 0).map((kind) => [one.month, kind, one[kind]]));

test("the picture has a mark for every kind in every month, and says what each stands for", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  const marks = marksOf(timeline);
  assert.ok(marks.length > 0);
  const links = page.locator(".timeline-picture svg a");
  assert.equal(await links.count(), marks.length);
  for (const [index, [month, , count]] of marks.entries()) {
    const label = await links.nth(index).getAttribute("aria-label");
    assert.match(label, new RegExp(`${month.slice(0, 4)}: ${count} `));
  }
  assert.equal(await page.locator(".timeline-picture .hatched").count() > 0, true, "months without a release look so");
  await page.close();
});

test("one stop of the Tab key, arrows from mark to mark, Enter opens what a mark stands for", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  const marks = marksOf(timeline);
  const links = page.locator(".timeline-picture svg a");
  assert.equal(await page.locator(".timeline-picture svg a[tabindex='0']").count(), 1);
  await links.first().focus();
  await page.keyboard.press("End");
  const last = marks.length - 1;
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), await links.nth(last).getAttribute("aria-label"));
  await page.keyboard.press("Home");
  if (marks.length > 1) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), await links.nth(1).getAttribute("aria-label"));
    await page.keyboard.press("ArrowLeft");
  }
  await page.keyboard.press("Enter");
  const [month, kind, count] = marks[0];
  await page.waitForURL((url) => url.searchParams.get("month") === month && url.searchParams.get("kind") === kind);
  await settled(page);
  assert.equal(await page.locator(".timeline-items > li").count(), count);
  assert.equal(await links.count(), marks.length, "the picture stays whole");
  await page.getByRole("link", { name: "Show everything" }).click();
  await page.waitForURL((url) => !url.searchParams.has("month"));
  await page.close();
});

test("every item of the answer is listed with its kind, its day and whose account it is", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  const items = page.locator(".timeline-items > li");
  assert.equal(await items.count(), timeline.items.length);
  for (const [index, item] of timeline.items.entries()) {
    const text = await items.nth(index).textContent();
    assert.ok(text.includes(`${item.document.publisher}’s account`), text);
    if (!item.from && !item.to) assert.match(text, /Day not stated/);
    assert.match(await items.nth(index).getAttribute("class"), new RegExp(item.kind));
  }
  const years = await page.locator(".timeline-years tbody tr").count();
  const expected = new Set([...timeline.years.map((one) => one.year), ...timeline.coverage.publishers.slice(0, 3).flatMap((one) => one.years.map((year) => year.value))]);
  assert.equal(years, expected.size);
  await page.close();
});

test("gaps are said with their days, beside what is covered", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  const gaps = await page.textContent(".timeline-gaps");
  const [first] = timeline.gaps;
  if (first) assert.match(gaps, new RegExp(`No ${{ any: "encounter", meeting: "meeting", call: "call" }[first.of]} on record for ${first.months} months?.*${first.to.slice(0, 4)}`, "s"));
  else assert.match(gaps, /No gap of three months/);
  assert.match(await page.textContent(".timeline-cover"), /how complete is not known/);
  await page.close();
});

test("the fields, kinds and order are kept in the address", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/timeline");
  assert.match(await page.textContent("main"), /Choose a country or a person/);
  await page.getByLabel("Country or person").fill(pair.a);
  await page.keyboard.press("Tab");
  await page.waitForURL((url) => url.searchParams.get("a") === pair.a);
  await settled(page);
  await page.getByLabel("And the other").fill(pair.b);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("b") === pair.b);
  await settled(page);
  assert.equal(await page.textContent("h1"), `${timeline.a.name} and ${timeline.b.name}`);
  await page.getByLabel("Statements", { exact: true }).uncheck();
  await page.waitForURL((url) => url.searchParams.getAll("types").length === 4);
  await settled(page);
  const fewer = await ask(server.address, `${address}&types=meeting,call,letter,announcement`);
  assert.equal(await page.locator(".timeline-items > li").count(), fewer.items.length);
  await page.getByLabel("Order").selectOption("oldest");
  await page.waitForURL(/order=oldest/);
  await page.close();
});

test("nobody called so: who has a similar name is one click away", async () => {
  const page = await openPage(browser, server.address, { expected: [/404/] });
  await go(page, `/timeline?a=${timeline.a.name.slice(0, -1)}x&b=${pair.b}`);
  assert.match(await page.textContent("main"), /Nobody in this record is called/);
  await page.locator(".choices").getByRole("link", { name: timeline.a.name }).click();
  await page.waitForURL((url) => url.searchParams.get("a") === pair.a);
  await settled(page);
  assert.equal(await page.textContent("h1"), `${timeline.a.name} and ${timeline.b.name}`);
  await page.close();
});

test("one who is both sides is refused, an empty period is said plainly, and none is none in this record", async () => {
  const page = await openPage(browser, server.address, { expected: [/400/] });
  await go(page, `/timeline?a=${pair.a}&b=${pair.a}`);
  assert.match(await page.textContent("[role=alert]"), /are both/);
  await go(page, `${address}&from=1900-01-01&to=1900-12-31`);
  assert.match(await page.textContent("main"), /None in this record/);
  assert.match(await page.textContent(".timeline-cover"), /No release of .* in these days/);
  await go(page, "/timeline?a=BTN&b=PRY");
  assert.match(await page.textContent("main"), /None in this record/);
  await page.close();
});

test("the table as CSV holds every item", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const rows = Buffer.concat(chunks).toString("utf8").trimEnd().split("\r\n");
  assert.equal(rows.length, timeline.total + 1);
  assert.match(rows[0], /^kind,type,status,from,to/);
  await page.close();
});

test("pairs, people and the ledger lead to their timeline", async () => {
  const page = await openPage(browser, server.address);
  await go(page, `/pairs/${pair.a}/${pair.b}`);
  await page.locator(".sheet-head").getByRole("link", { name: "Timeline" }).click();
  await page.waitForURL((url) => url.pathname === "/timeline" && url.searchParams.get("a") === pair.a && url.searchParams.get("b") === pair.b);
  const { people } = await ask(server.address, "/people");
  await go(page, `/people/${encodeURIComponent(people[0].key)}`);
  await page.locator(".sheet-head").getByRole("link", { name: "Timeline" }).click();
  await page.waitForURL((url) => url.pathname === "/timeline" && url.searchParams.has("a"));
  await settled(page);
  assert.equal(await page.textContent("h1"), people[0].name);
  await go(page, `/ledger?country=${pair.a}`);
  await page.getByRole("link", { name: `Timeline of ${timeline.a.name}` }).click();
  await page.waitForURL((url) => url.pathname === "/timeline" && url.searchParams.get("a") === pair.a);
  await page.close();
});

test("on a phone nothing but the table by year scrolls sideways", async () => {
  const page = await openPage(browser, server.address, { viewport: narrow, colorScheme: "dark" });
  await go(page, address);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= narrow.width);
  const box = await page.locator(".timeline-picture svg").first().boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= narrow.width);
  await page.close();
});
