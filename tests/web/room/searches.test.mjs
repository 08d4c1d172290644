// Citing what is read, and saving what was asked: in the browser, with the mouse and without it.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { ask, go, launch, narrow, openPage, serve, settled, wide } from "../support/room.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser, server, folder, document;
before(async () => {
  // What is saved here must not show in other tests' records.
  folder = mkdtempSync(join(tmpdir(), "chancery-searches-"));
  copyFileSync(process.env.CHANCERY_TEST_RECORD, join(folder, "test.db"));
  server = await serve(join(folder, "test.db"));
  browser = await launch();
  const { statements } = await ask(server.address, "/search?scope=statements&publisher=Presidency+of+Norland&limit=5").catch(() => ({ statements: [] }));
  const found = statements.length > 0 ? statements : (await ask(server.address, "/search?scope=statements&limit=5")).statements;
  document = { id: found[0].document.id, statement: found[0] };
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
  rmSync(folder, { recursive: true, force: true });
});

async function violations(page) {
  // The policy of the page lets no script in but its own, so that axe is handed over by the debugger.
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join("; ")}`);
}

const inside = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

for (const [viewport, colorScheme] of [[wide, "light"], [narrow, "dark"]]) {
  test(`a fact is cited with the keyboard alone, at ${viewport.width} pixels, ${colorScheme}`, async () => {
    const page = await openPage(browser, server.address, { viewport, colorScheme, permissions: ["clipboard-read", "clipboard-write"] });
    const { statement } = document;
    await go(page, `/documents/${encodeURIComponent(document.id)}#fact=${statement.id}`);
    await page.waitForSelector(".held");
    await page.keyboard.press("q");
    await page.waitForSelector("dialog.cite .citation");
    const text = await page.locator(".citation pre").first().textContent();
    assert.ok(text.includes(`characters ${statement.span.begin}–${statement.span.end} of the text`), text);
    assert.ok(text.includes("in this account"), text);
    const csl = JSON.parse(await page.locator(".citation pre").nth(2).textContent());
    assert.equal(csl.length, 1);
    const copy = page.getByRole("button", { name: "Copy BibTeX" });
    await copy.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Copied" }).first().waitFor({ state: "attached" });
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^@misc\{/);
    assert.ok(await inside(page), "the page is wider than the screen");
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog.cite", { state: "detached" });
    await page.close();
  });
}

test("the document as a whole is cited from its head", async () => {
  const page = await openPage(browser, server.address);
  await go(page, `/documents/${encodeURIComponent(document.id)}`);
  await page.locator(".document-head [data-cite]").click();
  await page.waitForSelector("dialog.cite .citation");
  assert.match(await page.locator("#cite-title").textContent(), /this document/);
  assert.doesNotMatch(await page.locator(".citation pre").first().textContent(), /characters/);
  await page.close();
});

test("a search is saved, found among the saved ones, followed and removed", async () => {
  const page = await openPage(browser, server.address, { expected: [/409/] });
  await go(page, "/searches");
  assert.match(await page.textContent("main"), /No search is saved in this record/);
  assert.deepEqual(await violations(page), []);
  await go(page, "/search?q=trade&scope=statements&page=1");
  await page.getByRole("button", { name: "Save this search" }).click();
  await page.getByLabel("Name").fill("Trade <&> talk");
  await page.keyboard.press("Enter");
  await page.getByText("Saved as Trade <&> talk.").waitFor();
  // A second one of that name is refused, and what was typed stays.
  await page.getByRole("button", { name: "Save this search" }).click();
  await page.getByLabel("Name").fill("Trade <&> talk");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "already" }).waitFor();
  assert.equal(await page.getByLabel("Name").inputValue(), "Trade <&> talk");
  await go(page, "/searches");
  const row = page.locator(".ledger-table tbody tr");
  assert.equal(await row.count(), 1);
  assert.match(await row.textContent(), /Statements.*words\s*trade/s);
  const [{ id }] = (await ask(server.address, "/searches")).searches;
  const feed = await page.getByRole("link", { name: "Atom feed of Trade <&> talk" }).getAttribute("href");
  assert.equal(feed, `${server.address}/api/v1/searches/${id}/feed.atom`);
  assert.equal((await fetch(feed)).status, 200);
  await page.getByRole("link", { name: "Trade <&> talk", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/search" && url.searchParams.get("scope") === "statements" && url.searchParams.get("q") === "trade");
  await go(page, "/searches");
  await page.getByRole("button", { name: "Remove Trade <&> talk" }).click();
  await page.getByRole("group").getByRole("button", { name: "Remove" }).press("Enter");
  await page.getByText("Trade <&> talk is removed.").waitFor();
  assert.deepEqual((await ask(server.address, "/searches")).searches, []);
  await page.close();
});

test("the ledger is saved with its filters, and the list holds on a small screen in the dark", async () => {
  const page = await openPage(browser, server.address, { viewport: narrow, colorScheme: "dark" });
  await go(page, "/ledger?told=main&type=meeting");
  await page.getByRole("button", { name: "Save this search" }).click();
  await page.getByLabel("Name").fill("Meetings that releases are about, a name that is rather long for a small screen");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved as Meetings").waitFor();
  await go(page, "/searches");
  await settled(page);
  assert.match(await page.textContent(".ledger-table"), /Encounters/);
  assert.ok(await inside(page), "the page is wider than the screen");
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test("a reader sees the saved searches and cannot change them", async () => {
  const guarded = await serve(join(folder, "test.db"), { environment: { CHANCERY_TOKEN: "a-token-that-is-long-enough" } });
  const page = await openPage(browser, guarded.address, { expected: [/401/] });
  await page.goto("/searches");
  await page.getByLabel("Token").first().fill("a-token-that-is-long-enough");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".ledger-table");
  assert.equal(await page.getByRole("button", { name: /^Remove/ }).count(), 0);
  assert.match(await page.textContent("main"), /Authorization: Bearer/);
  await page.close();
  assert.equal(await guarded.stop(), 0);
});
