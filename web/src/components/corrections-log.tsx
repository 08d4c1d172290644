/** The log: who corrected what, when and why, with before and after; chosen ones are taken back or done again together. */
import { useState } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { corrections, correctionPaths, type Filtered } from "../corrections";
import { fieldsOf, namesSomebody } from "../facts/fields";
import { useKeeping } from "../facts/keeping";
import { sayDay, shortened } from "../format";
import { step, useKeys } from "../keys";
import { addresses, changed, navigate } from "../router";
import { mayCorrect, useSession } from "../session";
import { nameOf, strings } from "../strings";
import { factHash } from "../text/passage";
import type { Correction } from "../types";
import { CorrectionsShare } from "./corrections-share";
import { ChangedValue, NamesContext } from "./correction-words";
import { inWords } from "./fact-lines";
import { Pager } from "./pager";
import { NotKept, ReasonConfirm } from "./reason-confirm";
import { Empty, Failed, Loading } from "./state";
import { WordField } from "./word-field";

const texts = strings.corrections.log;
const perPage = 50;
const longest = 160;

function Filters({ query }: { query: URLSearchParams }) {
  const set = (changes: Record<string, string>) => navigate(addresses.corrections(changed(query, changes)));
  const value = (name: string) => query.get(name) ?? "";
  return (
    <form class="ledger-filters" aria-label={texts.filters} onSubmit={(event) => event.preventDefault()}>
      <WordField label={texts.who} name="who" value={value("who")} onChoose={(who) => set({ who })} />
      <div class="field">
        <label for="log-kind">{texts.kind}</label>
        <select id="log-kind" value={value("kind")} onChange={(event) => set({ kind: event.currentTarget.value })}>
          <option value="">{strings.corrections.queue.any}</option>
          {Object.entries(strings.corrections.kinds).map(([kind, name]) => (
            <option value={kind}>{name}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="log-state">{texts.state}</label>
        <select id="log-state" value={value("undone")} onChange={(event) => set({ undone: event.currentTarget.value })}>
          {Object.entries(texts.states).map(([state, name]) => (
            <option value={state}>{name}</option>
          ))}
        </select>
      </div>
      {query.has("who") || query.has("kind") || query.has("undone") || query.has("document") ? (
        <a class="clear" href={addresses.corrections({ tab: "log" })}>
          {strings.ledger.clear}
        </a>
      ) : null}
    </form>
  );
}

/** Where what was corrected stands. */
function placeOf(one: Correction): string | null {
  if (one.action === "join_people" || one.action === "part_person") return one.person ? addresses.person(one.person) : null;
  if (one.encounter) return addresses.encounter(one.encounter);
  return one.document ? addresses.document(one.document.id, one.fact ? factHash(one.fact) : "") : null;
}

function sayWhat(one: Correction): string {
  const done: Record<string, string> = strings.corrections.standing.done;
  return done[one.action] ?? nameOf({}, one.action);
}

/** Of those named only ids are kept; their document knows the names. */
function ByName({ one, document }: { one: Correction; document: string }) {
  const { value } = useAnswer(paths.document(document, null), (signal) => api.document(document, null, signal));
  const names = new Map(value?.analysis.entities.map((entity) => [entity.id, entity.name ?? strings.unknown]));
  return (
    <NamesContext.Provider value={(id) => names.get(id) ?? (value ? strings.unknown : "…")}>
      <ChangedValue correction={one} />
    </NamesContext.Provider>
  );
}

function Changed({ one }: { one: Correction }) {
  const field = fieldsOf(one.fact ?? "").find(({ name }) => name === one.field);
  if (one.document && field && namesSomebody(field.control)) return <ByName one={one} document={one.document.id} />;
  return <ChangedValue correction={one} />;
}

function Row({ one, chosen, onChoose }: { one: Correction; chosen: boolean; onChoose: (() => void) | null }) {
  const place = placeOf(one);
  const label = shortened(inWords(one.label ?? ""), longest) || one.fact || one.person || "";
  const what = `${sayWhat(one)}: ${label}`;
  return (
    <tr role="row" data-row class={one.undone ? "undone" : ""}>
      {onChoose ? (
        <td role="cell" class="choose">
          <label>
            <input type="checkbox" checked={chosen} aria-label={texts.choose(what)} data-number={one.number} onChange={onChoose} />
          </label>
        </td>
      ) : null}
      <td role="cell" class="done">
        <b>{sayWhat(one)}</b> <span class="note">{nameOf(strings.corrections.kind, one.kind)}</span>
        {one.action === "change" ? (
          <span class="log-change">
            <Changed one={one} />
          </span>
        ) : null}
      </td>
      <td role="cell" class="what">
        {place ? (
          <a class="line-words" href={place} data-step>
            {label}
          </a>
        ) : (
          <span class="line-words">{label}</span>
        )}
        {one.document ? <span class="note">{one.document.title ?? one.document.id}</span> : null}
      </td>
      <td role="cell" class="why-said">{one.why ? strings.corrections.standing.because(one.why) : ""}</td>
      <td role="cell" class="told">
        {one.who} <span class="note">{sayDay(one.made)}</span>
        {one.undone ? <span class="note log-undone">{texts.takenBack(one.undone_by ?? "", sayDay(one.undone))}</span> : null}
      </td>
    </tr>
  );
}

function toggled(set: ReadonlySet<number>, value: number): Set<number> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

interface Together {
  rows: Correction[];
  chosen: ReadonlySet<number>;
  setChosen: (chosen: ReadonlySet<number>) => void;
  again: () => void;
}

/** What is done with all that are chosen. */
function Bulk({ rows, chosen, setChosen, again }: Together) {
  const [said, setSaid] = useState("");
  const keeping = useKeeping({
    onKept: (verb, kept) => {
      setSaid(strings.corrections.judge.done[verb](texts.total(kept.length)));
      setChosen(new Set());
      again();
    },
    onTheirs: again,
  });
  const picked = rows.filter((one) => chosen.has(one.number));
  const standing = picked.filter((one) => !one.undone).map((one) => one.number);
  const undone = picked.filter((one) => one.undone).map((one) => one.number);
  const undo = () => standing.length > 0 && void keeping.undo(standing);
  // In the order in which they were made.
  const redo = () => undone.length > 0 && void keeping.redo([...undone].sort((a, b) => a - b));
  /** Of the row that has the focus, where none is chosen. */
  const focused = () => rows.find((one) => one.number === Number(document.activeElement?.closest("[data-row]")?.querySelector<HTMLElement>("[data-number]")?.dataset["number"]));
  /** Chooses the row that has the focus and the one that gets it. */
  const along = (by: 1 | -1): boolean => {
    const before = focused();
    if (!step(by)) return false;
    const both = [before, focused()].filter((one) => one !== undefined).map((one) => one.number);
    setChosen(new Set([...chosen, ...both]));
    return true;
  };
  useKeys({
    u: () => (standing.length > 0 ? undo() !== false : focused() && !focused()!.undone ? void keeping.undo([focused()!.number]) : false),
    U: () => (undone.length > 0 ? redo() !== false : focused()?.undone ? void keeping.redo([focused()!.number]) : false),
    " ": (event) => {
      const one = focused();
      if (!one || (event.target as Element).closest("button, input, select")) return false;
      setChosen(toggled(chosen, one.number));
      return true;
    },
    J: () => along(1),
    K: () => along(-1),
    Escape: () => {
      if (chosen.size === 0) return false;
      setChosen(new Set());
      return true;
    },
  });
  const all = rows.length > 0 && rows.every((one) => chosen.has(one.number));
  return (
    <div class="bulk" aria-busy={keeping.waiting}>
      <label class="check">
        <input type="checkbox" checked={all} onChange={() => setChosen(new Set(all ? [] : rows.map((one) => one.number)))} />
        {texts.all}
      </label>
      <button type="button" disabled={standing.length === 0 || keeping.waiting} onClick={undo}>
        {texts.undoThese(standing.length)}
      </button>
      <button type="button" disabled={undone.length === 0 || keeping.waiting} onClick={redo}>
        {texts.redoThese(undone.length)}
      </button>
      <span role="status">{said}</span>
      <NotKept error={keeping.error} />
    </div>
  );
}

/** Everything that passes the filters, on every page of the log, taken back or done again with a reason. */
function Whole({ of, undone, onDone }: { of: Filtered; undone: boolean; onDone: (what: string) => void }) {
  const [open, setOpen] = useState(false);
  const verb = undone ? "redo" : "undo";
  const { names } = texts.whole;
  if (!open) {
    return (
      <p class="bulk-whole">
        <button type="button" class="quiet" onClick={() => setOpen(true)}>
          {texts.whole[verb]} …
        </button>
      </p>
    );
  }
  return (
    <ReasonConfirm
      act={texts.whole[verb]}
      onCancel={() => setOpen(false)}
      onConfirm={async (why) => {
        const answer = await (undone ? corrections.redoAll(of, why) : corrections.undoAll(of, why));
        setOpen(false);
        onDone(strings.corrections.judge.done[verb](texts.total(answer.corrections.length)));
      }}
    >
      <p>
        {texts.wholeLead[verb]} {Object.entries(of).map(([name, value]) => `${names[name] ?? name}: ${name === "kind" ? nameOf(strings.corrections.kinds, value) : value}`).join(" · ")}
      </p>
    </ReasonConfirm>
  );
}

function filteredBy(query: URLSearchParams): Filtered | null {
  const of: Filtered = {};
  for (const name of ["document", "who", "kind"] as const) if (query.get(name)) of[name] = query.get(name)!;
  return Object.keys(of).length > 0 ? of : null;
}

export function CorrectionsLog({ query }: { query: URLSearchParams }) {
  const may = mayCorrect(useSession());
  const page = Math.max(1, Number(query.get("page")) || 1);
  const asked = new URLSearchParams({ offset: String((page - 1) * perPage), limit: String(perPage) });
  for (const name of ["document", "who", "kind", "undone"]) if (query.get(name)) asked.set(name, query.get(name)!);
  const { value, error, waiting, again } = useAnswer(correctionPaths.log(asked), (signal) => corrections.log(asked, signal));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [done, setDone] = useState("");
  const of = filteredBy(query);
  const rows = value?.corrections ?? [];
  return (
    <>
      <Filters query={query} />
      <div class={waiting && value ? "found stale" : "found"} aria-busy={waiting}>
        <p class="total" role="status">
          {value && !error ? texts.total(value.total) : ""}
        </p>
        {error ? <Failed error={error} again={again} /> : !value ? <Loading /> : null}
        {value && !error && value.total === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneHint}</p>
          </Empty>
        ) : null}
        {rows.length > 0 && may ? <Bulk rows={rows} chosen={chosen} setChosen={setChosen} again={again} /> : null}
        {rows.length > 0 && may && of ? (
          <Whole
            key={query.toString()}
            of={of}
            undone={query.get("undone") === "1"}
            onDone={(what) => {
              setDone(what);
              again();
            }}
          />
        ) : null}
        {done ? (
          <p class="desk-said" role="status">
            {done}
          </p>
        ) : null}
        {rows.length > 0 && may ? <p class="note log-keys">{texts.keys}</p> : null}
        {rows.length > 0 && !error ? (
          <table class="ledger-table log-table" role="table" aria-label={strings.corrections.tabs.log}>
            <thead role="rowgroup">
              <tr role="row">
                {may ? (
                  <th role="columnheader" scope="col" class="choose">
                    <span class="unseen">{texts.columns.choose}</span>
                  </th>
                ) : null}
                {[texts.columns.what, texts.columns.fact, texts.columns.why, texts.columns.who].map((column) => (
                  <th role="columnheader" scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((one) => (
                <Row key={one.number} one={one} chosen={chosen.has(one.number)} onChoose={may ? () => setChosen((before) => toggled(before, one.number)) : null} />
              ))}
            </tbody>
          </table>
        ) : null}
        {value ? <Pager path="/corrections" query={query} page={page} limit={perPage} total={value.total} /> : null}
      </div>
      <CorrectionsShare may={may} onTaken={again} />
    </>
  );
}
