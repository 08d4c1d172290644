import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { addTo, program } from "../support/record.mjs";
import { go, launch, openPage, serve, settled } from "../support/room.mjs";

let browser, folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "chancery-states-"));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a server that is gone is said, and asking again works when it is back", async () => {
  const server = await serve(process.env.CHANCERY_TEST_RECORD);
  const page = await openPage(browser, server.address, { expected: [/Failed to load resource/] });
  await go(page, "/");
  await page.route("**/api/**", (route) => route.abort());
  await page.getByRole("link", { name: "Ledger", exact: true }).click();
  await page.waitForSelector("[role=alert]");
  assert.match(await page.textContent("[role=alert]"), /does not answer.*chancery serve/s);
  await page.unroute("**/api/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.waitForSelector(".ledger-table");
  assert.equal(await server.stop(), 0);
  await page.getByLabel("Kind").selectOption("letter");
  await page.waitForSelector("[role=alert]");
  await page.close();
});

test("a document that is not there, a wrong filter and a page that is none", async () => {
  const server = await serve(process.env.CHANCERY_TEST_RECORD);
  const page = await openPage(browser, server.address, { expected: [/Failed to load resource/] });
  await go(page, "/documents/no-such-id");
  assert.match(await page.textContent("[role=alert]"), /holds no such document/);
  await go(page, "/search?from=2024-02-31");
  assert.match(await page.textContent("[role=alert]"), /from/);
  await go(page, "/nowhere");
  assert.match(await page.textContent("main"), /There is no such page/);
  await page.getByRole("link", { name: "To the beginning" }).click();
  await page.waitForSelector(".holdings");
  await page.close();
  assert.equal(await server.stop(), 0);
});

test("an answer the page does not understand is said, and the rest of the room stays", async () => {
  const server = await serve(process.env.CHANCERY_TEST_RECORD);
  const page = await openPage(browser, server.address, { expected: [/error/i] });
  await page.route("**/api/v1/encounters?*", (route) => route.fulfill({ json: { total: 1, page: 1, limit: 50, encounters: [{}] } }));
  await go(page, "/ledger");
  assert.match(await page.textContent("[role=alert]"), /could not show this/);
  await page.getByRole("link", { name: "Search", exact: true }).click();
  await page.waitForSelector(".result");
  await page.close();
  assert.equal(await server.stop(), 0);
});

test("an id with slashes and dots is opened by its address", async () => {
  const server = await serve(process.env.CHANCERY_TEST_RECORD);
  const page = await openPage(browser, server.address);
  await go(page, "/search?q=orchestra");
  await page.locator(".result h2 a").first().click();
  await page.waitForSelector(".published");
  await page.reload();
  await page.waitForSelector(".published");
  await page.close();
  assert.equal(await server.stop(), 0);
});

test("an empty record says how to fill it", async () => {
  const record = join(folder, "empty.db");
  const text = join(folder, "one.txt");
  writeFileSync(text, "Minister A. Brandt met Minister K. Lund in Oslo on 3 March 2024.\n");
  addTo(record, [text]);
  const [{ id }] = JSON.parse(execFileSync(program, ["search", "--record", record, "--json", "Oslo"], { encoding: "utf8" })).documents;
  execFileSync(program, ["remove", "--record", record, "--why", "test", id], { stdio: ["ignore", "pipe", "inherit"] });
  const server = await serve(record);
  const page = await openPage(browser, server.address);
  await go(page, "/");
  assert.match(await page.textContent("main"), /Nothing is in this record yet.*chancery add/s);
  await page.close();
  assert.equal(await server.stop(), 0);
});

test("where a token is needed, the page asks for it once and exports carry it", async () => {
  const token = "a-token-of-enough-length-for-this-test-0123456789";
  const server = await serve(process.env.CHANCERY_TEST_RECORD, { environment: { CHANCERY_TOKEN: token } });
  const page = await openPage(browser, server.address, { expected: [/401/] });
  await page.goto("/search?q=trade");
  await page.waitForSelector(".token form");
  await page.getByLabel("Token").fill("wrong");
  await page.getByRole("button", { name: "Enter" }).click();
  await page.waitForSelector(".token form");
  await page.getByLabel("Token").fill(token);
  await page.getByRole("button", { name: "Enter" }).click();
  await page.waitForSelector(".result");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".exports a").first().click()]);
  assert.equal(download.suggestedFilename(), "documents.csv");
  await page.close();
  assert.equal(await server.stop(), 0);
});

test("the colour scheme one chooses is kept, and follows the system again when asked to", async () => {
  const server = await serve(process.env.CHANCERY_TEST_RECORD);
  const page = await openPage(browser, server.address, { colorScheme: "light" });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await go(page, "/");
  const light = await paper();
  await page.getByLabel("Colour scheme").selectOption("dark");
  const dark = await paper();
  assert.notEqual(dark, light);
  await page.reload();
  await settled(page);
  assert.equal(await paper(), dark);
  await page.getByLabel("Colour scheme").selectOption("system");
  assert.equal(await paper(), light);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.equal(await paper(), dark);
  await page.close();
  assert.equal(await server.stop(), 0);
});

test("the page comes with strict headers and nothing inline", async () => {
  const server = await serve(process.env.CHANCERY_TEST_RECORD);
  const response = await fetch(`${server.address}/`);
  const policy = response.headers.get("content-security-policy");
  assert.ok(policy && !policy.includes("unsafe") && /default-src '(self|none)'/.test(policy), policy);
  const html = await response.text();
  assert.doesNotMatch(html, /<style|style=|<script(?![^>]*\bsrc=)/);
  for (const [, target] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
    assert.match(target, /^\/assets\//);
    assert.equal((await fetch(server.address + target)).status, 200, target);
  }
  assert.equal(await server.stop(), 0);
});
