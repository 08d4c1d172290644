// What holds for every page in every state: axe, one heading of the first rank, nothing wider than the screen, and on paper no controls
// and nothing wider than the sheet.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { violations } from "../support/axe.mjs";
import { allPages } from "../support/pages.mjs";
import { go, launch, narrow, openPage, serve, settled, wide } from "../support/room.mjs";

let browser, server, pages;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
  pages = Object.entries(await allPages(server.address));
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

async function open(page, [path, act], viewport) {
  await go(page, path);
  await act?.(page, viewport);
  await settled(page);
}

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries({ wide, narrow })) {
    test(`no page is hard to use: ${colorScheme}, ${size}`, async () => {
      const page = await openPage(browser, server.address, { colorScheme, viewport, expected: [/404/] });
      for (const [name, shown] of pages) {
        await open(page, shown, viewport);
        assert.deepEqual(await violations(page), [], `${name}, ${colorScheme}, ${size}`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= viewport.width, `${name} is ${width} wide on ${viewport.width}`);
        assert.equal(await page.locator("h1").count(), 1, `${name}: headings of the first rank`);
        assert.match(await page.title(), /Chancery/, name);
      }
      await page.close();
    });
  }
}

test("no page is wider than the screen of a tablet", async () => {
  const page = await openPage(browser, server.address, { expected: [/404/] });
  for (const viewport of [{ width: 768, height: 1024 }, { width: 1024, height: 768 }]) {
    await page.setViewportSize(viewport);
    for (const [name, shown] of pages) {
      // What a narrow page shows in turns, or behind a button, is tested above.
      if (/, facts$/.test(name) || name === "menu") continue;
      await open(page, shown, viewport);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= viewport.width, `${name} is ${width} wide on ${viewport.width}`);
    }
  }
  await page.close();
});

/** A4 with its margins, in CSS pixels: the sheet, and what is left for words. */
const sheet = { width: 793, height: 1122 };
const column = 658;

const controls = [
  ".masthead", ".view-switch", ".filters", ".filters-fold", ".exports", ".passage-bar", ".home-search", ".search-field", ".ledger-filters", ".scopes",
  ".page-ways", ".pager", ".desk", ".compare-bar", ".choose-bar", ".save-search", "main button:not(dialog button, .speaker .name, .tag)",
];

/** What reaches over the edge of the column, and is not cut off on purpose. */
function tooWide(column) {
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && getComputedStyle(element).clipPath === "none";
  return [...document.querySelectorAll("main *")]
    .filter((element) => seen(element) && element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().right > column + 1)
    .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`)
    .slice(0, 5);
}

test("every page can be printed: no controls, light, whole on the sheet, and it says where it comes from", async () => {
  const page = await openPage(browser, server.address, { colorScheme: "dark", expected: [/404/] });
  // A browser that prints lays the page out anew, but runs no script: pictures stay as they were drawn for the screen.
  await page.addInitScript(() => {
    globalThis.ResizeObserver = class extends ResizeObserver {
      constructor(tell) {
        super((entries, self) => globalThis.onPaper || tell(entries, self));
      }
    };
  });
  const wrong = [];
  for (const [name, shown] of pages) {
    if (name === "keys") continue;
    await page.setViewportSize(wide);
    await open(page, shown, wide);
    await page.evaluate(() => (globalThis.onPaper = true));
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.setViewportSize(sheet);
    await page.evaluate((width) => (document.body.style.width = `${width}px`), column);
    for (const selector of controls) {
      const visible = await page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120)));
      wrong.push(...visible.map((what) => `${name}: printed with ${what}`));
    }
    wrong.push(...(await page.evaluate(tooWide, column)).map((what) => `${name}: cut off on paper: ${what}`));
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "light", "a dark page would waste ink");
    const { pathname, search } = new URL(page.url());
    assert.equal((await page.locator(".origin").innerText()).replace(/\s/g, ""), `Printedfrom${server.address}${pathname}${search}`, name);
    await page.emulateMedia({ media: "screen" });
  }
  assert.deepEqual(wrong, []);
  await page.close();
});
