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

test("pages become files for paper", async () => {
  const page = await openPage(browser, server.address);
  const { encounters } = await ask(server.address, "/encounters");
  for (const path of ["/ledger", `/encounters/${encounters[0].id}`, "/matrix", "/figures?view=series"]) {
    await go(page, path);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    assert.ok(pdf.startsWith("%PDF-") && /\/Type\s*\/Page\b/.test(pdf), path);
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
