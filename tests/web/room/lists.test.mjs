import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ask, go, launch, openPage, serve, settled } from "../support/room.mjs";

let browser, server;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

const rows = (page) => page.locator(".ledger-table tbody tr");

for (const kind of ["commitments", "figures"]) {
  test(`${kind}: each row leads to its words and names who tells it`, async () => {
    const page = await openPage(browser, server.address);
    const answer = await ask(server.address, `/${kind}?limit=50`);
    assert.ok(answer.total > 2);
    await go(page, `/${kind}`);
    assert.equal(await rows(page).count(), answer[kind].length);
    const links = await page.locator(".line-words").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.deepEqual(links, answer[kind].map((fact) => `/documents/${encodeURIComponent(fact.document.id)}#fact=${encodeURIComponent(fact.id)}`));
    for (const [index, told] of (await page.locator(".told").allTextContents()).entries()) assert.ok(told.startsWith(answer[kind][index].document.publisher ?? "Unknown publisher"), told);
    await page.locator(".line-words").first().click();
    await page.waitForSelector(".text-side .held");
    await page.close();
  });
}

test("commitments are filtered by kind, words and state, and the address holds it", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/commitments");
  const { classes } = await ask(server.address, "/commitments");
  const [{ value, count }] = classes;
  await page.getByLabel("Kind").selectOption(value);
  await page.waitForURL((url) => url.searchParams.get("class") === value);
  await settled(page);
  assert.equal(await rows(page).count(), Math.min(50, count));
  await page.getByLabel("State").selectOption("open");
  await page.waitForURL(/state=open/);
  await settled(page);
  assert.equal(await page.getByText("past its due day", { exact: true }).count(), 0);
  const open = await ask(server.address, `/commitments?class=${value}&state=open&limit=50`);
  assert.equal(await rows(page).count(), open.commitments.length);
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has("state"));
  await page.getByLabel("Words", { exact: true }).fill("nothingatallhere");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=nothingatallhere/);
  await settled(page);
  assert.match(await page.textContent(".found"), /No such commitment in this record/);
  await page.close();
});

test("a commitment past its due day says so, and the page says what that means", async () => {
  const page = await openPage(browser, server.address);
  const { commitments } = await ask(server.address, "/commitments?limit=50");
  await go(page, "/commitments");
  const past = commitments.filter((one) => !one.open).length;
  assert.equal(await page.getByText("past its due day", { exact: true }).count(), past);
  assert.match(await page.textContent(".found"), /Whether a commitment was kept is not in the record/);
  await page.close();
});

test("figures are filtered by what they measure and by unit", async () => {
  const page = await openPage(browser, server.address);
  const { indicators, units } = await ask(server.address, "/figures");
  const indicator = indicators.find((one) => /^[a-z]{4,}$/.test(one.value ?? "")).value;
  const unit = units.find((one) => one.value).value;
  await go(page, "/figures");
  await page.getByLabel("Unit").selectOption(unit);
  await page.waitForURL((url) => url.searchParams.get("unit") === unit);
  await settled(page);
  assert.equal(await rows(page).count(), (await ask(server.address, `/figures?limit=50&unit=${encodeURIComponent(unit)}`)).figures.length);
  await go(page, "/figures");
  await page.getByLabel(/^Of/).fill(indicator.slice(0, 4));
  await page.locator("[role=option]").filter({ hasText: indicator }).first().click();
  await page.waitForURL((url) => url.searchParams.get("indicator") === indicator);
  await settled(page);
  assert.equal(await rows(page).count(), (await ask(server.address, `/figures?limit=50&indicator=${encodeURIComponent(indicator)}`)).figures.length);
  await page.close();
});

test("what a list shows can be exported, and a filter that came with a link can be taken off", async () => {
  const page = await openPage(browser, server.address);
  const { commitments } = await ask(server.address, "/commitments?limit=50");
  const { publisher } = commitments.find((one) => one.document.publisher).document;
  await go(page, `/commitments?publisher=${encodeURIComponent(publisher)}`);
  const count = await rows(page).count();
  const href = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  const csv = await (await fetch(server.address + href)).text();
  assert.ok(csv.split("\n").filter(Boolean).length > count, "a head and a row each");
  await page.locator(".chips a").first().click();
  await page.waitForURL((url) => !url.searchParams.has("publisher"));
  await page.close();
});

test("figures over time: a picture, the same figures as a table, and the address holds the way", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/figures");
  await page.getByRole("link", { name: "Over time" }).click();
  await page.waitForURL(/view=series/);
  await settled(page);
  const answer = await ask(server.address, "/figures/series");
  const units = {};
  for (const { figure } of answer.points) units[figure.unit] = (units[figure.unit] ?? 0) + 1;
  const most = Math.max(...Object.values(units));
  assert.equal(await rows(page).count(), most);
  const picture = page.getByRole("img", { name: /over time/ });
  assert.equal(await picture.locator(".point").count(), answer.points.filter(({ figure, from }) => from && units[figure.unit] === most && figure.unit === answer.points.find((one) => units[one.figure.unit] === most).figure.unit).length);
  assert.match(await picture.getAttribute("aria-label"), /The table below holds the same figures/);
  await page.getByRole("link", { name: "List", exact: true }).click();
  await page.waitForURL((url) => !url.searchParams.has("view"));
  await page.close();
});

test("later passages on a commitment are asked for when they are opened, and decide nothing", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/commitments");
  const { commitments } = await ask(server.address, "/commitments?limit=50");
  let opened = 0;
  for (const [index, one] of commitments.entries()) {
    const { passages } = await ask(server.address, `/documents/${encodeURIComponent(one.document.id)}/commitments/${one.id}/follow-ups`);
    if (opened > 1 || (passages.length === 0 && index > 0)) continue;
    opened += 1;
    const later = rows(page).nth(index).locator(".later");
    await later.locator("summary").click();
    await later.locator("ol li, p.note").first().waitFor();
    assert.equal(await later.locator("li").count(), passages.length);
    assert.match(await later.textContent(), passages.length ? /Whether it was kept is not in the record/ : /No later passage/);
  }
  assert.ok(opened > 0);
  await page.close();
});

test("the countries are a picture beside their table, saved as CSV", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/matrix");
  const { cells } = await ask(server.address, "/matrix?limit=12");
  assert.equal(await page.getByRole("img", { name: /Encounters of each two countries/ }).locator(".square").count(), 2 * cells.length);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const { createReadStream } = await import("node:fs");
  let csv = "";
  for await (const chunk of createReadStream(await (await download).path())) csv += chunk;
  assert.equal(csv.split("\r\n").filter(Boolean).length, cells.length + 1);
  await page.close();
});
