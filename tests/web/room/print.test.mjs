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

const chrome = [".masthead", ".view-switch", ".filters", ".filters-fold", ".exports", ".passage-bar", ".home-search", ".search-field", ".ledger-filters"];

test("printed pages carry no chrome, and say where they come from", async () => {
  const page = await openPage(browser, server.address, { colorScheme: "dark" });
  const { documents } = await ask(server.address, "/search?q=Solheim");
  const { encounters } = await ask(server.address, "/encounters");
  const { countries } = await ask(server.address, "/matrix");
  const paths = [
    "/", "/search?q=trade", "/ledger", `/documents/${encodeURIComponent(documents[0].id)}`, `/encounters/${encounters[0].id}`, "/matrix",
    `/pairs/${countries[0].value}/${countries[1].value}`, "/commitments", "/figures",
  ];
  for (const path of paths) {
    await go(page, path);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const selector of chrome) {
      for (const element of await page.locator(selector).all()) assert.ok(!(await element.isVisible()), `${selector} on ${path}`);
    }
    assert.equal((await page.locator(".origin").innerText()).replace(/\s/g, ""), `Printedfrom${server.address}${path}`);
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    assert.equal(paper, "light", "a dark page would waste ink");
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    await page.emulateMedia({ media: "screen" });
  }
  await page.close();
});

test("a printed document has its text, its facts and the addresses of its links", async () => {
  const page = await openPage(browser, server.address, { viewport: { width: 360, height: 740 } });
  const { documents } = await ask(server.address, "/search?q=Solheim");
  const { id, url } = documents.find((document) => document.url);
  await go(page, `/documents/${encodeURIComponent(id)}`);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".published").isVisible());
  assert.ok(await page.locator(".facts-side").isVisible());
  const hidden = await page.locator(".facts-list > li").evaluateAll((cards) => cards.filter((card) => card.getClientRects().length === 0).length);
  assert.equal(hidden, 0, "every fact is printed");
  const after = await page.locator(`.imprint a[href="${url}"]`).evaluate((link) => getComputedStyle(link, "::after").content);
  assert.ok(after.includes(url), after);
  await page.close();
});
