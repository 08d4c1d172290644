import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ask, go, launch, narrow, openPage, serve, settled } from "../support/room.mjs";

let browser, server, views;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
  const { encounters } = await ask(server.address, "/encounters?limit=100");
  views = await Promise.all(encounters.map((one) => ask(server.address, `/encounters/${one.id}`)));
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const kinds = ["points", "statements", "figures", "commitments", "courtesies", "also_told"];
const richest = () => [...views].sort((a, b) => sum(b) - sum(a))[0];
const sum = (view) => kinds.reduce((all, kind) => all + Number(view.all_accounts[0][kind].length > 0), 0);
const pathOf = (view) => `/encounters/${encodeURIComponent(view.id)}`;

test("an encounter's page names who took part and holds every fact of its account", async () => {
  const page = await openPage(browser, server.address);
  const view = richest();
  const [account] = view.all_accounts;
  assert.ok(sum(view) >= 3, "the sample holds an encounter with several kinds of facts");
  await go(page, pathOf(view));
  const who = await page.locator(".who-list li").allTextContents();
  assert.equal(who.length, view.participants.length);
  for (const [index, party] of view.participants.entries()) assert.ok(who[index].startsWith(party.name), who[index]);
  for (const kind of kinds) {
    assert.equal(await page.locator(`[aria-labelledby="${account.event}-${kind}"] .line`).count(), account[kind].length, kind);
  }
  assert.match(await page.textContent(".whose"), new RegExp(`^${account.document.publisher.replace(/[()]/g, "\\$&")}’s account`));
  await page.close();
});

test("every fact links to its words in the document", async () => {
  const page = await openPage(browser, server.address);
  const view = richest();
  const [account] = view.all_accounts;
  const facts = kinds.slice(0, 5).flatMap((kind) => account[kind]);
  await go(page, pathOf(view));
  const links = await page.locator(".line .line-words").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const document = `/documents/${encodeURIComponent(account.document.id)}`;
  assert.deepEqual(links, facts.map((fact) => `${document}#fact=${encodeURIComponent(fact.id)}`));
  await page.locator(".line .line-words").first().click();
  await page.waitForURL((url) => url.pathname === document);
  await page.waitForSelector(".text-side .held");
  await page.close();
});

test("what was reckoned looks it, and what is stated leads to the words", async () => {
  const page = await openPage(browser, server.address);
  const reckoned = views.find((view) => view.time.basis === "relative" && typeof view.all_accounts[0].time.begin === "number");
  assert.ok(reckoned);
  await go(page, pathOf(reckoned));
  const day = page.locator(".particulars > div").first();
  assert.match(await day.textContent(), /reckoned from the day of publication/);
  assert.equal(await day.locator("em.inferred").count(), 1);
  const { begin, end } = reckoned.all_accounts[0].time;
  await day.locator("a").click();
  await page.waitForURL((url) => url.hash.endsWith(`char=${begin},${end}`));
  const stated = views.find((view) => view.time.basis === "stated");
  assert.ok(stated);
  await go(page, pathOf(stated));
  assert.equal(await page.locator(".particulars > div").first().locator("em.inferred").count(), 0);
  assert.match(await page.locator(".particulars > div").first().textContent(), /stated in the text/);
  await page.close();
});

test("people, pairs of countries and other encounters are a step away", async () => {
  const page = await openPage(browser, server.address);
  const view = views.find((one) => new Set(one.participants.map((party) => party.country).filter(Boolean)).size === 2);
  const person = view.participants.find((party) => party.type === "person");
  const [a, b] = [...new Set(view.participants.map((party) => party.country).filter(Boolean))].sort();
  await go(page, pathOf(view));
  await page.locator(".who-list").getByRole("link", { name: person.name, exact: true }).first().click();
  await page.waitForURL((url) => decodeURIComponent(url.pathname) === `/people/${person.person ?? person.name}`);
  await page.goBack();
  await page.locator(`.particulars a[href="/pairs/${a}/${b}"]`).click();
  await page.waitForSelector(".pair-sheet .ledger-table");
  const other = views.find((one) => one.all_accounts[0].also_told.length > 0);
  await go(page, pathOf(other));
  await page.locator(".g-event .line a").first().click();
  await page.waitForURL((url) => url.pathname === pathOf(other.all_accounts[0].also_told[0]));
  await page.close();
});

/** The server's two accounts of two encounters, as accounts of one. */
async function joined(page, first, second) {
  await page.route(`**/api/v1${pathOf(first)}`, (route) =>
    route.fulfill({ json: { ...first, accounts: 2, all_accounts: [first.all_accounts[0], second.all_accounts[0]] } }),
  );
}

test("several accounts stand side by side, the same kind of fact on one line", async () => {
  const [first, second] = [...views].sort((a, b) => sum(b) - sum(a));
  for (const viewport of [{ width: 1440, height: 900 }, narrow]) {
    const page = await openPage(browser, server.address, { viewport });
    await joined(page, first, second);
    await go(page, pathOf(first));
    const accounts = page.locator(".strip .account");
    assert.equal(await accounts.count(), 2);
    const headings = await accounts.evaluateAll((all) => all.map((one) => [...one.querySelectorAll("h3")].map((h3) => h3.firstChild.textContent.trim())));
    assert.deepEqual(headings[0], headings[1], "a kind of fact that one account lacks is named all the same");
    const publishers = await accounts.locator("h2").allTextContents();
    assert.deepEqual(publishers, [first, second].map((view) => `${view.document.publisher}’s account`));
    const tops = await accounts.evaluateAll((all) => all.map((one) => [...one.querySelectorAll("h3")].map((h3) => Math.round(h3.getBoundingClientRect().top))));
    if (viewport !== narrow) assert.deepEqual(tops[0], tops[1]);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= viewport.width);
    await page.close();
  }
});

test("a document leads to the page of its encounter, and the keys walk through its facts", async () => {
  const page = await openPage(browser, server.address);
  const view = richest();
  await go(page, `/documents/${encodeURIComponent(view.document.id)}#fact=${encodeURIComponent(view.event)}`);
  await page.locator(".g-encounter .fact-all a").first().click();
  await page.waitForURL((url) => url.pathname === pathOf(view));
  await settled(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const at = await page.evaluate(() => [...document.querySelectorAll("main [data-step]")].filter((one) => one.getClientRects().length > 0).indexOf(document.activeElement));
  assert.equal(at, 1);
  await page.close();
});

test("an encounter that the record does not hold says so", async () => {
  const page = await openPage(browser, server.address, { expected: [/404/] });
  await go(page, "/encounters/n-nothing");
  assert.match(await page.textContent("main"), /The record holds no such encounter/);
  await page.close();
});
