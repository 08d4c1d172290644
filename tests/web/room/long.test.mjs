import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { longId, longWords } from "../support/record.mjs";
import { ask, launch, openPage, serve } from "../support/room.mjs";

let browser, server;
before(async () => {
  server = await serve(process.env.CHANCERY_TEST_RECORD);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

// Generous, for machines that do much else at once; a page that walks its whole text at each step is far beyond them.
const openWithin = 6000;
const stepWithin = 150;

/** Milliseconds until the page has been painted after `act`, the middle of several. */
async function response(page, act, times = 7) {
  const taken = [];
  for (let turn = 0; turn < times; ++turn) {
    taken.push(await page.evaluate(async ([source, index]) => {
      const began = performance.now();
      new Function("turn", source)(index);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - began;
    }, [act, turn]));
  }
  return taken.sort((a, b) => a - b)[times >> 1];
}

test(`a transcript of ${longWords} words opens soon and stays fluent`, async () => {
  const { analysis } = await ask(server.address, `/documents/${longId}`);
  assert.ok(analysis.text.split(/\s+/).length >= longWords);
  const page = await openPage(browser, server.address);
  const began = Date.now();
  await page.goto(`/documents/${longId}`);
  await page.waitForSelector(".published");
  const opened = Date.now() - began;
  const pieces = await page.locator("[data-f]").count();
  const point = "const all = document.querySelectorAll('.published [data-f]'); all[turn * 40 % all.length].dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))";
  const pointing = await response(page, point);
  const jumping = await response(page, "const all = document.querySelectorAll('.published [data-f]'); all[Math.floor((turn + 1) * all.length / 9)].scrollIntoView()");
  const walking = await response(page, "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))");
  console.log(`opened in ${opened} ms, ${pieces} pieces; pointing ${pointing.toFixed()} ms, jumping ${jumping.toFixed()} ms, walking ${walking.toFixed()} ms`);
  assert.ok(opened < openWithin, `opened in ${opened} ms`);
  assert.ok(pointing < stepWithin, `pointing took ${pointing} ms`);
  assert.ok(jumping < 4 * stepWithin, `jumping took ${jumping} ms`);
  assert.ok(walking < 4 * stepWithin, `walking took ${walking} ms`);
  await page.close();
});
