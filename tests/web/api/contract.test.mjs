// Holds api/openapi.yaml and the running server against each other: every path, parameter and kind of answer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Contract } from "./contract.mjs";
import { serveRecord } from "./program.mjs";

const contract = new Contract(new URL("../../../api/openapi.yaml", import.meta.url));
let server;
let ids;

const reception = {
  id: "baku/2017-11-19", title: "President received the Foreign Minister of Russia", date: "2017-11-19", publisher: "Presidency of Azerbaijan",
  country: "AZE", language: "en", url: "https://president.example/news/1",
  text: "Baku, November 19\n\nPresident Ilham Aliyev received Russian Foreign Minister Sergey Lavrov.\n\nSergey Lavrov said: \"Our trade has grown by more than 10 per cent this year.\"\n\nThe President asked the minister to convey his greetings to Vladimir Putin.\n",
};
const call = {
  id: "call-1", title: "Telephone conversation with the President of France", date: "2018-03-02", publisher: "Presidency of Russia", country: "RUS", language: "en",
  text: "Vladimir Putin spoke by telephone with President of France Emmanuel Macron. The two leaders discussed the situation in Syria. They agreed to meet in May.\n",
};
const answer = {
  id: "call-2", title: "The President spoke with the President of Russia", date: "2018-03-02", publisher: "Presidency of France", country: "FRA", language: "en",
  text: "President of France Emmanuel Macron spoke by telephone with President Vladimir Putin on 2 March 2018. They discussed the situation in Syria and the price of gas.\n",
};

async function ask(path, query = "") {
  const response = await fetch(server.address + contract.root + path + (query ? `?${query}` : ""));
  return { status: response.status, type: response.headers.get("content-type") ?? "", body: await response.text() };
}

async function expectAsDescribed(path, address, query, status) {
  const answer = await ask(address, query);
  const what = `${address}?${query}`;
  assert.equal(answer.status, status, `${what}: ${answer.body.slice(0, 500)}`);
  const faults = contract.faults(path, answer.status, answer.type, answer.body);
  assert.deepEqual(faults, [], `${what}\n${faults.join("\n")}`);
  return answer;
}

before(async () => {
  server = await serveRecord([reception, call, answer], { "broken.jsonl": "{\"id\": \"no text\"\n" });
  const documents = JSON.parse((await ask("/search")).body).documents;
  const encounters = JSON.parse((await ask("/encounters", "told=all")).body).encounters;
  const several = encounters.filter((encounter) => encounter.accounts > 1).map((encounter) => encounter.id);
  const people = JSON.parse((await ask("/people")).body).people;
  const saved = await fetch(server.address + contract.root + "/searches", {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ name: "Trade", what: "documents", query: "q=trade" }),
  });
  const { commitments } = JSON.parse((await ask("/commitments")).body);
  ids = {
    "/documents/{id}/commitments/{commitment}/follow-ups": commitments.map((one) => [one.document.id, one.id]),
    "/searches/{id}": [(await saved.json()).id],
    "/documents/{id}": documents.map((hit) => hit.id), "/encounters/{id}": encounters.map((encounter) => encounter.id), "/encounters/{id}/compare": several,
    "/people/{name}": people.map((person) => person.name), "/pairs/{a}": [["AZE", "RUS"], ["FRA", "RUS"], ["KAZ", "UZB"]],
  };
});

after(async () => assert.equal(await server?.stop(), 0, "the server did not end well"));

/** Every address of a path in this record. */
function addresses(path) {
  if (!path.includes("{")) return [path];
  const owner = path.split("/").slice(0, 3).join("/");
  return (ids[path] ?? ids[owner]).map((id) => [id].flat().reduce((address, one) => address.replace(/\{\w+\}/, encodeURIComponent(one)), path));
}

/** What a path cannot do without, but for the parameter that is tried. */
const required = (path, tried = null) => contract.parameters(path, "query").filter((parameter) => parameter.required && parameter.name !== tried)
  .map((parameter) => `${parameter.name}=${contract.samples(parameter).good[0]}`).join("&");
const joined = (...parts) => parts.filter(Boolean).join("&");

test("the record has something to show on every path", () => {
  assert.equal(ids["/documents/{id}"].length, 3);
  assert.equal(ids["/encounters/{id}/compare"].length, 1);
  assert.ok(ids["/encounters/{id}"].length > 0);
  assert.ok(ids["/people/{name}"].length > 0);
});

test("an encounter with one account has nothing to compare, and a comparison of texts is as described", async () => {
  const path = "/encounters/{id}/compare";
  const alone = ids["/encounters/{id}"].find((id) => !ids[path].includes(id));
  await expectAsDescribed(path, path.replace("{id}", encodeURIComponent(alone)), "", 404);
  const body = JSON.stringify({ a: { text: reception.text, country: "AZE" }, b: { text: call.text, country: "RUS" } });
  const response = await fetch(`${server.address}${contract.root}/compare`, { method: "POST", headers: { "content-type": "application/json" }, body });
  assert.equal(response.status, 200);
  assert.deepEqual(contract.faults("/compare", 200, response.headers.get("content-type"), await response.text()), []);
});

for (const path of contract.paths()) {
  test(`${path} answers as described`, async () => {
    for (const address of addresses(path)) await expectAsDescribed(path, address, required(path), 200);
  });

  test(`${path} knows its parameters and no others`, async () => {
    const [address] = addresses(path);
    for (const parameter of contract.parameters(path, "query")) {
      const others = required(path, parameter.name);
      const { good, bad } = contract.samples(parameter);
      for (const value of good) {
        const answer = await ask(address, joined(others, `${parameter.name}=${encodeURIComponent(value)}`));
        // A parameter of /export may belong to another `what`; the answer then names it.
        if (path === "/export" && answer.status === 400) assert.equal(JSON.parse(answer.body).parameter, parameter.name);
        else assert.equal(answer.status, 200, `${parameter.name}=${value}: ${answer.body.slice(0, 300)}`);
      }
      for (const value of bad) {
        const answer = await expectAsDescribed(path, address, joined(others, `${parameter.name}=${encodeURIComponent(value)}`), 400);
        assert.equal(JSON.parse(answer.body).parameter, parameter.name);
      }
      if (contract.resolved(parameter.schema).type !== "array") {
        await expectAsDescribed(path, address, joined(others, `${parameter.name}=${good[0]}&${parameter.name}=${good[0]}`), 400);
      }
    }
    const unknown = await expectAsDescribed(path, address, joined(required(path), "no-such-parameter=1"), 400);
    assert.equal(JSON.parse(unknown.body).parameter, "no-such-parameter");
  });
}

test("what is not in the record is a problem document", async () => {
  for (const path of contract.paths().filter((one) => one.includes("{"))) {
    await expectAsDescribed(path, path.replaceAll(/\{\w+\}/g, "no-such-thing"), "", 404);
  }
});

test("searches with every combination of filters are as described", async () => {
  for (const query of [
    "q=trade", "q=trade&scope=statements", "q=nothingatall", "q=\"", "publisher=Presidency+of+Russia&year=2018", "speaker=Lavrov&q=trade", "about=FRA",
    "country=AZE&kind=readout&kind=other", "from=2018-01-01&to=2018-12-31", "q=presid&typing=true", "page=2&limit=1",
  ]) {
    await expectAsDescribed("/search", "/search", query, 200);
  }
});

async function send(path, value, mediaType = "application/json") {
  const response = await fetch(server.address + contract.root + path, {
    method: "POST", headers: { "content-type": mediaType }, body: typeof value === "string" ? value : JSON.stringify(value),
  });
  const answer = { status: response.status, type: response.headers.get("content-type") ?? "", body: await response.text() };
  const faults = contract.faults(path, answer.status, answer.type, answer.body, "post");
  assert.deepEqual(faults, [], `POST ${path} ${answer.status}\n${answer.body.slice(0, 500)}`);
  return { status: answer.status, value: JSON.parse(answer.body) };
}

test("corrections are made, taken back, done again and shared as described", async () => {
  const id = ids["/documents/{id}"][0];
  const fact = JSON.parse((await ask(`/documents/${encodeURIComponent(id)}`)).body).analysis.events[0].id;
  const wanted = { corrections: [{ action: "reject", document: id, fact, why: "a test", seen: 0 }] };
  assert.deepEqual(contract.faultsOfBody("/corrections", wanted), []);
  const made = await send("/corrections", wanted);
  assert.equal(made.status, 200);
  await expectAsDescribed("/documents/{id}", `/documents/${encodeURIComponent(id)}`, "", 200);
  const conflict = await send("/corrections", wanted);
  assert.equal(conflict.status, 409);
  assert.equal(conflict.value.theirs.number, made.value.corrections[0].number);
  const numbers = { numbers: [made.value.corrections[0].number] };
  assert.deepEqual(contract.faultsOfBody("/corrections/undo", numbers), []);
  for (const turn of ["undo", "redo", "undo"]) assert.equal((await send(`/corrections/${turn}`, numbers)).status, 200);
  assert.equal((await send("/corrections/undo", numbers)).status, 409);
  for (const path of ["/corrections", "/corrections/agreement", "/corrections/queue"]) await expectAsDescribed(path, path, "", 200);
  const lines = (await ask("/corrections/export")).body;
  assert.deepEqual((await send("/corrections/import", lines + "x\n", "application/x-ndjson")).value, { taken: 0, known: 1, refused: [{ line: 2, why: "it is no JSON" }] });
});

test("accounts are parted, are candidates then, and are joined again", async () => {
  const together = JSON.parse((await ask("/encounters")).body).encounters.find((one) => one.accounts === 2);
  const parting = { corrections: [{ action: "part_account", document: together.document.id, fact: together.event, why: "a test" }] };
  assert.deepEqual(contract.faultsOfBody("/corrections", parting), []);
  const parted = (await send("/corrections", parting)).value.corrections[0];
  const path = "/encounters/{id}/candidates";
  const candidates = async (id) => JSON.parse((await expectAsDescribed(path, path.replace("{id}", encodeURIComponent(id)), "", 200)).body);
  const { total, candidates: [candidate] } = await candidates(parted.other_encounter);
  assert.equal(total, 1);
  assert.equal(candidate.against, "a person parted them");
  assert.notEqual(candidate.encounter.event, together.event);
  const joining = { corrections: [{ action: "join_encounters", encounter: parted.other_encounter, other_encounter: candidate.encounter.id, why: "a test" }] };
  assert.deepEqual(contract.faultsOfBody("/corrections", joining), []);
  const joined = (await send("/corrections", joining)).value.corrections[0];
  await expectAsDescribed("/encounters/{id}", `/encounters/${encodeURIComponent(joined.encounter)}`, "", 200);
  assert.equal((await candidates(joined.encounter)).total, 0);
  const lines = (await ask("/corrections/export")).body;
  assert.deepEqual((await send("/corrections/import", lines, "application/x-ndjson")).value.refused, []);
});

test("what cannot be corrected is a problem document", async () => {
  for (const path of contract.posts().filter((one) => one.startsWith("/corrections"))) {
    for (const body of ["{", "[]", "{\"no-such-member\":1}"]) {
      const answer = await send(path, body);
      assert.equal(answer.status, path.endsWith("/import") ? 415 : 400, `${path} ${body}`);
    }
  }
});

test("the description the server gives is the one checked here", async () => {
  const { body } = await ask("/openapi.yaml");
  const { parse } = await import("yaml");
  assert.deepEqual(parse(body), contract.description);
});
