// The page of corrections: the queue, the log, the agreement, sharing; and who is who on the page of a person.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { copyOfRecord } from "../support/copy.mjs";
import { program } from "../support/record.mjs";
import { ask, go, launch, openPage, serve, settled } from "../support/room.mjs";

let browser, server, copy;
before(async () => {
  copy = copyOfRecord();
  server = await serve(copy.record);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
  copy.remove();
});

const log = async (query = "") => (await ask(server.address, `/corrections?limit=100${query}`)).corrections;
const queue = (query = "") => ask(server.address, `/corrections/queue?limit=20${query}`);

async function post(path, body) {
  const response = await fetch(`${server.address}/api/v1${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  assert.equal(response.status, 200, await response.clone().text());
  return response.json();
}

const quote = (page) => page.textContent(".queue-quote mark");
const left = async (page) => Number(/^[\d,]+/.exec(await page.textContent(".queue-left"))[0].replace(",", ""));

test("the queue begins with what is least certain and goes on by single keys", async () => {
  const page = await openPage(browser, server.address);
  const { total, facts } = await queue();
  assert.ok(total > 5);
  const sure = facts.map((fact) => fact.confidence);
  assert.deepEqual(sure, [...sure].sort((a, b) => a - b));
  await go(page, "/corrections");
  await page.waitForSelector(".queue-fact .desk-ways");
  assert.equal(await left(page), total);
  const squeezed = (text) => text.replace(/\s+/g, " ").trim();
  assert.equal(squeezed(await quote(page)), squeezed(facts[0].quote));
  assert.match(await page.textContent(".queue-why"), /Why it is uncertain/);

  let skipped = 0;
  const skip = async () => {
    await page.keyboard.press("s");
    skipped += 1;
    await page.waitForFunction((number) => new RegExp(`\\b${number} skipped`).test(document.querySelector(".queue-left").textContent), skipped);
  };
  await skip();
  // Entities are not rejected; go on to a fact that can be.
  while (await page.locator(".desk-ways button", { hasText: "Reject" }).isDisabled()) await skip();
  const second = squeezed(await quote(page));
  await page.keyboard.press("r");
  await page.getByLabel("Reason").fill("not in the text");
  await page.keyboard.press("Enter");
  await page.keyboard.press("x");
  await page.waitForFunction((before) => document.querySelector(".desk-said").textContent.startsWith("Rejected") && document.querySelector(".queue-quote"), second);
  const [rejected] = await log();
  assert.deepEqual([rejected.action, rejected.why], ["reject", "not in the text"]);
  assert.equal(await left(page), total - 1);
  await page.keyboard.press("a");
  await page.waitForFunction(() => document.querySelector(".desk-said").textContent.startsWith("Accepted"));
  assert.equal((await log())[0].action, "confirm");
  await page.keyboard.press("u");
  await page.waitForFunction(() => document.querySelector(".desk-said").textContent.startsWith("Taken back"));
  assert.ok((await log())[0].undone);
  await page.keyboard.press("u");
  await page.waitForFunction((wanted) => document.querySelector(".queue-quote mark").textContent.replace(/\s+/g, " ").trim() === wanted, second);
  assert.equal((await queue()).total, total);
  await page.close();
});

test("the queue is filtered by kind, and a fact is changed in it", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/corrections");
  const { kinds } = await queue();
  const kind = kinds.find((one) => ["statement", "point", "event", "figure", "commitment"].includes(one.value)).value;
  await page.getByLabel("Kind of fact").selectOption(kind);
  await page.waitForURL((url) => url.searchParams.get("kind") === kind);
  await page.waitForSelector(".queue-fact .desk-ways");
  const { facts, total } = await queue(`&kind=${kind}`);
  assert.equal(await left(page), total);
  await page.keyboard.press("e");
  const form = page.locator(".change-form");
  await form.waitFor();
  const select = form.locator(".field select").first();
  const other = await select.evaluate((element) => [...element.options].find((option) => option.value && option.value !== element.value).value);
  await select.selectOption(other);
  await form.getByRole("button", { name: "Keep the change" }).click();
  await form.waitFor({ state: "detached" });
  const [changed] = await log();
  assert.deepEqual([changed.action, changed.fact, changed.value], ["change", facts[0].id, other]);
  await page.getByRole("link", { name: "In the document" }).click();
  await page.waitForSelector(".fact.held");
  await page.close();
});

test("the queue shows two at once and loses nothing", async () => {
  const page = await openPage(browser, server.address, { expected: [/409/] });
  await go(page, "/corrections");
  await page.waitForSelector(".queue-fact .desk-ways");
  const { facts } = await queue();
  await post("/corrections", { corrections: [{ action: "confirm", document: facts[0].document.id, fact: facts[0].id, why: "I know it" }] });
  await page.keyboard.press("a");
  await page.waitForSelector(".clash");
  assert.match(await page.textContent(".clash"), /Accepted by.*I know it/s);
  await page.getByRole("button", { name: "Keep theirs" }).click();
  await page.waitForSelector(".clash", { state: "detached" });
  await page.close();
});

test("the log names who, when, why, before and after; several are taken back and done again together", async () => {
  const page = await openPage(browser, server.address);
  const { facts } = await queue("&kind=event");
  const two = facts.slice(0, 2);
  await post("/corrections", { corrections: two.map((fact) => ({ action: "confirm", document: fact.document.id, fact: fact.id, why: "for the log" })) });
  await go(page, "/corrections?tab=log");
  await page.waitForSelector(".bulk");
  assert.match(await page.textContent(".log-table"), /Accepted.*“for the log”.*\d{4}/s);
  assert.match(await page.textContent(".log-table"), /Changed.*, was /s);
  const boxes = page.locator(".log-table tbody input");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: "Undo 2" }).click();
  await page.waitForFunction(() => /Taken back/.test(document.querySelector(".bulk [role=status]")?.textContent ?? ""));
  const back = (await log()).filter((one) => one.why === "for the log");
  assert.ok(back.every((one) => one.undone));
  await settled(page);
  assert.match(await page.textContent(".log-table tr.undone"), /taken back by/);
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: "Redo 2" }).click();
  await page.waitForFunction(() => /Done again/.test(document.querySelector(".bulk [role=status]").textContent));
  assert.ok((await log()).filter((one) => one.why === "for the log").every((one) => !one.undone));
  await page.getByLabel("State").selectOption("1");
  await page.waitForURL(/undone=1/);
  await settled(page);
  assert.equal(await page.locator(".log-table tbody tr").count(), (await ask(server.address, "/corrections?undone=1&limit=100")).total);
  await page.getByLabel("Who", { exact: true }).fill("nobody-of-that-name");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".state-title");
  assert.match(await page.textContent("main"), /No such correction in this record/);
  await page.close();
});

test("a row of the log is taken back by key, and leads to the fact", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/corrections?tab=log&undone=0&kind=event");
  await page.waitForSelector(".bulk");
  await page.keyboard.press("j");
  const number = await page.locator(".log-table tbody input").first().getAttribute("data-number");
  await page.keyboard.press("u");
  await page.waitForFunction(() => /Taken back/.test(document.querySelector(".bulk [role=status]")?.textContent ?? ""));
  assert.ok((await log()).find((one) => one.number === Number(number)).undone);
  await go(page, "/corrections?tab=log&undone=0&kind=event");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/documents\/.*#fact=/);
  await page.close();
});

test("several rows of the log are chosen by keyboard and taken back together; all that fit the filters too", async () => {
  const page = await openPage(browser, server.address);
  const { facts } = await queue("&kind=figure");
  const three = facts.slice(0, 3);
  assert.equal(three.length, 3);
  await post("/corrections", { corrections: three.map((fact) => ({ action: "confirm", document: fact.document.id, fact: fact.id, why: "by keyboard" })) });
  const mine = async () => (await log("&kind=figure")).filter((one) => one.why === "by keyboard");
  await go(page, "/corrections?tab=log&kind=figure&undone=0");
  await page.waitForSelector(".bulk");
  await page.keyboard.press("j");
  await page.keyboard.press("J");
  await page.getByRole("button", { name: "Undo 2" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo 0" }).waitFor();
  await page.keyboard.press("K");
  await page.getByRole("button", { name: "Undo 2" }).waitFor();
  await page.keyboard.press("u");
  await page.waitForFunction(() => /Taken back: 2 corrections/.test(document.querySelector(".bulk [role=status]")?.textContent ?? ""));
  assert.equal((await mine()).filter((one) => one.undone).length, 2);
  await settled(page);
  await page.getByRole("button", { name: /^Undo all that fit/ }).click();
  await page.getByLabel("Reason").fill("all of it");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /Taken back: /.test(document.querySelector(".found > .desk-said")?.textContent ?? ""));
  assert.ok((await mine()).every((one) => one.undone));
  await page.close();
});

test("agreement is a table with a bar and a CSV of the same", async () => {
  const page = await openPage(browser, server.address);
  const { kinds } = await ask(server.address, "/corrections/agreement");
  const judged = kinds.filter((one) => one.judged > 0);
  assert.ok(judged.length > 0);
  await go(page, "/corrections?tab=agreement");
  await page.waitForSelector(".agreement-bar");
  assert.equal(await page.locator(".agreement tbody tr").count(), judged.length);
  assert.match(await page.locator(".agreement-bar").first().getAttribute("aria-label"), /accepted, .*changed, .*rejected$/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV" }).click()]);
  const lines = readFileSync(await download.path(), "utf8").trim().split("\r\n");
  assert.equal(lines[0], "kind,judged,confirmed,changed,rejected,agreement,low,high");
  assert.equal(lines.length, judged.length + 1);
  assert.ok(lines[1].startsWith(`${judged[0].kind},${judged[0].judged},`));
  await page.close();
});

test("what one team has kept another takes in once", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/corrections?tab=log");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Export all" }).click()]);
  assert.equal(download.suggestedFilename(), "chancery-corrections.jsonl");
  const file = join(copy.folder, "corrections.jsonl");
  await download.saveAs(file);
  const count = readFileSync(file, "utf8").trim().split("\n").length;
  assert.ok(count > 0);
  await page.close();

  const other = copyOfRecord();
  const theirs = await serve(other.record);
  const room = await openPage(browser, theirs.address);
  await go(room, "/corrections?tab=log");
  await room.waitForSelector(".share-ways button");
  await room.setInputFiles("input[type=file]", file);
  await room.waitForSelector(".taken");
  assert.match(await room.textContent(".taken"), new RegExp(`^${count} corrections? taken in, 0 known`));
  await room.waitForFunction((wanted) => document.querySelectorAll(".log-table tbody tr").length === wanted, Math.min(count, 50));
  await room.setInputFiles("input[type=file]", file);
  await room.waitForFunction((wanted) => document.querySelector(".taken")?.textContent.startsWith(`0 corrections taken in, ${wanted} known`), count);
  writeFileSync(file, "{\"action\": \"confirm\"\nno json at all\n");
  await room.setInputFiles("input[type=file]", file);
  await room.waitForFunction(() => /refused|Not kept/.test(document.querySelector(".share-corrections").textContent));
  await room.close();
  assert.equal(await theirs.stop(), 0);
  other.remove();
});

test("two people are joined with a reason, parted again, and the reason is shown", async () => {
  const page = await openPage(browser, server.address);
  const { people } = await ask(server.address, "/people?limit=100");
  const [one, other] = people.filter((person) => /^w-/.test(person.key) && person.documents >= 1 && / /.test(person.name));
  await go(page, `/people/${one.key}`);
  await page.getByRole("button", { name: /^Join with another/ }).click();
  await page.getByLabel("The other name").fill(other.name);
  await page.locator(".combobox [role=option]").first().click();
  await page.getByLabel("Reason").fill("a pen name");
  await page.getByRole("button", { name: `Show all that is known of ${other.name} with ${one.name}` }).click();
  await page.locator(".said li").filter({ hasText: "a pen name" }).waitFor();
  assert.match(await page.textContent(".said"), /Joined:.*“a pen name”/s);
  const joined = await ask(server.address, `/people/${other.key}`);
  assert.equal(joined.key, one.key, "one person now");
  await page.getByRole("button", { name: /^Take back/ }).click();
  await page.waitForSelector(".said li.undone");
  assert.match(await page.textContent(".said li"), /taken back by/);
  assert.equal((await ask(server.address, `/people/${other.key}`)).key, other.key);
  await page.close();
});

test("documents that name somebody else are parted from a person", async () => {
  const page = await openPage(browser, server.address);
  const { people } = await ask(server.address, "/people?limit=100");
  const one = people.find((person) => /^w-/.test(person.key) && person.documents >= 2);
  assert.ok(one, "someone is named in two documents");
  await go(page, `/people/${one.key}`);
  await page.getByRole("button", { name: /^Part documents/ }).click();
  const boxes = page.locator(".part-documents input");
  await boxes.first().waitFor();
  assert.equal(await boxes.count(), one.documents);
  await boxes.first().check();
  await page.getByLabel("Reason").fill("the ambassador of that name");
  await page.getByRole("button", { name: /^Part 1 document/ }).click();
  await page.locator(".said li").filter({ hasText: "Parted:" }).waitFor();
  assert.equal((await ask(server.address, `/people/${one.key}`)).documents, one.documents - 1);
  await page.close();
});

test("joining with nobody, or with oneself, is not offered", async () => {
  const page = await openPage(browser, server.address, { expected: [/404/] });
  const { people } = await ask(server.address, "/people?limit=100");
  const one = people.find((person) => /^w-/.test(person.key));
  await go(page, `/people/${one.key}`);
  await page.getByRole("button", { name: /^Join with another/ }).click();
  const confirm = page.locator(".reason-confirm button[type=submit]");
  assert.ok(await confirm.isDisabled());
  await page.getByLabel("The other name").fill("Nobody Atall");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".reason-confirm .failed");
  assert.ok(await confirm.isDisabled());
  await page.getByLabel("The other name").fill(one.key);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /this very person/.test(document.querySelector(".reason-confirm").textContent));
  assert.ok(await confirm.isDisabled());
  await page.close();
});

test("where a token is needed, one signs in by name and the role is shown; readers see no controls and why", async () => {
  const shared = copyOfRecord();
  const add = (name, role) => execFileSync(program, ["users", "add", name, "--role", role, "--record", shared.record, "--json"], { encoding: "utf8" });
  const ana = JSON.parse(add("ana", "editor")).token;
  const rob = JSON.parse(add("rob", "reader")).token;
  const theirs = await serve(shared.record, { environment: { CHANCERY_TOKEN: "a-token-of-enough-length-for-this-test-0123456789" } });
  const page = await openPage(browser, theirs.address, { expected: [/401/] });
  await page.goto("/corrections");
  await page.waitForSelector(".token-fields");
  await page.locator(".token-fields input").fill("a-token-that-nobody-has");
  await page.getByRole("button", { name: "Enter" }).click();
  await page.waitForSelector(".failed");
  assert.match(await page.textContent(".failed"), /does not know this token/);
  assert.equal(await page.locator(".token-fields input").inputValue(), "a-token-that-nobody-has");
  await page.locator(".token-fields input").fill(rob);
  await page.getByRole("button", { name: "Enter" }).click();
  await page.waitForSelector(".queue-fact");
  assert.match(await page.textContent(".who-asks"), /Signed in as rob, reader\..*made by editors/s);
  assert.equal(await page.getByRole("button", { name: /^Accept/ }).count(), 0);
  await page.keyboard.press("a");
  await page.getByRole("link", { name: "In the document" }).click();
  await page.waitForSelector(".fact.held");
  assert.equal(await page.locator(".desk, .fact-choice").count(), 0);
  await page.getByRole("button", { name: "Use another token" }).click();
  await page.locator(".token-fields input").fill(ana);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".desk");
  assert.match(await page.textContent(".who-asks"), /Signed in as ana, editor/);
  await page.keyboard.press("a");
  await page.waitForSelector(".fact.held.is-accepted");
  assert.match(await page.locator(".fact.held .standing").textContent(), /Accepted by ana/);
  await page.close();
  assert.equal(await theirs.stop(), 0);
  shared.remove();
});
