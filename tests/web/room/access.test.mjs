import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { violations } from "../support/axe.mjs";
import { ask, go, launch, narrow, openPage, serve, settled, wide } from "../support/room.mjs";

let browser, server, reception, transcript, encounter, person, pair, timeline, compared;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
  const { documents } = await ask(server.address, "/search?q=Seitkali+Haretski");
  reception = `/documents/${encodeURIComponent(documents[0].id)}`;
  const { documents: remarks } = await ask(server.address, "/search?q=Whitaker+Santoso");
  transcript = `/documents/${encodeURIComponent(remarks[0].id)}`;
  const { encounters } = await ask(server.address, "/encounters?limit=100");
  const told = encounters.find((one) => one.document.id === documents[0].id) ?? encounters[0];
  encounter = `/encounters/${encodeURIComponent(told.id)}`;
  person = `/people/${encodeURIComponent(told.participants.find((party) => party.type === "person").name)}`;
  const { cells } = await ask(server.address, "/matrix");
  const { documents: calls } = await ask(server.address, "/search?q=Solheim+Mutai");
  compared = `/compare?${new URLSearchParams({ a: calls[0].id, b: calls[1].id })}`;
  pair = `/pairs/${cells[0].a}/${cells[0].b}`;
  timeline = `/timeline?a=${cells[0].a}&b=${cells[0].b}`;
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const pages = () => ({
  home: ["/"],
  search: ["/search?q=trade&year=2024"],
  statements: ["/search?scope=statements"],
  "nothing found": ["/search?q=nothingatallhere"],
  ledger: ["/ledger?told=all"],
  document: [reception],
  "document, a fact held": [reception, async (page) => page.keyboard.press("j")],
  "document, facts": [reception, async (page, viewport) => viewport === narrow && page.getByRole("button", { name: /^Facts/ }).click()],
  transcript: [transcript],
  "transcript, one speaker": [transcript, async (page) => page.locator(".who a").last().click()],
  "transcript, a turn": [transcript, async (page) => page.keyboard.press("n")],
  "document in another script": ["/documents/arabic"],
  encounter: [encounter],
  "encounter not there": ["/encounters/n-nothing"],
  person: [person],
  "nobody by this name": ["/people/Nobody%20Atall"],
  "pair of countries": [pair],
  "countries that never met": ["/pairs/BTN/PRY"],
  countries: ["/matrix"],
  timeline: [timeline],
  "timeline, nobody chosen": ["/timeline"],
  "timeline, nobody called so": ["/timeline?a=Nobodyatallhere"],
  commitments: ["/commitments"],
  "commitments, none": ["/commitments?q=nothingatallhere"],
  figures: ["/figures"],
  "document not there": ["/documents/no-such"],
  "no page": ["/no/such/page"],
  "compare, two documents": [compared],
  "compare, a point held": [compared, async (page) => page.keyboard.press("j")],
  "compare, the other view": [compared, async (page) => page.locator(".compare-views button[aria-pressed=false]").click()],
  "compare, not there": ["/compare?a=no-such&b=no-such"],
  "compare, nothing yet": ["/compare"],
  "compare, one text missing": ["/compare", async (page) => page.getByRole("button", { name: "Compare", exact: true }).click()],
  "two results chosen": ["/search?q=trade", async (page) => {
    const choose = page.locator("button.choose");
    for (const at of [0, 1]) if ((await choose.nth(at).getAttribute("aria-pressed")) === "false") await choose.nth(at).click();
  }],
  menu: ["/ledger", async (page, viewport) => viewport === narrow && page.locator(".menu-button").click()],
  keys: ["/", async (page) => page.locator(".help-button").click()],
});

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries({ wide, narrow })) {
    test(`no page is hard to use: ${colorScheme}, ${size}`, async () => {
      const page = await openPage(browser, server.address, { colorScheme, viewport, expected: [/404/] });
      for (const [name, [path, act]] of Object.entries(pages())) {
        await go(page, path);
        await act?.(page, viewport);
        await settled(page);
        assert.deepEqual(await violations(page), [], `${name}, ${colorScheme}, ${size}`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= viewport.width, `${name} is ${width} wide on ${viewport.width}`);
      }
      await page.close();
    });
  }
}
