// Judging the facts of a document where they are read.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { copyOfRecord } from "../support/copy.mjs";
import { ask, go, launch, narrow, openPage, serve } from "../support/room.mjs";

let browser, server, copy, id;
before(async () => {
  copy = copyOfRecord();
  server = await serve(copy.record);
  browser = await launch();
  const { documents } = await ask(server.address, "/search?q=Seitkali+Haretski");
  id = documents[0].id;
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
  copy.remove();
});
// Each test begins with a document that nobody has judged.
beforeEach(async () => {
  const standing = await log("&undone=0");
  if (standing.length > 0) await post("/corrections/undo", { numbers: standing.map((one) => one.number) });
});

const address = (hash = "") => `/documents/${encodeURIComponent(id)}${hash}`;
const log = async (more = "") => (await ask(server.address, `/corrections?document=${encodeURIComponent(id)}&limit=100${more}`)).corrections;
const document = () => ask(server.address, `/documents/${encodeURIComponent(id)}`);
const standing = (page) => page.locator(".fact.held .standing");

async function post(path, body) {
  const response = await fetch(`${server.address}/api/v1${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  assert.equal(response.status, 200, await response.clone().text());
  return response.json();
}

async function opened(options = {}) {
  const page = await openPage(browser, server.address, options);
  await go(page, address());
  await page.waitForSelector(".who-asks button", { state: "attached" });
  return page;
}

async function heldTitle(page) {
  return page.locator(".fact.held .fact-title").textContent();
}

/** The page by keyboard at the main encounter. */
async function atEncounter(page) {
  const { analysis } = await document();
  const main = analysis.events.find((event) => event.main);
  await go(page, address(`#fact=${main.id}`));
  await page.waitForSelector(".g-encounter .fact.held");
  return main;
}

test("a accepts the fact, which says by whom and when; u takes it back, U does it again", async () => {
  const page = await opened();
  const main = await atEncounter(page);
  assert.match(await page.textContent(".desk"), /not yet judged/);
  await page.keyboard.press("a");
  await page.waitForSelector(".fact.held.is-accepted .standing");
  const [kept] = await log();
  assert.deepEqual([kept.action, kept.fact, kept.undone], ["confirm", main.id, null]);
  assert.match(await standing(page).textContent(), new RegExp(`Accepted by ${kept.who}, \\d+ \\w+ \\d{4}`));
  await page.keyboard.press("u");
  await page.waitForFunction(() => !document.querySelector(".fact.is-accepted"));
  assert.equal((await log())[0].undone_by, kept.who);
  assert.match(await page.textContent(".desk-said"), /^Taken back/);
  await page.keyboard.press("U");
  await page.waitForSelector(".fact.is-accepted");
  assert.equal((await log())[0].undone, null);
  await page.reload();
  await page.waitForSelector(".fact.is-accepted .standing");
  await page.close();
});

test("x rejects with a reason given first; the fact is no longer stated and can be brought back", async () => {
  const page = await opened();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const title = await heldTitle(page);
  const fact = await page.locator(".fact.held .fact-title").getAttribute("href").then((href) => decodeURIComponent(href.replace("#fact=", "")));
  await page.keyboard.press("r");
  await page.getByLabel("Reason").fill("a misreading");
  await page.keyboard.press("Enter");
  await page.keyboard.press("x");
  const rejected = page.locator(".g-rejected .fact");
  await rejected.waitFor();
  assert.equal(await page.locator(`a[href="#fact=${fact}"]`).count(), 0, `${title} is still listed`);
  assert.match(await rejected.textContent(), /Rejected by .*“a misreading”/);
  assert.ok(await page.locator(".fact.held").count(), "the next fact is held");
  const told = await document();
  assert.ok(told.rejected.some((one) => one.id === fact));
  await go(page, address(`#fact=${fact}`));
  assert.match(await page.textContent(".missing"), /was rejected/);
  await page.getByRole("button", { name: /^Bring back/ }).click();
  await rejected.waitFor({ state: "detached" });
  await page.waitForSelector(`a[href="#fact=${fact}"]`);
  assert.equal((await document()).rejected.length, 0);
  await page.close();
});

test("e changes a field: only what differs is sent, and before and after are shown", async () => {
  const page = await opened();
  const main = await atEncounter(page);
  await page.keyboard.press("e");
  const form = page.locator(".change-form");
  await form.waitFor();
  assert.ok(await form.getByRole("button", { name: "Keep the change" }).isDisabled(), "nothing is changed yet");
  await form.getByLabel("Kind", { exact: true }).selectOption("talks");
  await form.getByLabel("Place", { exact: true }).fill("Astana");
  await form.getByLabel("Reason").fill("said so in the headline");
  await form.getByRole("button", { name: "Keep the change" }).click();
  await page.waitForSelector(".fact.held.is-changed");
  const told = (await standing(page).allTextContents()).join("\n");
  assert.match(told, /Kind: Talks, was \w+ · Changed by .*“said so in the headline”/);
  const { analysis } = await document();
  const now = analysis.events.find((event) => event.id === main.id);
  assert.deepEqual([now.type, now.place.name], ["talks", "Astana"]);
  assert.equal((await log("&undone=0")).length, 2);
  assert.equal(new Set((await log("&undone=0")).map((one) => one.batch)).size, 1);
  await page.keyboard.press("u");
  await page.waitForFunction(() => !document.querySelector(".fact.is-changed"));
  assert.equal((await document()).analysis.events.find((event) => event.id === main.id).type, main.type);
  await page.close();
});

test("those who took part are taken out and given roles", async () => {
  const page = await opened();
  const main = await atEncounter(page);
  assert.ok(main.participants.length >= 2);
  await page.keyboard.press("e");
  const field = page.locator(".named-field").first();
  await field.getByRole("combobox", { name: /^Role of/ }).first().selectOption("mediator");
  await field.getByRole("button", { name: /^Take out/ }).last().click();
  await page.getByRole("button", { name: "Keep the change" }).click();
  await page.waitForSelector(".fact.held.is-changed");
  const now = (await document()).analysis.events.find((event) => event.id === main.id);
  assert.equal(now.participants.length, main.participants.length - 1);
  assert.equal(now.participants[0].role, "mediator");
  const names = (await standing(page).textContent()).split(", was ")[0];
  assert.doesNotMatch(names, /\be-/, "people are named, not numbered");
  await page.close();
});

test("what could not be kept says so and stays in the form", async () => {
  const page = await opened({ expected: [/Failed to load resource/] });
  await atEncounter(page);
  await page.keyboard.press("e");
  await page.getByLabel("Kind", { exact: true }).selectOption("visit");
  await page.locator(".change-form").getByLabel("Reason").fill("I was there");
  await page.route("**/api/v1/corrections", (route) => route.abort());
  await page.getByRole("button", { name: "Keep the change" }).click();
  await page.waitForSelector(".change-form .failed");
  assert.match(await page.textContent(".failed"), /Not kept.*did not answer/);
  assert.equal(await page.getByLabel("Kind", { exact: true }).inputValue(), "visit");
  assert.equal(await page.locator(".change-form").getByLabel("Reason").inputValue(), "I was there");
  assert.equal((await log("&undone=0")).length, 0);
  await page.unroute("**/api/v1/corrections");
  await page.getByLabel("To", { exact: true }).fill("2024-03-01");
  await page.getByLabel("Day as TIMEX3").fill("2024-03-12");
  await page.getByRole("button", { name: "Keep the change" }).click();
  await page.waitForSelector(".fact.held.is-changed");
  await page.close();
});

test("a value that cannot be is refused with the reason, and nothing is kept", async () => {
  const page = await opened({ expected: [/400/] });
  const { analysis } = await document();
  await go(page, address(`#fact=${analysis.figures[0].id}`));
  await page.waitForSelector(".g-figure .fact.held");
  await page.keyboard.press("e");
  await page.getByLabel("Value", { exact: true }).fill("a dozen");
  await page.getByRole("button", { name: "Keep the change" }).click();
  await page.waitForSelector(".change-form .failed");
  assert.match(await page.textContent(".failed"), /a dozen/);
  assert.equal(await page.getByLabel("Value", { exact: true }).inputValue(), "a dozen");
  assert.equal((await log("&undone=0")).length, 0);
  await page.close();
});

test("two at once: the second sees the other's beside their own, and chooses", async () => {
  const page = await opened({ expected: [/409/] });
  const main = await atEncounter(page);
  await post("/corrections", { corrections: [{ action: "change", document: id, fact: main.id, field: "type", value: "visit", why: "the programme says so" }] });
  await page.keyboard.press("a");
  await page.waitForSelector(".clash");
  const told = await page.textContent(".clash");
  assert.match(told, /Theirs.*Kind: Visit.*Changed by.*the programme says so.*Yours.*Accepted/s);
  assert.equal((await log("&undone=0")).length, 1, "nothing of one's own was kept");
  await page.getByRole("button", { name: "Keep mine all the same" }).click();
  await page.waitForSelector(".clash", { state: "detached" });
  await page.waitForFunction(() => /Accepted by/.test(document.querySelector(".fact.held .standing")?.parentElement.textContent ?? ""));
  assert.deepEqual((await log("&undone=0")).map((one) => one.action).sort(), ["change", "confirm"]);

  await post("/corrections", { corrections: [{ action: "reject", document: id, fact: main.id }] });
  await page.keyboard.press("a");
  await page.waitForSelector(".clash");
  await page.getByRole("button", { name: "Keep theirs" }).click();
  await page.waitForSelector(".g-rejected .fact");
  assert.equal((await log("&undone=0")).filter((one) => one.action === "confirm").length, 1);
  await page.close();
});

test("several at once: chosen with space and J, accepted together, rejected together, taken back together", async () => {
  const page = await opened();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press(" ");
  await page.keyboard.press("J");
  await page.keyboard.press("J");
  assert.match(await page.textContent(".desk-subject"), /3 facts chosen/);
  await page.keyboard.press("a");
  await page.waitForFunction(() => document.querySelectorAll(".fact.is-accepted").length === 3);
  const kept = await log("&undone=0");
  assert.equal(kept.length, 3);
  assert.equal(new Set(kept.map((one) => one.batch)).size, 1);
  await page.keyboard.press("u");
  await page.waitForFunction(() => document.querySelectorAll(".fact.is-accepted").length === 0);
  const boxes = page.locator(".g-time .fact-choice input");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: /^Reject/ }).click();
  await page.waitForFunction(() => document.querySelectorAll(".g-rejected .fact").length === 2);
  await page.close();
});

test("Escape lets go of what is chosen before it leaves, and closes the form without a change", async () => {
  const page = await opened();
  await page.keyboard.press("j");
  await page.keyboard.press(" ");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".is-chosen").count(), 0);
  await page.keyboard.press("e");
  await page.waitForSelector(".change-form");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".change-form", { state: "detached" });
  assert.match(page.url(), /\/documents\//);
  assert.equal((await log("&undone=0")).length, 0);
  await page.close();
});

test("someone whom other facts name cannot be rejected, and the page says what can be", async () => {
  const page = await opened();
  await page.getByLabel("Mark in the text: People").check();
  await page.locator(".g-person .fact-title").first().focus();
  await page.keyboard.press("x");
  await page.waitForSelector(".desk .failed");
  assert.match(await page.textContent(".desk .failed"), /reject those facts/);
  assert.equal((await log("&undone=0")).length, 0);
  await page.close();
});

test("on a narrow page the fact held is judged from the bar at its foot", async () => {
  const page = await opened({ viewport: narrow });
  await page.locator(".m-time").first().click();
  await page.locator(".passage-bar .desk").getByRole("button", { name: /^Accept/ }).click();
  await page.waitForSelector(".passage-bar .standing");
  assert.equal((await log("&undone=0"))[0].action, "confirm");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= narrow.width);
  await page.close();
});

test("an older version is read and not judged", async () => {
  const page = await opened();
  await page.route("**/api/v1/documents/*", async (route) => {
    const answer = await (await route.fetch()).json();
    answer.all_versions = [{ ...answer.all_versions[0], number: answer.version + 1, current: true }, { ...answer.all_versions[0], current: false }];
    await route.fulfill({ json: answer });
  });
  await page.reload();
  await page.waitForSelector(".who-asks button");
  await page.keyboard.press("j");
  assert.equal(await page.locator(".desk").count(), 0);
  await page.close();
});

test("the keys are listed in the help", async () => {
  const page = await opened();
  await page.keyboard.press("?");
  const told = await page.textContent("dialog.help");
  for (const what of ["accept the fact", "reject it", "change it", "give a reason first", "undo what you did last"]) assert.ok(told.includes(what), what);
  await page.close();
});
