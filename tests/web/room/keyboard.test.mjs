import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { go, launch, narrow, openPage, serve } from "../support/room.mjs";

let browser, server;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const focused = (page, selector) => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);

test("/ goes to the search field of every page", async () => {
  const page = await openPage(browser, server.address);
  for (const path of ["/", "/search?q=trade", "/ledger", "/documents/hostile"]) {
    await go(page, path);
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("/");
    assert.ok(await focused(page, "input[data-search]"), path);
  }
  await page.close();
});

test("j and k go through the results, Enter opens, Escape leaves to the same results", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search?q=trade");
  await page.locator("#search").press("Enter");
  const first = await page.evaluate(() => document.activeElement.textContent);
  assert.ok(await focused(page, ".result h2 a"));
  await page.keyboard.press("j");
  const second = await page.evaluate(() => document.activeElement.textContent);
  assert.notEqual(second, first);
  await page.keyboard.press("k");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), first);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".published");
  assert.equal(await page.textContent(".document-head h1"), second);
  await page.keyboard.press("Escape");
  await page.waitForSelector(".result");
  assert.match(page.url(), /\/search\?q=trade/);
  await page.close();
});

test("j and k go through the ledger's rows", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("tbody tr")].findIndex((row) => row.contains(document.activeElement))), 1);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/encounters\//);
  await page.close();
});

test("? shows the keys, Escape closes them and gives the focus back", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger");
  await page.keyboard.press("j");
  await page.keyboard.press("?");
  assert.ok(await page.locator("dialog[open]").isVisible());
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.match(page.url(), /\/ledger$/, "Escape closed the list and did nothing else");
  await page.close();
});

test("letters are letters while one types, and single keys can be turned off", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search");
  await page.focus("#search");
  await page.keyboard.type("j/k?");
  assert.equal(await page.inputValue("#search"), "j/k?");
  await go(page, "/ledger");
  await page.keyboard.press("?");
  await page.getByLabel("Single keys act as shortcuts").uncheck();
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  await page.keyboard.press("?");
  assert.equal(await page.locator("dialog").count(), 0);
  await page.close();
});

test("g with a letter goes to a page", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger");
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await page.waitForURL(/\/search$/);
  await page.waitForFunction(() => document.activeElement.id === "search");
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.waitForURL((url) => url.pathname === "/");
  await page.close();
});

test("every way in the head has its letter, and the list of keys names them all", async () => {
  const page = await openPage(browser, server.address);
  const letters = {
    s: "/search", l: "/ledger", c: "/matrix", m: "/commitments", f: "/figures", t: "/timeline", p: "/compare", b: "/brief", r: "/corrections", v: "/searches",
  };
  await go(page, "/ledger");
  const ways = await page.locator("header nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(ways.toSorted(), Object.values(letters).toSorted());
  for (const [letter, path] of Object.entries(letters)) {
    await go(page, "/");
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("g");
    await page.keyboard.press(letter);
    await page.waitForURL((url) => url.pathname === path);
    assert.equal(await page.locator("header nav a[aria-current=page]").getAttribute("href"), path);
  }
  await go(page, "/");
  await page.locator(".help-button").click();
  const listed = await page.locator("dialog dt").evaluateAll((terms) => terms.map((term) => [...term.children].map((key) => key.textContent).join(" ")));
  for (const letter of Object.keys(letters)) assert.ok(listed.includes(`g ${letter}`), letter);
  await page.close();
});

test("on a narrow page the ways stand behind a button; Escape closes it and stays on the page", async () => {
  const page = await openPage(browser, server.address, { viewport: narrow });
  await go(page, "/ledger");
  await go(page, "/figures");
  const menu = page.getByRole("button", { name: "Menu" });
  assert.equal(await page.locator("header nav").isVisible(), false);
  await menu.press("Enter");
  assert.equal(await menu.getAttribute("aria-expanded"), "true");
  assert.ok(await page.getByRole("list", { name: "Questions" }).isVisible());
  await page.keyboard.press("Tab");
  assert.ok(await focused(page, "header nav a"));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.matches(".menu-button"));
  assert.equal(await page.locator("header nav").isVisible(), false);
  assert.match(page.url(), /\/figures$/);
  await menu.click();
  await page.getByRole("link", { name: "Commitments" }).click();
  await page.waitForURL(/\/commitments$/);
  assert.equal(await page.locator("header nav").isVisible(), false, "it closes where one has arrived");
  await page.close();
});

test("the first Tab is the way past the head, and the focus is always to be seen", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger");
  await page.keyboard.press("Tab");
  assert.ok(await focused(page, "a.skip"));
  await page.keyboard.press("Enter");
  assert.ok(await focused(page, "main"));
  for (let step = 0; step < 12; ++step) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return { width: Number.parseFloat(style.outlineWidth), what: document.activeElement.outerHTML.slice(0, 80), style: style.outlineStyle };
    });
    assert.ok(outline.style !== "none" && outline.width >= 1, outline.what);
  }
  await page.close();
});

test("going back comes to where one had scrolled", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/ledger?told=all");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 200);
  await page.locator("tbody tr").last().locator(".encounter a").click();
  await page.waitForSelector(".encounter-sheet");
  await page.goBack();
  await page.waitForSelector("tbody tr");
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 60, before);
  await page.close();
});
