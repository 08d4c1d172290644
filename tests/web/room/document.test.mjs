import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { addTo } from "../support/record.mjs";
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

const address = (id, hash = "") => `/documents/${encodeURIComponent(id)}${hash}`;
const slice = (text, span) => [...text].slice(span.begin, span.end).join("");
const squeezed = (text) => text.replace(/\s+/g, "");

async function documentOf(publisher) {
  const { documents } = await ask(server.address, `/search?publisher=${encodeURIComponent(publisher)}`);
  return ask(server.address, `/documents/${encodeURIComponent(documents[0].id)}`);
}

async function reception() {
  const { documents } = await ask(server.address, "/search?q=Seitkali+Haretski");
  return ask(server.address, `/documents/${encodeURIComponent(documents[0].id)}`);
}

/** The words that are lit, in the order of the text. */
const litWords = (page) => page.locator(".text-side [data-f].lit").allTextContents().then((words) => words.join(""));

test("the text is shown as published, every word once, for every document", async () => {
  const page = await openPage(browser, server.address);
  const { documents } = await ask(server.address, "/search?limit=100");
  for (const { id } of documents) {
    const { analysis } = await ask(server.address, `/documents/${encodeURIComponent(id)}`);
    await go(page, address(id));
    const shown = await page.evaluate(() => [...document.querySelectorAll(".published [data-b]")].map((piece) => piece.textContent).join(""));
    assert.equal(squeezed(shown), squeezed(analysis.text), id);
    const title = await page.evaluate(() => document.querySelector(".document-head h1").textContent);
    if (analysis.document.title) assert.equal(title, analysis.document.title);
  }
  await page.close();
});

test("pointing at a fact lights its words, and pointing at words lights their fact", async () => {
  const page = await openPage(browser, server.address);
  const { id, analysis } = await reception();
  await go(page, address(id));
  const time = analysis.times.find((one) => one.in !== "title");
  const words = slice(analysis.text, time);
  const card = page.locator(".g-time .fact").filter({ hasText: words }).first();
  await card.hover();
  assert.equal(await litWords(page), words);
  await page.locator(".imprint").hover();
  assert.equal(await litWords(page), "");
  await page.locator(".m-time").first().hover();
  assert.equal(await page.locator(".fact.lit").count(), 1);
  await page.close();
});

test("focusing a fact lights its words", async () => {
  const page = await openPage(browser, server.address);
  const { id, analysis } = await reception();
  await go(page, address(id));
  const figure = analysis.figures[0];
  assert.ok(figure, "the sample has a figure");
  await page.locator(".g-figure .fact-title").first().focus();
  assert.ok(squeezed(await litWords(page)).includes(squeezed(slice(analysis.text, figure))));
  await page.close();
});

test("j and k go through the facts, Escape lets go and then goes back", async () => {
  const page = await openPage(browser, server.address);
  const { id } = await reception();
  await go(page, "/search?q=seitkali");
  await page.locator(".result h2 a").first().click();
  await page.waitForSelector(".published");
  assert.equal(decodeURIComponent(new URL(page.url()).pathname), `/documents/${id}`);
  await page.mouse.move(2, 2);
  await page.keyboard.press("j");
  const first = await litWords(page);
  assert.notEqual(first, "");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  assert.equal(await litWords(page), first);
  assert.equal(await page.evaluate(() => document.activeElement.matches("[data-hold]")), true, "the fact has the focus");
  await page.keyboard.press("Escape");
  assert.equal(await litWords(page), "");
  await page.keyboard.press("Escape");
  await page.waitForURL(/\/search\?q=seitkali/);
  await page.close();
});

test("a fact's link opens the document with its words lit", async () => {
  const page = await openPage(browser, server.address);
  const { id, analysis } = await reception();
  const main = analysis.events.find((event) => event.main);
  await go(page, address(id, `#fact=${main.id}`));
  await page.waitForSelector(".text-side .held");
  assert.ok(squeezed(await litWords(page)).includes(squeezed(slice(analysis.text, main.evidence.find((span) => span.in !== "title") ?? main.evidence[0])).slice(0, 20)));
  assert.ok(await page.locator(".text-side [data-f].held").first().isVisible());
  await go(page, address(id, "#fact=no-such"));
  await page.waitForSelector(".missing");
  await page.close();
});

test("offsets are code points: facts of a text with wide characters lie on their words", async () => {
  const page = await openPage(browser, server.address);
  const document = await documentOf("Ministry of Culture, Ravel (test)");
  assert.match(document.analysis.text, /^😀😀/u);
  await go(page, address(document.id));
  const place = await page.evaluate(() => document.querySelector(".published").textContent.indexOf("Ilse Varga"));
  assert.ok(place > 0);
  for (const mention of document.analysis.mentions.filter((one) => one.in !== "title" && one.form === "name")) {
    await go(page, address(document.id, `#char=${mention.begin},${mention.end}`));
    const words = slice(document.analysis.text, mention);
    await page.waitForFunction((wanted) => [...(CSS.highlights.get("passage") ?? [])].join("") === wanted, words);
  }
  await page.close();
});

test("a passage one selects has a link that opens at the same words", async () => {
  const page = await openPage(browser, server.address, { permissions: ["clipboard-read", "clipboard-write"] });
  const document = await documentOf("Ministry of Culture, Ravel (test)");
  await go(page, address(document.id));
  await page.evaluate(() => {
    const pieces = [...document.querySelectorAll(".published [data-b]")];
    const from = pieces.find((piece) => piece.textContent.includes("orchestra")).firstChild;
    const to = pieces.find((piece) => piece.textContent.includes("Oslo")).firstChild;
    getSelection().setBaseAndExtent(from, from.data.indexOf("orchestra"), to, to.data.indexOf("Oslo") + 4);
  });
  await page.waitForSelector(".passage-bar");
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const span = /#char=(\d+),(\d+)$/.exec(link);
  assert.ok(span, link);
  assert.equal(slice(document.analysis.text, { begin: Number(span[1]), end: Number(span[2]) }), "orchestra 🎺 will play in Oslo");
  await page.getByRole("button", { name: "Copy link into the original" }).click();
  const original = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(
    original,
    `https://culture.ravel.example/news/music-year#:~:text=Varga%20said%3A%20%22The-,orchestra%20%F0%9F%8E%BA%20will%20play%20in%20Oslo,-in%20June.%22%20She`,
  );
  await page.getByRole("button", { name: "Copy as quotation" }).click();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^“orchestra 🎺 will play in Oslo” \(𝄞 Minister .*Ministry of Culture, Ravel \(test\), 6 May 2024, https/u);
  await page.goto(link);
  await page.waitForFunction(() => CSS.highlights.has("passage"));
  assert.equal(await page.evaluate(() => [...CSS.highlights.get("passage")].map((range) => range.toString()).join("")), "orchestra 🎺 will play in Oslo");
  await page.close();
});

test("turns stand apart, each under its speaker's name", async () => {
  const page = await openPage(browser, server.address);
  const { id, analysis } = await reception();
  const turns = analysis.statements.filter((statement) => statement.mode === "turn" && !statement.parent);
  assert.ok(turns.length >= 2);
  await go(page, address(id));
  const names = await page.locator(".turn .speaker .name").allTextContents();
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity.name]));
  for (const turn of turns) assert.ok(names.includes(entities.get(turn.speaker)), entities.get(turn.speaker));
  await page.close();
});

test("a day that was reckoned looks it and says so", async () => {
  const page = await openPage(browser, server.address);
  const { id, analysis } = await reception();
  const main = analysis.events.find((event) => event.main);
  await go(page, address(id));
  const card = page.locator(".g-encounter .fact").first();
  if (main.time.basis === "relative") {
    assert.match(await card.textContent(), /reckoned from the day of publication/);
    assert.equal(await card.locator("em.inferred").first().evaluate((element) => getComputedStyle(element).fontStyle), "italic");
  } else {
    assert.equal(main.time.basis, "stated");
    assert.doesNotMatch(await card.textContent(), /reckoned/);
  }
  await page.close();
});

test("the panel says whose account it is", async () => {
  const page = await openPage(browser, server.address);
  const document = await documentOf("Government Press Service, Oslo (sample)");
  await go(page, address(document.id));
  assert.match(await page.textContent(".whose"), /^Government Press Service, Oslo \(sample\)’s account/);
  await page.close();
});

test("quoted words carry their language and direction", async () => {
  const page = await openPage(browser, server.address);
  const document = await documentOf("وزارة الخارجية (test)");
  await go(page, address(document.id));
  for (const selector of [".published", "h1"]) {
    assert.equal(await page.getAttribute(selector, "lang"), "ar");
    assert.equal(await page.getAttribute(selector, "dir"), "rtl");
  }
  await page.close();
});

test("on a narrow page text and facts take turns, and words lead to their fact", async () => {
  const page = await openPage(browser, server.address, { viewport: narrow });
  const { id } = await reception();
  await go(page, address(id));
  assert.ok(await page.locator(".published").isVisible());
  assert.ok(!(await page.locator(".facts-side").isVisible()));
  await page.locator(".m-time").first().click();
  await page.getByRole("button", { name: "Show fact" }).click();
  await page.waitForSelector(".fact.held");
  assert.ok(!(await page.locator(".published").isVisible()));
  await page.locator(".fact.held .fact-title").click();
  assert.ok(await page.locator(".published").isVisible());
  await page.close();
});

test("a page that was changed keeps its older version to be read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-versions-"));
  try {
    const record = join(folder, "test.db");
    const file = join(folder, "release.jsonl");
    const release = (text) => `${JSON.stringify({ id: "changed", title: "A release", date: "2024-05-01", publisher: "Office (test)", text })}\n`;
    writeFileSync(file, release("Minister Ola Brandt met Minister Kari Lund in Oslo. They talked about 20 ferries."));
    addTo(record, [file]);
    writeFileSync(file, release("Minister Ola Brandt met Minister Kari Lund in Oslo. They talked about 30 ferries."));
    addTo(record, [file]);
    const other = await serve(record);
    const page = await openPage(browser, other.address);
    await go(page, address("changed"));
    assert.match(await page.textContent(".published"), /30 ferries/);
    await page.getByRole("link", { name: /^Version 1,/ }).click();
    await page.waitForURL(/version=1/);
    await page.waitForSelector(".versions .missing");
    assert.match(await page.textContent(".published"), /20 ferries/);
    await page.close();
    assert.equal(await other.stop(), 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("marks can be put on and taken off by kind, and the choice is kept", async () => {
  const page = await openPage(browser, server.address);
  const { id } = await reception();
  await go(page, address(id));
  const underlined = () => page.locator(".published .m-person").first().evaluate((piece) => getComputedStyle(piece).textDecorationLine.includes("underline"));
  assert.equal(await underlined(), false);
  await page.getByLabel("Mark in the text: People").check();
  assert.equal(await underlined(), true);
  await page.reload();
  await settled(page);
  assert.equal(await underlined(), true);
  await page.close();
});
