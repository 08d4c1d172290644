import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ask, go, launch, openPage, serve, settled } from "../support/room.mjs";

let browser, server;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const total = async (page) => Number((await page.textContent(".total")).replace(/\D/g, ""));

test("results show the words found in context", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search?q=trade");
  const { total: expected } = await ask(server.address, "/search?q=trade");
  assert.ok(expected > 1);
  assert.equal(await total(page), expected);
  const marks = await page.locator(".result mark").allTextContents();
  assert.ok(marks.length >= expected);
  for (const words of marks) assert.match(words, /trad/i);
  await page.close();
});

test("results come as one types, in the address too, and a late answer to an earlier question is dropped", async () => {
  const page = await openPage(browser, server.address);
  let slowed = false;
  await page.route("**/api/v1/search?*q=visi*", async (route) => {
    if (!slowed && /q=visi(&|$)/.test(route.request().url())) {
      slowed = true;
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
    await route.continue().catch(() => {});
  });
  await go(page, "/search");
  await page.focus("#search");
  await page.keyboard.type("visi");
  await page.waitForFunction(() => location.search.includes("q=visi"));
  await page.keyboard.type("t norway");
  await page.waitForFunction(() => location.search.includes("norway"));
  await settled(page);
  const { total: expected } = await ask(server.address, "/search?q=visit+norway&typing=true");
  assert.equal(await total(page), expected);
  await page.waitForTimeout(1800);
  assert.equal(await total(page), expected, "the late answer took the place of the right one");
  assert.ok(slowed);
  await page.close();
});

test("facets combine, can be taken off, and back and forward go through them", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search");
  const all = await total(page);
  const facet = (name) => page.locator(`section[aria-labelledby="facet-${name}"] a`).first();
  const count = async (name) => Number((await facet(name).locator(".count").textContent()).replace(/\D/g, ""));
  const first = await count("year");
  await facet("year").click();
  await page.waitForURL(/year=/);
  await settled(page);
  assert.equal(await total(page), first);
  const second = await count("kind");
  await facet("kind").click();
  await page.waitForURL(/kind=/);
  await settled(page);
  assert.equal(await total(page), second);
  assert.equal(await page.locator(".chips a:not(.clear)").count(), 2);
  await page.goBack();
  await settled(page);
  assert.equal(await total(page), first);
  await page.goForward();
  await settled(page);
  assert.equal(await total(page), second);
  await page.locator(".chips .clear").click();
  await settled(page);
  assert.equal(await total(page), all);
  await page.close();
});

test("two publishers are alternatives", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search");
  const values = page.locator('section[aria-labelledby="facet-publisher"] a');
  const counts = (await values.locator(".count").allTextContents()).slice(0, 2).map(Number);
  await values.nth(0).click();
  await settled(page);
  await page.locator('section[aria-labelledby="facet-publisher"] a:not([aria-current])').first().click();
  await page.waitForFunction(() => new URLSearchParams(location.search).getAll("publisher").length === 2);
  await settled(page);
  assert.equal(await total(page), counts[0] + counts[1]);
  await page.close();
});

test("a range of days holds both its ends", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search?from=2024-04-18&to=2024-04-18");
  const { total: expected, documents } = await ask(server.address, "/search?from=2024-04-18&to=2024-04-18");
  assert.ok(expected >= 2, "both sides of the call were published that day");
  assert.ok(documents.every((document) => document.day === "2024-04-18"));
  assert.equal(await total(page), expected);
  await page.locator(".dates input").nth(1).fill("2024-04-17");
  await page.waitForURL(/from=2024-04-17&to=2024-04-18/);
  await settled(page);
  assert.equal(await total(page), expected, "a range the wrong way round is turned");
  await go(page, "/search?from=1999-01-01&to=1999-12-31");
  assert.equal(await page.locator(".result").count(), 0);
  assert.match(await page.textContent(".found"), /Nothing in this record/);
  await page.close();
});

test("the export holds exactly what is shown", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search?q=trade&scope=documents");
  const shown = await total(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".exports a").nth(1).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString("utf8").trim().split("\n");
  assert.equal(lines.length, shown);
  const titles = new Set((await page.locator(".result h2").allTextContents()).map((title) => title.trim()));
  for (const line of lines.slice(0, titles.size)) assert.ok(titles.has(JSON.parse(line).title.trim()), line.slice(0, 200));
  await page.close();
});

test("statements always say whose account they are", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search?scope=statements&q=trade");
  const titles = await page.locator(".result h2").allTextContents();
  const { statements } = await ask(server.address, "/search?scope=statements&q=trade");
  assert.ok(titles.length > 0);
  titles.forEach((title, index) => assert.ok(title.startsWith(`${statements[index].document.publisher ?? "Unknown publisher"}’s account of `), title));
  await page.close();
});

test("a snippet opens its document at the words found", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search?q=orchestra");
  await page.locator("a.snippet").first().click();
  await page.waitForURL(/#char=\d+,\d+$/);
  await page.waitForFunction(() => CSS.highlights.has("passage"));
  const words = await page.evaluate(() => [...CSS.highlights.get("passage")].map((range) => range.toString()).join(""));
  assert.match(words, /^orchestra/i);
  await page.close();
});

test("nothing one can type is an error", async () => {
  const page = await openPage(browser, server.address);
  for (const words of ['"', '"unclosed', "a AND (", "-", "*", "trade NEAR", "co:l", "😀", "ağa \u0001x", "%", "\\"]) {
    await go(page, `/search?q=${encodeURIComponent(words)}`);
    assert.equal(await page.locator("[role=alert]").count(), 0, words);
  }
  await page.close();
});

test("names in the address that the server does not know do no harm", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search?q=trade&utm_source=x&from=");
  assert.ok((await page.locator(".result").count()) > 0);
  await page.close();
});

test("what a document holds is shown as words, never as markup", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search?q=markup");
  assert.match(await page.locator(".result h2").first().textContent(), /<script>document\.title='broken'<\/script>/);
  await page.locator(".result h2 a").first().click();
  await page.waitForSelector(".published");
  assert.notEqual(await page.title(), "broken");
  assert.match(await page.textContent(".published"), /<script>alert\(1\)<\/script>/);
  assert.equal(await page.locator('a[href^="javascript:"]').count(), 0);
  await page.close();
});
