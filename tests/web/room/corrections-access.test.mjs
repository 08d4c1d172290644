// Every state of judging and of the page of corrections, in both schemes and at both sizes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { violations } from "../support/axe.mjs";
import { copyOfRecord } from "../support/copy.mjs";
import { ask, go, launch, narrow, openPage, serve, wide } from "../support/room.mjs";

let browser, server, copy, document, analysis, person;
before(async () => {
  copy = copyOfRecord();
  server = await serve(copy.record);
  browser = await launch();
  const { documents } = await ask(server.address, "/search?q=Seitkali+Haretski");
  document = `/documents/${encodeURIComponent(documents[0].id)}`;
  ({ analysis } = await ask(server.address, document));
  const of = (fact) => ({ document: documents[0].id, fact: fact.id });
  await post({ corrections: [
    { action: "change", ...of(analysis.events[0]), field: "place.name", value: "Astana", why: "the dateline says so" },
    { action: "confirm", ...of(analysis.events[0]) },
    { action: "confirm", ...of(analysis.statements[0]) },
    { action: "reject", ...of(analysis.times[0]), why: "a page number" },
  ] });
  const { people } = await ask(server.address, "/people?limit=100");
  const [one, other] = people.filter((person) => /^w-/.test(person.key) && / /.test(person.name));
  await post({ corrections: [{ action: "join_people", person: one.key, other: other.key, why: "a pen name" }] });
  person = `/people/${one.key}`;
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
  copy.remove();
});

async function post(body) {
  const response = await fetch(`${server.address}/api/v1/corrections`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  assert.equal(response.status, 200, await response.clone().text());
}

const atFact = (fact) => `${document}#fact=${fact.id}`;
const facts = async (page, viewport) => viewport === narrow && page.getByRole("button", { name: /^Facts \d/ }).click();

const states = () => ({
  "nothing chosen": [document, facts],
  "a fact judged": [atFact(analysis.events[0]), facts],
  "the form": [atFact(analysis.events[0]), async (page) => {
    await page.waitForSelector(".desk-ways button:not(:disabled)");
    await page.keyboard.press("e");
    await page.waitForSelector(".change-form");
  }],
  "several chosen, a reason given": [document, async (page, viewport) => {
    await page.waitForSelector(viewport === narrow ? ".who-asks button" : ".desk", { state: "attached" });
    await page.keyboard.press("j");
    await page.keyboard.press("J");
    await page.keyboard.press("r");
    await page.waitForSelector(".reason-field");
  }],
  "the rejected": [document, async (page, viewport) => {
    await facts(page, viewport);
    await page.locator(".g-rejected").scrollIntoViewIfNeeded();
  }],
  "not kept": [atFact(analysis.statements[0]), async (page) => {
    await page.route("**/api/v1/corrections", (route) => route.abort());
    await page.waitForSelector(".desk-ways button:not(:disabled)");
    await page.keyboard.press("a");
    await page.waitForSelector(".failed");
    await page.unroute("**/api/v1/corrections");
  }],
  "two at once": [atFact(analysis.statements[0]), async (page) => {
    await page.waitForSelector(".desk-ways button:not(:disabled)");
    await post({ corrections: [{ action: "change", document: decodeURIComponent(document.split("/").pop()), fact: analysis.statements[0].id, field: "negated", value: "1" }] });
    await page.keyboard.press("a");
    await page.waitForSelector(".clash");
  }],
  "queue": ["/corrections", async (page) => page.waitForSelector(".queue-fact")],
  "queue, the form": ["/corrections?kind=point", async (page) => {
    await page.waitForSelector(".queue-fact .desk-ways");
    await page.keyboard.press("e");
    await page.waitForSelector(".change-form");
  }],
  "log": ["/corrections?tab=log", async (page) => page.waitForSelector(".bulk")],
  "log, nothing": ["/corrections?tab=log&who=nobody-of-that-name"],
  "agreement": ["/corrections?tab=agreement", async (page) => page.waitForSelector(".agreement-bar")],
  "signing in": ["/corrections", async (page) => page.getByRole("button", { name: "Sign in" }).click()],
  "a person joined": [person, async (page) => page.waitForSelector(".said")],
  "joining": [person, async (page) => page.getByRole("button", { name: /^Join with/ }).click()],
  "parting": [person, async (page) => {
    await page.getByRole("button", { name: /^Part doc/ }).click();
    await page.waitForSelector(".part-documents li");
  }],
});

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries({ wide, narrow })) {
    test(`judging is not hard to use: ${colorScheme}, ${size}`, async () => {
      const page = await openPage(browser, server.address, { colorScheme, viewport, expected: [/409/, /Failed to load resource/] });
      for (const [name, [path, act]] of Object.entries(states())) {
        // Another address first: the same one with another hash would not be loaded anew.
        await go(page, "/figures");
        await go(page, path);
        await act?.(page, viewport);
        assert.deepEqual(await violations(page), [], `${name}, ${colorScheme}, ${size}`);
        const width = await page.evaluate(() => globalThis.document.documentElement.scrollWidth);
        assert.ok(width <= viewport.width, `${name} is ${width} wide on ${viewport.width}`);
      }
      await page.close();
    });
  }
}

test("printed, a judged document says what was judged and shows no controls", async () => {
  const page = await openPage(browser, server.address, { colorScheme: "dark" });
  for (const [path, shown] of [[document, ".g-rejected"], ["/corrections?tab=log", ".log-table"], ["/corrections?tab=agreement", ".agreement-bar"], ["/corrections", ".queue-fact"]]) {
    await go(page, path);
    await page.waitForSelector(shown);
    await page.emulateMedia({ media: "print" });
    for (const selector of [".desk", ".fact-choice", ".bulk", ".share-corrections", ".who-asks-ways", ".log-table .choose", ".queue-fact .desk-ways", ".scopes"]) {
      for (const element of await page.locator(selector).all()) assert.ok(!(await element.isVisible()), `${selector} on ${path}`);
    }
    assert.ok(await page.locator(shown).first().isVisible(), path);
    await page.emulateMedia({ media: "screen" });
  }
  await go(page, document);
  await page.emulateMedia({ media: "print" });
  assert.match(await page.locator(".facts-side").innerText(), /Accepted by/);
  await page.close();
});
