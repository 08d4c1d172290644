// What is written for other programs is read by theirs: CSL-JSON and BibTeX by Citation.js and citeproc, Atom by a feed
// parser, the data package by the Frictionless library, which holds it against its profile and each row against its schema.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import datapackage from "datapackage";
import { parseAtomFeed } from "feedsmith";

import { serveRecord } from "./program.mjs";

const odd = {
  id: "odd", title: "Prices & quotas: 50% of {grain}_export #1 ~ a^b \\ $5 🎉 Übergabe", date: "2024-03-02T10:00", publisher: "Foreign and Commonwealth Office & Partners",
  country: "GBR", language: "en", url: "https://office.example/news?id=1&lang=en_GB#top",
  text: "LONDON, 2 March\n\nForeign Minister Ada Lund met with Prime Minister Bo Holm in London on 1 March 2024.\n\nAda Lund said: \"Our trade has grown by 50% & we will open a <third> crossing – “soon”.\"\n",
};
const bare = { id: "bare", text: "President Eva Berg spoke by telephone with President Jan Novak. They discussed grain.\n" };
const report = { id: "a report/2", title: "Report", date: "2019-05-04", publisher: "Presidency", url: "ftp://files.example/x", text: "President Eva Berg received Minister Carl Dahl. They discussed grain.\n" };

let server, statement;
const api = (path) => `${server.address}/api/v1${path}`;

async function get(path) {
  const response = await fetch(api(path));
  assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
  return response;
}

async function post(path, body) {
  return fetch(api(path), { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

before(async () => {
  server = await serveRecord([odd, bare, report]);
  const { analysis } = await (await get("/documents/odd")).json();
  statement = analysis.statements[0];
});
after(async () => assert.equal(await server?.stop(), 0));

test("CSL-JSON is read and cited by citeproc", async () => {
  const csl = await (await get(`/documents/odd/cite?format=csl&begin=${statement.begin}&end=${statement.end}`)).json();
  const cite = new Cite(csl);
  const [item] = cite.data;
  assert.equal(item.title, odd.title);
  assert.deepEqual(item.author, [{ literal: odd.publisher }]);
  assert.deepEqual(item.issued["date-parts"], [[2024, 3, 2]]);
  assert.equal(item.type, "webpage");
  assert.match(item.URL, /^https:\/\/office\.example\/news\?id=1&lang=en_GB#:~:text=/);
  assert.match(item.annote, /50% & we will open a <third> crossing – ‘soon’.*said by Ada Lund, in this account/);
  const line = cite.format("bibliography", { template: "apa", lang: "en-US", format: "text" });
  assert.match(line, /^Foreign and Commonwealth Office & Partners\. \(2024, March 2\)\. Prices & quotas: 50% of \{grain\}_export #1/);
});

test("what is unknown is left out of CSL-JSON, and an address that is not of the web", async () => {
  const [item] = await (await get("/documents/bare/cite?format=csl")).json();
  assert.deepEqual(Object.keys(item).sort(), ["accessed", "genre", "id", "language", "title", "type"].filter((key) => key in item).sort());
  assert.match(item.title, /^\[Untitled /);
  assert.equal(item.type, "document");
  const [old] = await (await get("/documents/a%20report%2F2/cite?format=csl")).json();
  assert.deepEqual(old.issued["date-parts"], [[2019, 5, 4]]);
  assert.equal(old.URL, undefined);
  for (const one of [item, old]) assert.ok(new Cite([one]).format("bibliography", { template: "apa", format: "text" }).length > 3);
});

test("BibTeX is read with its escapes, its institution whole", async () => {
  const text = await (await get(`/documents/odd/cite?format=bibtex&begin=${statement.begin}&end=${statement.end}`)).text();
  const [item] = new Cite(text).data;
  // In braces it is one name; Citation.js keeps a name that it does not take apart as a family's.
  assert.equal(item.author.length, 1, text);
  assert.equal(item.author[0].literal ?? item.author[0].family, odd.publisher, text);
  assert.equal(item.title.replace(/<[^>]*>/g, ""), odd.title);
  assert.match(item.note, /50% & we will open/);
  assert.match(item.URL, /id=1&lang=en_GB#:~:text=/);
  assert.deepEqual(item.issued["date-parts"][0].slice(0, 2), [2024, 3]);
  const [old] = new Cite(await (await get("/documents/a%20report%2F2/cite?format=bibtex")).text()).data;
  assert.deepEqual(old.issued["date-parts"][0].slice(0, 2), [2019, 5]);
  assert.equal(new Cite(await (await get("/documents/bare/cite?format=bibtex")).text()).data.length, 1);
});

test("a passage that does not lie in the text is refused", async () => {
  const beyond = await fetch(api("/documents/odd/cite?begin=5&end=100000"));
  assert.equal(beyond.status, 404);
  assert.match((await beyond.json()).detail, /the text has \d+ characters/);
  assert.equal((await fetch(api("/documents/odd/cite?begin=9&end=9"))).status, 404);
});

test("an encounter is cited once an account, with the words that tell of it", async () => {
  const { encounters } = await (await get("/encounters?told=all")).json();
  for (const encounter of encounters) {
    const { citations } = await (await get(`/encounters/${encounter.id}/cite`)).json();
    assert.equal(citations.length, encounter.accounts);
    assert.ok(citations.some((one) => one.quote === encounter.quote));
  }
});

test("saved searches are kept, checked, told apart and forgotten", async () => {
  const made = await post("/searches", { name: "Grain", what: "documents", query: "?q=grain&publisher=" });
  assert.equal(made.status, 200);
  const search = await made.json();
  assert.match(search.id, /^q-/);
  assert.equal(search.query, "q=grain");
  assert.equal((await post("/searches", { name: "Grain", what: "statements", query: "" })).status, 409);
  for (const [body, parameter] of [
    [{ name: "x", what: "documents", query: "speeker=a" }, "speeker"], [{ name: "x", what: "documents", query: "from=2024-02-31" }, "from"],
    [{ name: " ", what: "documents", query: "" }, "name"], [{ name: "x", what: "pictures", query: "" }, "what"], [{ name: "x", what: "documents", query: "a=%zz" }, "query"],
  ]) {
    const refused = await post("/searches", body);
    assert.equal(refused.status, 400, JSON.stringify(body));
    assert.equal((await refused.json()).parameter, parameter);
  }
  assert.deepEqual((await (await get("/searches")).json()).searches, [search]);
  assert.equal((await fetch(api(`/searches/${search.id}`), { method: "DELETE" })).status, 204);
  assert.equal((await fetch(api(`/searches/${search.id}`), { method: "DELETE" })).status, 404);
  assert.equal((await fetch(api(`/searches/${search.id}/feed.atom`))).status, 404);
});

const asked = [["documents", "q=grain", 3], ["statements", "", 1], ["encounters", "told=main", 3], ["documents", "q=nothingatall", 0]];
for (const [what, query, entries] of asked) {
  test(`the feed of ${what} ${query} is read by a feed parser, and is not sent twice`, async () => {
    const search = await (await post("/searches", { name: `<${what}> & "${query}"`, what, query })).json();
    const response = await get(`/searches/${search.id}/feed.atom`);
    assert.match(response.headers.get("content-type"), /^application\/atom\+xml/);
    const feed = parseAtomFeed(await response.text());
    assert.equal(feed.title.value, search.name);
    assert.match(feed.id, /^tag:chancery\.invalid,2026:q-/);
    assert.equal(feed.links.find((link) => link.rel === "self").href, api(`/searches/${search.id}/feed.atom`));
    assert.ok((feed.entries ?? []).length >= Math.min(1, entries) && (feed.entries ?? []).length <= 3);
    if (what === "documents") assert.equal((feed.entries ?? []).length, entries);
    for (const entry of feed.entries ?? []) {
      assert.match(entry.id, new RegExp(`^tag:chancery\\.invalid,2026:${search.id}/`));
      assert.ok(entry.authors[0].name && !Number.isNaN(Date.parse(entry.updated)));
      const room = entry.links.find((link) => link.rel === "alternate").href;
      assert.equal((await fetch(room)).status, 200);
      assert.match(entry.summary.value ?? entry.summary, /the account of /i);
    }
    const again = await fetch(api(`/searches/${search.id}/feed.atom`), { headers: { "if-none-match": response.headers.get("etag") } });
    assert.equal(again.status, 304);
  });
}

test("the data package holds to its profile, and every row to its schema and its document", async () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-package-"));
  try {
    const first = Buffer.from(await (await get("/export?what=all")).arrayBuffer());
    const second = Buffer.from(await (await get("/export?what=all&format=datapackage")).arrayBuffer());
    assert.ok(first.equals(second), "the same record gave other bytes");
    const file = join(folder, "record.zip");
    writeFileSync(file, first);
    const read = await datapackage.Package.load(file);
    assert.deepEqual(read.errors, []);
    assert.equal(read.valid, true);
    assert.deepEqual(read.resourceNames, ["documents", "encounters", "statements", "figures", "commitments", "courtesies", "points"]);
    const documents = await read.getResource("documents").read({ keyed: true });
    assert.deepEqual(documents.map((row) => row.id).sort(), ["a report/2", "bare", "odd"]);
    for (const resource of read.resources) {
      assert.deepEqual(resource.errors, []);
      // Casts every cell and checks constraints, keys and foreign keys; throws where one does not hold.
      const rows = await resource.read({ keyed: true, relations: resource.name !== "documents" });
      if (resource.name === "statements") assert.equal(rows.length, 1);
    }
    assert.equal((await fetch(api("/export?what=documents&format=datapackage"))).status, 400);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
