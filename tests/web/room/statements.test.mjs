import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { longId } from "../support/record.mjs";
import { ask, go, launch, narrow, openPage, serve, settled } from "../support/room.mjs";

let browser, server, path, analysis;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
  const { documents } = await ask(server.address, "/search?q=Whitaker+Santoso");
  path = `/documents/${encodeURIComponent(documents[0].id)}`;
  ({ analysis } = await ask(server.address, path));
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const nameOf = (id) => analysis.entities.find((entity) => entity.id === id)?.name;
const said = (name) => analysis.statements.filter((statement) => statement.speakers.some((id) => nameOf(id) === name));
const turnsOf = (name) => said(name).filter((statement) => statement.mode === "turn");
/** Who has the most turns, and who has the fewest. */
function speakers() {
  const names = [...new Set(analysis.statements.flatMap((statement) => statement.speakers.map(nameOf)))];
  const sorted = names.filter((name) => turnsOf(name).length > 0).sort((a, b) => turnsOf(b).length - turnsOf(a).length);
  assert.ok(sorted.length >= 2, "the transcript has two speakers");
  return [sorted[0], sorted[sorted.length - 1]];
}
const open = (page) => page.locator(".turn:not(.folded)").evaluateAll((turns) => turns.map((turn) => turn.dataset.speaker));

test("each speaker is counted, and choosing one shows what that one says, in the text and in the list", async () => {
  const page = await openPage(browser, server.address);
  const [most, fewest] = speakers();
  await go(page, path);
  const everything = await open(page);
  const chip = page.locator(".who a").filter({ hasText: fewest });
  assert.equal((await chip.locator(".count").textContent()).trim(), String(said(fewest).length));
  await chip.click();
  await page.waitForURL((url) => url.searchParams.get("speaker") === fewest);
  await page.waitForSelector(".turn.folded");
  assert.ok((await open(page)).every((name) => name === fewest));
  assert.equal(await page.locator(".g-statement .fact").count(), said(fewest).length);
  assert.match(await page.textContent(".who-shown"), new RegExp(`^${said(fewest).length} of ${analysis.statements.length} statements by ${fewest}`));
  assert.equal(await chip.getAttribute("aria-current"), "true");

  await page.locator(".who a").filter({ hasText: most }).click();
  await page.waitForURL((url) => url.searchParams.getAll("speaker").length === 2);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll(".who a[aria-current]").length === 1);
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector(".turn.folded"));
  assert.deepEqual(await open(page), everything);
  await page.close();
});

test("an address with a filter opens filtered, and a name nobody has says so", async () => {
  const page = await openPage(browser, server.address);
  const [, fewest] = speakers();
  await go(page, `${path}?speaker=${encodeURIComponent(fewest)}`);
  await page.waitForSelector(".turn.folded");
  assert.ok((await open(page)).every((name) => name === fewest));
  await page.getByRole("link", { name: "Show everything" }).click();
  await page.waitForFunction(() => !document.querySelector(".turn.folded"));
  assert.equal(new URL(page.url()).search, "");
  await go(page, `${path}?speaker=Nobody+At+All`);
  assert.equal(await page.locator(".g-statement .fact").count(), 0);
  assert.match(await page.textContent(".g-statement .none"), /No statement/);
  await page.close();
});

test("a folded turn shows how it begins, opens by the keyboard, and its words can still be searched for", async () => {
  const page = await openPage(browser, server.address);
  const [, fewest] = speakers();
  await go(page, `${path}?speaker=${encodeURIComponent(fewest)}`);
  const folded = page.locator(".turn.folded").first();
  assert.equal(await folded.locator(".turn-body").getAttribute("hidden"), "until-found");
  const gist = await folded.locator(".speaker").evaluate((head) => getComputedStyle(head, "::after").content);
  const words = await folded.locator(".turn-body").evaluate((body) => body.textContent.replace(/\s+/g, " "));
  assert.ok(words.includes(gist.slice(1, 20)), `${gist} begins ${words.slice(0, 80)}`);
  const button = await folded.locator("button.name").elementHandle();
  await button.focus();
  await page.keyboard.press("Enter");
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  assert.equal(await button.evaluate((one) => one.closest(".turn").querySelector(".turn-body").hasAttribute("hidden")), false);
  const other = await page.locator(".turn.folded").first().elementHandle();
  await other.evaluate((turn) => turn.querySelector(".turn-body").dispatchEvent(new Event("beforematch")));
  assert.equal(await other.evaluate((turn) => turn.classList.contains("folded")), false, "what the browser's search finds is opened");
  await page.close();
});

test("a link to a statement in a folded turn opens the turn", async () => {
  const page = await openPage(browser, server.address);
  const [most, fewest] = speakers();
  const turn = turnsOf(most)[turnsOf(most).length - 1];
  await go(page, `${path}?speaker=${encodeURIComponent(fewest)}#fact=${turn.id}`);
  await page.waitForSelector(".turn.held");
  assert.equal(await page.locator(".turn.held.folded").count(), 0);
  await page.close();
});

test("n and p go from turn to turn, and the arrows to the same speaker's next", async () => {
  const page = await openPage(browser, server.address);
  const [most, fewest] = speakers();
  await go(page, path);
  const order = await open(page);
  const at = () => page.evaluate(() => [...document.querySelectorAll(".turn")].indexOf(document.activeElement.closest(".turn")));
  await page.keyboard.press("n");
  const first = await at();
  assert.ok(first >= 0, "the focus is on a turn");
  await page.keyboard.press("n");
  assert.equal(await at(), first + 1);
  await page.keyboard.press("p");
  assert.equal(await at(), first);
  const here = order.indexOf(most);
  await page.locator(".turn").nth(here).locator("[data-turn-by='1']").click();
  assert.equal(await at(), order.indexOf(most, here + 1));
  await go(page, `${path}?speaker=${encodeURIComponent(fewest)}`);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("n");
  assert.equal(order[await at()], fewest, "folded turns are passed over");
  await page.close();
});

test("the speaker's name stays in sight in a long turn", async () => {
  for (const viewport of [undefined, narrow]) {
    const page = await openPage(browser, server.address, viewport ? { viewport } : {});
    await go(page, `/documents/${longId}`);
    const turn = page.locator(".turn").nth(30);
    await turn.evaluate((element) => element.scrollIntoView({ block: "start" }));
    await settled(page);
    await turn.evaluate((element) => element.scrollIntoView({ block: "start" }));
    await page.evaluate(() => scrollBy(0, 320));
    await settled(page);
    const place = await turn.evaluate((element) => ({
      name: element.querySelector(".speaker").getBoundingClientRect().top,
      bar: document.querySelector(".view-switch").getBoundingClientRect().bottom,
      height: element.getBoundingClientRect().height,
    }));
    assert.ok(place.height > 400, `the turn is ${place.height} high`);
    assert.ok(place.name >= Math.max(0, place.bar) - 2 && place.name < place.bar + 12, JSON.stringify(place));
    await page.close();
  }
});

test("on a narrow page each view keeps its place, and the facts begin at their top", async () => {
  const page = await openPage(browser, server.address, { viewport: narrow });
  await go(page, `/documents/${longId}`);
  await page.evaluate(() => scrollTo(0, 4000));
  await settled(page);
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 2000);
  await page.getByRole("button", { name: /^Facts/ }).click();
  await page.waitForFunction(() => document.querySelector(".whose").getBoundingClientRect().top < innerHeight && document.querySelector(".whose").getBoundingClientRect().bottom > 0);
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 60, before);
  await page.close();
});

test("a printed page has what the filter leaves, and says what that is", async () => {
  const page = await openPage(browser, server.address);
  const [, fewest] = speakers();
  await go(page, `${path}?speaker=${encodeURIComponent(fewest)}`);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".who-shown").isVisible());
  for (const selector of [".who-row", ".turn-ways", ".who-shown a"]) {
    for (const element of await page.locator(selector).all()) assert.ok(!(await element.isVisible()), selector);
  }
  const sticky = await page.locator(".turn:not(.folded) .speaker").first().evaluate((head) => getComputedStyle(head).position);
  assert.equal(sticky, "static");
  await page.close();
});
