import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ask, go, launch, openPage, serve } from "../support/room.mjs";

let browser, server;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

test("home says what is in the record and shows the latest encounters", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/");
  const { status, latest } = await ask(server.address, "/status");
  const held = await page.textContent(".holdings");
  for (const count of [status.documents, status.encounters, status.statements]) assert.match(held, new RegExp(`\\b${count.toLocaleString("en-GB")}\\b`));
  assert.equal(await page.locator(".encounters li").count(), latest.length);
  assert.ok(latest.length > 0);
  const publishers = await page.locator(".counts li").allTextContents();
  assert.ok(publishers.some((text) => text.includes("Government Press Service, Oslo (sample)")));
  await page.close();
});

test("one can type at once, and Enter searches", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/");
  await page.keyboard.type("trade");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?q=trade$/);
  await page.waitForSelector(".result");
  await page.close();
});

test("an encounter of the list opens its page, and its account the words that tell it", async () => {
  const page = await openPage(browser, server.address);
  const { latest } = await ask(server.address, "/status");
  await go(page, "/");
  await page.locator(".encounters a").first().click();
  await page.waitForURL((url) => url.pathname === `/encounters/${latest[0].id}`);
  await page.goBack();
  await page.locator(".encounters .more a").first().click();
  await page.waitForURL(/\/documents\/.+#fact=/);
  await page.waitForSelector(".text-side .held");
  await page.close();
});

test("each line of an account names its publisher", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/");
  for (const line of await page.locator(".encounters .more").allTextContents()) assert.match(line, /’s account( · \d+ accounts: .+)?$/);
  await page.close();
});
