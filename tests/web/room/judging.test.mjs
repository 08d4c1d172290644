// Judging the facts of a document where they are read.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";

import { violations } from "../support/axe.mjs";
import { copyOfRecord } from "../support/copy.mjs";
import { addTo, program } from "../support/record.mjs";
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
  await page.getByLabel("To", { exact: true }).fill("2024-03-21");
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

test("two people with tokens of their own: the second is told what the first said, and keeps theirs or mine", async () => {
  const token = (name) => JSON.parse(execFileSync(program, ["users", "add", name, "--role", "editor", "--record", copy.record, "--json"], { encoding: "utf8" })).token;
  const as = async (kept) => {
    const page = await openPage(browser, server.address, { expected: [/409/] });
    await page.addInitScript((one) => sessionStorage.setItem("chancery.token", one), kept);
    await go(page, address());
    await page.waitForFunction(() => /Signed in as/.test(document.querySelector(".who-asks")?.textContent ?? ""));
    return page;
  };
  const ana = await as(token("ana")), boris = await as(token("boris"));
  const main = await atEncounter(ana);
  await atEncounter(boris);
  await ana.keyboard.press("e");
  await ana.getByLabel("Status", { exact: true }).selectOption("planned");
  await ana.locator(".change-form").getByLabel("Reason").fill("it is to come");
  await ana.getByRole("button", { name: "Keep the change" }).click();
  await ana.waitForSelector(".fact.held.is-changed");
  await boris.keyboard.press("e");
  await boris.getByLabel("Status", { exact: true }).selectOption("cancelled");
  await boris.getByRole("button", { name: "Keep the change" }).click();
  await boris.waitForSelector(".clash");
  assert.match(await boris.textContent(".clash"), /Theirs.*planned.*Changed by ana.*it is to come.*Yours.*cancelled/s);
  assert.deepEqual((await log("&undone=0")).map((one) => one.who), ["ana"]);
  await boris.getByRole("button", { name: "Keep mine all the same" }).click();
  await boris.waitForFunction(() => /cancelled, was planned/.test(document.querySelector(".fact.held .standing")?.textContent ?? ""));
  assert.deepEqual((await log("&undone=0")).map((one) => one.who).sort(), ["ana", "boris"]);
  // And the other way round: ana knows nothing of what boris kept.
  await ana.keyboard.press("x");
  await ana.waitForSelector(".clash");
  await ana.getByRole("button", { name: "Keep theirs" }).click();
  await ana.waitForSelector(".clash", { state: "detached" });
  await ana.waitForFunction(() => /Changed by boris/.test(document.querySelector(".fact.held")?.textContent ?? ""));
  assert.equal((await document()).analysis.events.find((event) => event.id === main.id).status, "cancelled");
  await ana.close();
  await boris.close();
});

test("a reader's token writes nothing, and is told so in words", async () => {
  const token = JSON.parse(execFileSync(program, ["users", "add", "rita", "--role", "reader", "--record", copy.record, "--json"], { encoding: "utf8" })).token;
  const { analysis } = await document();
  const refused = await fetch(`${server.address}/api/v1/corrections`, {
    method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ corrections: [{ action: "confirm", document: id, fact: analysis.events[0].id }] }),
  });
  assert.equal(refused.status, 403);
  assert.match((await refused.json()).detail, /rita may read, but not change the record/);
  assert.equal((await log("&undone=0")).length, 0);
});

test("a document read anew that says the same is judged as if nothing had been", async () => {
  const page = await opened({ expected: [/409/] });
  await atEncounter(page);
  const { reading } = await document();
  execFileSync(program, ["reread", "--all", "--record", copy.record], { stdio: "ignore" });
  assert.notEqual((await document()).reading, reading);
  await page.keyboard.press("a");
  await page.waitForSelector(".fact.held.is-accepted");
  assert.equal(await page.locator(".clash").count(), 0);
  assert.equal((await log("&undone=0")).length, 1);
  await page.close();
});

// A record of its own: the document is another version afterwards.
test("a fact made anew meanwhile: told clearly, what was entered stays and is carried over", async () => {
  const own = copyOfRecord();
  const text = (more) => "President of Estonia Maarja Kask met with the Prime Minister of Finland, Outi Aaltonen, in Ravel on 4 February 2025. Trade between the two has grown by 12 per cent." + more;
  const add = (more) => {
    const file = join(own.folder, "meeting.jsonl");
    writeFileSync(file, `${JSON.stringify({ id: "meeting-anew", date: "2025-02-04", language: "en", publisher: "Ravel (test)", title: "A meeting in Ravel", text: text(more) })}\n`);
    addTo(own.record, [file]);
  };
  add("");
  const theirs = await serve(own.record);
  const page = await openPage(browser, theirs.address, { expected: [/409/] });
  const { analysis } = await ask(theirs.address, "/documents/meeting-anew");
  assert.ok(analysis.figures.length > 0);
  await go(page, `/documents/meeting-anew#fact=${analysis.figures[0].id}`);
  await page.waitForSelector(".g-figure .fact.held");
  await page.waitForSelector(".desk-ways button:not(:disabled)");
  await page.keyboard.press("e");
  await page.getByLabel("Value", { exact: true }).fill("14");
  await page.locator(".change-form").getByLabel("Reason").fill("the minister corrected herself");
  add(" They will meet again in May.");
  await page.getByRole("button", { name: "Keep the change" }).click();
  await page.waitForSelector(".clash");
  await page.waitForFunction(() => /12 per cent/.test(document.querySelector(".clash")?.textContent ?? ""));
  assert.match(await page.textContent(".clash"), /read anew.*Nothing of yours was kept.*Yours.*Value: 14.*the minister corrected herself.*Now read.*12 per cent/s);
  assert.equal((await ask(theirs.address, "/corrections")).total, 0);
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Put it into the form" }).click();
  assert.equal(await page.getByLabel("Value", { exact: true }).inputValue(), "14");
  assert.equal(await page.locator(".change-form").getByLabel("Reason").inputValue(), "the minister corrected herself");
  await page.getByRole("button", { name: "Keep the change" }).click();
  await page.waitForSelector(".fact.held.is-changed");
  const [kept] = (await ask(theirs.address, "/corrections")).corrections;
  assert.deepEqual([kept.value, kept.why], ["14", "the minister corrected herself"]);
  assert.notEqual(kept.fact, analysis.figures[0].id);
  await page.close();
  assert.equal(await theirs.stop(), 0);
  own.remove();
});

test("a day is corrected once, and closed sets are chosen from", async () => {
  const page = await opened();
  const main = await atEncounter(page);
  await page.keyboard.press("e");
  const form = page.locator(".change-form");
  await form.getByLabel("From", { exact: true }).fill("2024-03-05");
  assert.equal(await form.getByLabel("To", { exact: true }).inputValue(), "2024-03-05");
  for (const label of ["By way of", "Format", "Asked for by", "Status"]) assert.equal(await form.getByLabel(label, { exact: true }).evaluate((one) => one.tagName), "SELECT", label);
  await form.getByLabel(/^Length/).fill("1 hour 30 minutes");
  await form.getByRole("button", { name: "Keep the change" }).click();
  await page.waitForSelector(".fact.held.is-changed");
  const now = (await document()).analysis.events.find((event) => event.id === main.id);
  assert.deepEqual([now.time.from, now.time.to, now.duration], ["2024-03-05", "2024-03-05", "PT1H30M"]);
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
