// What clients get wrong, on every route that corrects, compares, saves or asks about people and days: a problem document
// that names what is wrong, nothing kept by halves, and the server goes on answering.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";

import { Contract } from "./contract.mjs";
import { chancery, serveRecord } from "./program.mjs";

const contract = new Contract(new URL("../../../api/openapi.yaml", import.meta.url));
const call = {
  id: "call-1", title: "Telephone conversation with the President of France", date: "2018-03-02", publisher: "Presidency of Russia", country: "RUS", language: "en",
  text: "Vladimir Putin spoke by telephone with President of France Emmanuel Macron. The two leaders discussed the situation in Syria. They agreed to meet in May.\n",
};
const answer = {
  id: "call-2", title: "The President spoke with the President of Russia", date: "2018-03-02", publisher: "Presidency of France", country: "FRA", language: "en",
  text: "President of France Emmanuel Macron spoke by telephone with President Vladimir Putin on 2 March 2018. They discussed the situation in Syria and the price of gas.\n",
};
const oddNames = ["Nobody Nowhere", "O'Brien\"; DROP TABLE users;--", "a\tb\n\u0001", "😀", "Путин Ψ", "习近平", "%", "*", "x".repeat(190)];
const json = { "content-type": "application/json" };
const lines = { "content-type": "application/x-ndjson" };
let server, event, reading, encounter, editor, reader;

async function ask(path, { method = "GET", body, headers = body === undefined ? {} : json } = {}) {
  const began = performance.now();
  const response = await fetch(server.address + contract.root + path, { method, headers, body: typeof body === "object" && !(body instanceof Uint8Array) ? JSON.stringify(body) : body });
  const text = await response.text();
  const took = performance.now() - began;
  const type = response.headers.get("content-type") ?? "";
  return { status: response.status, type, text, took, value: type.includes("json") && !type.includes("ndjson") ? JSON.parse(text) : null };
}

/** A problem document of that status that says `words`. */
async function refused(status, words, path, options) {
  const answer = await ask(path, options);
  const what = `${options?.method ?? "GET"} ${path.slice(0, 120)} ${JSON.stringify(options?.body ?? "").slice(0, 160)}: ${answer.status} ${answer.text.slice(0, 400)}`;
  assert.equal(answer.status, status, what);
  assert.equal(answer.type, "application/problem+json", what);
  assert.equal(answer.value.status, status, what);
  assert.ok(answer.value.detail.length > 10 && answer.value.detail.length < 3000, what);
  assert.match(answer.value.detail, words, what);
  return answer.value;
}

const post = (path, body, headers = json) => ask(path, { method: "POST", body, headers });
const refusedPost = (status, words, path, body, headers = json) => refused(status, words, path, { method: "POST", body, headers });
const wish = (more) => ({ corrections: [{ action: "confirm", document: "call-1", fact: event, ...more }] });
const kept = async () => (await ask("/corrections")).value.total;

before(async () => {
  server = await serveRecord([call, answer]);
  const { value } = await ask("/documents/call-1");
  event = value.analysis.events[0].id;
  reading = value.reading;
  encounter = (await ask("/encounters")).value.encounters[0].id;
  editor = chancery("users", "add", "ana", "--role", "editor", "--record", server.record).trim();
  reader = chancery("users", "add", "rob", "--role", "reader", "--record", server.record).trim();
});

after(async () => assert.equal(await server?.stop(), 0, "the server did not end well"));

test("names that nobody has are looked for, and not found", async () => {
  for (const name of oddNames) {
    const e = encodeURIComponent(name);
    for (const path of [`/timeline?a=${e}`, `/timeline?a=RUS&b=${e}`, `/brief?of=${e}`, `/brief?of=RUS&for=${e}`, `/people/${e}`, `/documents/${e}`, `/documents/${e}/cite`, `/documents/${e}/formulae`,
      `/encounters/${e}`, `/encounters/${e}/candidates`, `/encounters/${e}/compare`, `/encounters/${encounter}/compare?a=${e}`, `/encounters/${e}/cite`, `/compare?a=${e}&b=call-1`, `/pairs/RUS/${e}`,
      `/documents/call-1/commitments/${e}/follow-ups`, `/searches/${e}/feed.atom`]) await refused(404, /./, path);
    for (const path of [`/figures?indicator=${e}`, `/figures/series?indicator=${e}`, `/commitments?by=${e}`, `/commitments?q=${e}`, `/corrections?who=${e}`, `/corrections?document=${e}`,
      `/corrections/queue?publisher=${e}`, `/search?q=${e}`, `/search?speaker=${e}`]) {
      const found = await ask(path);
      assert.equal(found.status, 200, path);
      assert.equal(found.value.total, 0, `${path}: everything answers what nobody asked`);
    }
    assert.equal((await ask(`/searches/${e}`, { method: "DELETE" })).status, 404);
  }
  for (const path of ["/timeline?a=", "/brief?of=", "/compare?a=&b=call-1"]) await refused(400, /missing|two documents/, path);
});

test("days that do not exist, and ranges that end before they begin", async () => {
  for (const path of ["/timeline?a=RUS&", "/figures?", "/figures/series?", "/commitments?", "/encounters?", "/search?", "/matrix?", "/pairs/RUS/FRA?", "/export?what=encounters&"]) {
    assert.equal((await refused(400, /day of the calendar/, `${path}from=2022-02-31`)).parameter, "from");
    assert.equal((await refused(400, /later day than/, `${path}from=2022-01-01&to=2021-01-01`)).parameter, "from");
  }
  await refused(400, /later day than/, "/commitments?due_from=2022-01-01&due_to=2021-01-01");
  await refused(400, /day of the calendar/, "/brief?of=RUS&on=2022-02-31");
  await refused(400, /both Russia/, "/timeline?a=RUS&b=Russia");
  await refused(400, /another country than itself/, "/brief?of=RUS&for=RUS");
  await refused(404, /is no passage/, "/documents/call-1/cite?begin=5&end=2");
  await refused(400, /more than once/, "/timeline?a=RUS&a=FRA");
  await refused(431, /larger than/, `/timeline?a=${"A".repeat(20_000)}`);
});

const writes = [["/corrections", () => wish()], ["/corrections/undo", () => ({ numbers: [1] })], ["/corrections/redo", () => ({ numbers: [1] })],
  ["/searches", () => ({ name: "A", what: "documents", query: "q=x" })], ["/corrections/import", () => "{}\n", lines]];

test("who may not write, from where, and in which type", async () => {
  for (const [path, body, type = json] of writes) {
    for (const wrong of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) await refusedPost(415, /Content-Type/, path, body(), { "content-type": wrong });
    await refusedPost(401, /token/, path, body(), { ...type, authorization: "Bearer nonsense" });
    await refusedPost(403, /rob may read, but not change/, path, body(), { ...type, authorization: `Bearer ${reader}` });
    await refusedPost(403, /another site/, path, body(), { ...type, origin: "http://elsewhere.example" });
    await refusedPost(403, /not change the record/, path, body(), { ...type, "x-forwarded-for": "192.0.2.1" });
    await refused(405, /cannot be asked with PUT/, path, { method: "PUT", body: body(), headers: type });
  }
  assert.equal(await kept(), 0);
  assert.equal((await ask("/searches")).value.searches.length, 0);
});

test("bodies that are none", async () => {
  for (const path of ["/corrections", "/corrections/undo", "/corrections/redo", "/searches", "/compare"]) {
    for (const body of ["", "{", "[", "[".repeat(50_000), new Uint8Array([0xff, 0xfe])]) await refusedPost(400, /no JSON/, path, body);
    for (const body of ["[]", "null", "5", "\"x\""]) await refusedPost(400, /must be a JSON object/, path, body);
    assert.equal((await refusedPost(400, /is not known here/, path, { surprise: 1 })).parameter, "surprise");
  }
  for (const [path, body, words, member] of [
    ["/corrections", {}, /nothing to correct/, undefined], ["/corrections", { corrections: 5 }, /must be an array/, "corrections"], ["/corrections", { corrections: [5] }, /must be an object/, "corrections[0]"],
    ["/corrections", { corrections: Array(1001).fill({}) }, /more than 1000/, "corrections"], ["/corrections/undo", {}, /must be given/, "numbers"], ["/corrections/undo", { numbers: [] }, /is empty/, "numbers"],
    ["/corrections/undo", { numbers: "x" }, /must be an array/, "numbers"], ["/corrections/redo", { numbers: [1.5] }, /whole numbers/, "numbers"], ["/corrections/undo", { of: {} }, /must name/, "of"],
    ["/corrections/redo", { of: { who: "nobody" } }, /fits no correction/, "of"], ["/corrections/undo", { numbers: [99] }, /no correction 99/, undefined],
    ["/searches", { name: 5, what: "documents", query: "q=x" }, /must be a string/, "name"], ["/searches", { name: "", what: "documents", query: "q=x" }, /needs a name/, "name"],
    ["/searches", { name: "x".repeat(300), what: "documents", query: "q=x" }, /longer than 200/, "name"], ["/searches", { name: "a\u0001", what: "documents", query: "q=x" }, /one line/, "name"],
    ["/searches", { name: "A" }, /documents, statements or encounters/, "what"], ["/searches", { name: "A", what: "documents", query: "bad=1" }, /no parameter/, "bad"],
    ["/compare", { a: { text: "x" } }, /is missing/, "b"], ["/compare", { a: "x", b: "y" }, /must be an object/, "a"], ["/compare", { a: { text: 5 }, b: { text: "y" } }, /must be a string/, "a.text"],
    ["/compare", { a: { text: " \n" }, b: { text: "y" } }, /holds no words/, "a.text"], ["/compare", { a: { text: "x", date: "2022-02-31" }, b: { text: "y" } }, /no day that exists/, "a.date"],
    ["/compare", { a: { text: "x", country: "Norway" }, b: { text: "y" } }, /ISO 3166-1/, "a.country"],
  ]) assert.equal((await refusedPost(400, words, path, body)).parameter, member, path + JSON.stringify(body).slice(0, 80));
  const read = await post("/corrections/import", "hello\n[]\n{}\n", lines);
  assert.deepEqual([read.status, read.value.taken, read.value.refused.map((one) => one.line)], [200, 0, [1, 2, 3]]);
});

test("corrections that cannot be are refused whole", async () => {
  for (const [more, words] of [
    [{ action: "explode" }, /is no correction/], [{ action: 5 }, /must be a string/], [{ document: "" }, /"corrections\[0\].document" is missing/], [{ document: "nope" }, /no document nope/],
    [{ fact: "" }, /"corrections\[0\].fact" is missing/], [{ fact: "x".repeat(5000) }, /longer than/], [{ action: "change" }, /has no field ""/], [{ action: "change", field: "nothing", value: "x" }, /it has: type/],
    [{ action: "change", field: "time.from", value: "2022-02-31" }, /day that exists/], [{ action: "change", field: "place.name", value: "a\u0001b" }, /words on one line/],
    [{ action: "change", field: "place.name", value: "x".repeat(5000) }, /longer than/], [{ why: "w".repeat(5000) }, /longer than/], [{ why: "a\u0001" }, /control characters/], [{ seen: -1 }, /whole number/],
    [{ seen: "x" }, /whole number/], [{ action: "join_people" }, /no person/], [{ action: "join_encounters", encounter, other_encounter: encounter }, /one encounter already/], [{ surprise: 1 }, /not known here/],
  ]) await refusedPost(400, words, "/corrections", wish(more));
  await refusedPost(409, /may have been made anew/, "/corrections", { corrections: [...wish().corrections, ...wish({ fact: "v-nope" }).corrections] });
  assert.equal(await kept(), 0, "half of a request was kept");
});

test("two people correct one fact: the second is told of the first", async () => {
  const channel = (value, token, seen = 0) => post("/corrections", wish({ action: "change", field: "channel", value, seen }), { ...json, authorization: `Bearer ${token}` });
  const both = await Promise.all([channel("phone", editor), post("/corrections", wish({ action: "change", field: "channel", value: "video", seen: 0 }))]);
  assert.deepEqual(both.map((one) => one.status).sort(), [200, 409]);
  const [first, second] = both.sort((x, y) => x.status - y.status);
  assert.equal(second.value.theirs.number, first.value.corrections[0].number);
  assert.equal(second.value.theirs.value, first.value.corrections[0].value);
  assert.match(second.value.detail, /after you looked/);
  assert.equal(await kept(), 1);
  assert.equal((await channel("phone", editor, first.value.corrections[0].number)).status, 200, "whoever has seen it may go on");
});

test("a fact that was made anew meanwhile", async () => {
  assert.equal((await post("/corrections", wish({ reading }))).status, 200);
  chancery("reread", "--all", "--record", server.record);
  assert.equal((await refusedPost(409, /read anew since you looked/, "/corrections", wish({ reading }))).theirs, null);
  const now = (await ask("/documents/call-1")).value.reading;
  assert.equal((await post("/corrections", wish({ reading: now }))).status, 200);
});

test("texts too long, in another language, or with broken characters", async () => {
  const compare = (text) => post("/compare", { a: { text }, b: { text: call.text } });
  for (const [text, note] of [["Владимир Путин провёл телефонный разговор с Президентом Франции. Обсуждалась ситуация в Сирии.", /\(ru\)/],
    ["Президент України провів телефонну розмову з Президентом Франції. Вони обговорили ситуацію в Сирії.", /\(uk\)/], ["国家主席同法国总统通电话。双方就叙利亚局势交换了意见。", /\(zh\)/], ["😀".repeat(500), /no points/], ["a\0b", /no points/]]) {
    const { status, value } = await compare(text);
    assert.equal(status, 200);
    assert.ok(value.notes.some((one) => note.test(one)), `${text.slice(0, 20)}: ${value.notes}`);
  }
  const long = "The President met the Minister of Foreign Affairs of France in Baku on 3 May 2021 and discussed trade. ".repeat(97_000);
  const comparing = compare(long);
  const meanwhile = await ask("/status");
  assert.ok(meanwhile.took < 3000, `others wait ${meanwhile.took} ms`);
  assert.equal((await comparing).value.a.text.length, long.length);
  // More than is taken: the answer comes although the whole body is sent first.
  await refusedPost(413, /larger than/, "/compare", { a: { text: "a".repeat(14_000_000) }, b: { text: "b" } });
  await refusedPost(413, /larger than/, "/corrections", "x".repeat(3_000_000));
});

test("a record that another program is writing to is read, and writing says why it has to wait", async () => {
  const script = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],isolation_level=None)\nc.execute('BEGIN IMMEDIATE')\nprint('held',flush=True)\nsys.stdin.read()";
  const writer = spawn("python3", ["-c", script, server.record], { stdio: ["pipe", "pipe", "inherit"] });
  await new Promise((resolve) => writer.stdout.once("data", resolve));
  const before = await kept();
  const waiting = refusedPost(503, /another program has kept .* try again/, "/corrections", wish());
  const timeline = await ask("/timeline?a=RUS");
  assert.equal(timeline.status, 200);
  assert.ok(timeline.took < 2000, `reading waits ${timeline.took} ms`);
  await waiting;
  writer.stdin.end();
  await new Promise((resolve) => writer.on("exit", resolve));
  assert.equal(await kept(), before);
  assert.equal((await post("/corrections", wish())).status, 200);
});
