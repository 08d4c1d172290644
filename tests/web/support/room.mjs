// The real server and a real browser. Whatever a page complains of - a script error, a refused style, a request to
// another site - fails the test that opened it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chromium } from "playwright-core";

import { program } from "./record.mjs";

export async function serve(record, { arguments: more = [], environment = {} } = {}) {
  const assets = process.env.CHANCERY_ASSETS ? ["--assets", process.env.CHANCERY_ASSETS] : [];
  const server = spawn(program, ["serve", "--record", record, "--port", "0", "--json", ...assets, ...more], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const address = await new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk) => {
      said += chunk;
      const found = /"address":\s*"([^"]+?)\/?"/.exec(said);
      if (found) resolve(found[1]);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    ended.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    address,
    stop() {
      server.kill("SIGTERM");
      return ended;
    },
  };
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  });
}

export const wide = { width: 1440, height: 900 };
export const narrow = { width: 360, height: 740 };

/** A page of its own context on the server. `expected`: complaints that the test is about. */
export async function openPage(browser, address, { viewport = wide, colorScheme = "light", expected = [], ...context } = {}) {
  const room = await browser.newContext({ baseURL: address, viewport, colorScheme, reducedMotion: "reduce", ...context });
  const page = await room.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  const complain = (what) => {
    if (!expected.some((pattern) => pattern.test(what))) complaints.push(what);
  };
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complain(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complain(`error: ${error.stack ?? error}`));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== new URL(address).origin && protocol !== "data:" && protocol !== "blob:") complain(`request to another site: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  page.close = ((close) => async () => {
    await close.call(page);
    await room.close();
    assert.deepEqual(complaints, []);
  })(page.close);
  return page;
}

/** Waits until the page shows what it was asked for; a change of the address is drawn within two frames. */
export async function settled(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.waitForFunction(() => document.querySelector("main") && !document.querySelector(".state-loading, [aria-busy=true]"));
}

export async function go(page, path) {
  await page.goto(path);
  await settled(page);
}

export async function ask(address, path) {
  const response = await fetch(`${address}/api/v1${path}`);
  assert.equal(response.status, 200, path);
  return response.json();
}
