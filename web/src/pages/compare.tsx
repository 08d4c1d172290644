/** Two accounts side by side: of an encounter, of two documents of the record, or two texts put in here. */
import { useEffect, useState } from "preact/hooks";

import { api, ApiError, paths } from "../api";
import { useAnswer } from "../answers";
import { otherSide, type CompareAnswer, type Side } from "../compare/answer";
import { askCompared, comparePath, compareTexts } from "../compare/client";
import { emptySide, keepDraft, keptDraft, type Draft } from "../compare/draft";
import { CompareForm } from "../components/compare-form";
import { Compared } from "../components/compared";
import { Failed, Loading } from "../components/state";
import { addresses, navigate, only } from "../router";
import { strings as shared } from "../strings";
import { strings } from "../strings/compare";
import type { EncounterView } from "../types";

function heading(answer: CompareAnswer | null): string {
  if (!answer) return strings.title;
  return strings.heading(answer.a.publisher || strings.texts.a, answer.b.publisher || strings.texts.b);
}

function Title({ answer }: { answer: CompareAnswer | null }) {
  useEffect(() => {
    document.title = `${heading(answer)} · ${shared.name}`;
  }, [answer]);
  return <h1 tabIndex={-1}>{heading(answer)}</h1>;
}

/** What stands on each side, as addresses name it; which accounts the server chose is in its answer. */
function comparedOf(query: URLSearchParams, encounter: EncounterView | null, answer: CompareAnswer): Record<Side, string> {
  const shown = (side: Side) => query.get(side) ?? encounter?.all_accounts.find((one) => one.document.id === answer[side].document)?.event ?? "";
  return { a: shown("a"), b: shown("b") };
}

/** Which two accounts of an encounter that has more; the one chosen on the other side changes places with it. */
function ChooseAccounts({ encounter, answer, query }: { encounter: EncounterView; answer: CompareAnswer; query: URLSearchParams }) {
  const accounts = encounter.all_accounts;
  if (accounts.length < 3) return null;
  const chosen = comparedOf(query, encounter, answer);
  const choose = (side: Side, event: string) => {
    const rest = event === chosen[otherSide(side)] ? chosen[side] : chosen[otherSide(side)];
    navigate(addresses.compare({ encounter: encounter.id, a: side === "a" ? event : rest, b: side === "b" ? event : rest }));
  };
  return (
    <div class="ledger-filters choose-accounts">
      {(["a", "b"] as const).map((side) => (
        <div class="field">
          <label for={`account-${side}`}>{strings.account[side]}</label>
          <select id={`account-${side}`} value={chosen[side]} onChange={(event) => choose(side, event.currentTarget.value)}>
            {accounts.map((account) => (
              <option value={account.event}>{[account.document.publisher ?? shared.unknownPublisher, account.document.title ?? ""].filter(Boolean).join(": ")}</option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}

/** What the record holds: its address says what is compared. */
function OfRecord({ path, query }: { path: string; query: URLSearchParams }) {
  const number = query.get("encounter");
  const { value, error, again } = useAnswer(path, (signal) => askCompared(path, signal));
  const encounter = useAnswer(number ? paths.encounter(number) : null, (signal) => api.encounter(number!, signal));
  if (error) return <Failed error={error} again={again} missing={strings.missing} heading />;
  if (!value) return <Loading />;
  const { a, b } = comparedOf(query, encounter.value, value);
  return (
    <>
      <Title answer={value} />
      <p class="compare-ways">
        {number ? <a href={addresses.encounter(number)}>{strings.encounter}</a> : null}
        {a && b ? <a href={addresses.compare({ ...(number ? { encounter: number } : {}), a: b, b: a })}>{strings.swap}</a> : null}
        <a href={addresses.compare()}>{strings.form.change}</a>
      </p>
      {encounter.value ? <ChooseAccounts encounter={encounter.value} answer={value} query={query} /> : null}
      <Compared answer={value} ofRecord />
    </>
  );
}

// The last answer for what stands in the form, so that going back from a document shows it again.
let answered: { draft: Draft; answer: CompareAnswer } | null = null;

/** One document named in the address takes the place of the first text. */
function useNamedDocument(id: string, put: (document: { id: string; title: string; publisher: string }) => void): ApiError | null {
  const { value, error } = useAnswer(id ? paths.document(id, null) : null, (signal) => api.document(id, null, signal));
  useEffect(() => {
    if (value) put({ id: value.id, title: value.title ?? shared.untitled, publisher: value.publisher ?? "" });
  }, [value]);
  return error;
}

function OfTexts({ query }: { query: URLSearchParams }) {
  const [draft, setDraft] = useState<Draft>(keptDraft);
  const [answer, setAnswer] = useState<CompareAnswer | null>(() => (answered && !query.has("a") ? answered.answer : null));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const unknown = useNamedDocument(query.get("a") ?? query.get("b") ?? "", (document) => {
    const side = query.has("a") ? "a" : "b";
    const next = { ...draft, [side]: { ...emptySide(), document } };
    keepDraft(next);
    setDraft(next);
  });
  const submit = async () => {
    const { a, b } = draft;
    if (a.document && b.document) return navigate(addresses.compare({ a: a.document.id, b: b.document.id }));
    setBusy(true);
    setFailure(null);
    try {
      const found = await compareTexts(draft);
      answered = { draft, answer: found };
      setAnswer(found);
      scrollTo(0, 0);
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError(-1, String(error)));
    } finally {
      setBusy(false);
    }
  };
  if (failure?.status === 401) return <Failed error={failure} again={submit} heading />;
  if (answer) {
    return (
      <>
        <Title answer={answer} />
        <p class="compare-ways">
          <button type="button" class="quiet" onClick={() => (setAnswer(null), (answered = null))}>
            {strings.form.again}
          </button>
        </p>
        <Compared answer={answer} ofRecord={false} />
      </>
    );
  }
  const told = failure ?? unknown;
  return (
    <>
      <Title answer={null} />
      <p class="lead">{strings.lead}</p>
      <CompareForm draft={draft} onDraft={setDraft} onSubmit={submit} busy={busy} failure={told ? (told.status === 0 ? shared.error.gone : (told.detail ?? told.message)) : ""} />
    </>
  );
}

export function Compare({ query: given }: { query: URLSearchParams }) {
  const query = only(given, ["a", "b", "encounter"]);
  const path = comparePath(query);
  return <div class="ledger compare">{path ? <OfRecord key={path} path={path} query={query} /> : <OfTexts key={query.toString()} query={query} />}</div>;
}
