/** Two texts to compare: pasted, dropped, opened from a file, or documents of the record. What stands here is kept. */
import { useId, useRef, useState } from "preact/hooks";

import { api } from "../api";
import { sides, type Side } from "../compare/answer";
import { emptySide, keepDraft, type Draft, type DraftSide } from "../compare/draft";
import { sayDay } from "../format";
import { strings as shared } from "../strings";
import { strings } from "../strings/compare";
import { Combobox, type Suggestion } from "./combobox";

const texts = strings.form;

async function findDocuments(words: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (!words.trim()) return [];
  const { documents } = await api.search(new URLSearchParams({ q: words.trim(), typing: "true", limit: "8" }), signal);
  return documents.map((one) => ({
    value: JSON.stringify({ id: one.id, title: one.title ?? shared.untitled, publisher: one.publisher ?? "" }),
    label: one.title ?? shared.untitled,
    note: [one.publisher, sayDay(one.day ?? one.published)].filter(Boolean).join(", "),
  }));
}

function documentOf(value: string): DraftSide["document"] {
  try {
    const { id, title, publisher } = JSON.parse(value) as { id: string; title: string; publisher: string };
    return typeof id === "string" ? { id, title, publisher } : null;
  } catch {
    return null;
  }
}

/** Null where the file is no text: a NUL or many broken characters. */
async function textOf(file: File): Promise<string | null> {
  const text = await file.text();
  const broken = text.slice(0, 4000).match(/[\u0000\uFFFD]/g)?.length ?? 0;
  return text.includes("\u0000") || broken > 20 ? null : text.replace(/^\uFEFF/, "");
}

interface SideProperties {
  side: Side;
  value: DraftSide;
  problem: string;
  onChange: (value: DraftSide) => void;
}

function Details({ value, onChange }: { value: DraftSide; onChange: (value: DraftSide) => void }) {
  const id = useId();
  const field = (name: "title" | "publisher" | "date", label: string, type: "text" | "date") => (
    <div class="field">
      <label for={`${id}-${name}`}>{label}</label>
      <input id={`${id}-${name}`} type={type} value={value[name]} max={type === "date" ? "9999-12-31" : undefined} autocomplete="off" onInput={(event) => onChange({ ...value, [name]: event.currentTarget.value })} />
    </div>
  );
  return (
    <div class="draft-details">
      {field("publisher", texts.publisher, "text")}
      {field("date", texts.date, "date")}
      {field("title", texts.titleField, "text")}
    </div>
  );
}

function TextField({ side, value, problem, onChange }: SideProperties) {
  const id = useId();
  const [refused, setRefused] = useState("");
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = await textOf(file);
    setRefused(text === null ? texts.noText : "");
    if (text !== null) onChange({ ...value, text });
  };
  const told = problem || refused;
  return (
    <div
      class="draft-text"
      onDragOver={(event) => event.dataTransfer?.types.includes("Files") && event.preventDefault()}
      onDrop={(event) => {
        const file = event.dataTransfer?.files[0];
        if (!file) return;
        event.preventDefault();
        void take(file);
      }}
    >
      <label for={`${id}-text`}>
        {texts.text} <span class="hint">{texts.textHint}</span>
      </label>
      <textarea
        id={`${id}-text`}
        data-side={side}
        rows={11}
        spellcheck={false}
        value={value.text}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-told`}
        onInput={(event) => onChange({ ...value, text: event.currentTarget.value })}
      />
      <p class="draft-told" id={`${id}-told`}>
        {told ? <span role="alert" class="refused">{told}</span> : <span class="note">{value.text ? texts.size(value.text.length) : ""}</span>}
        <label class="file">
          <span>{texts.file}</span>
          <input
            type="file"
            accept=".txt,.md,text/*"
            onChange={(event) => {
              const { files } = event.currentTarget;
              void take(files?.[0]);
              event.currentTarget.value = "";
            }}
          />
        </label>
      </p>
      <Details value={value} onChange={onChange} />
    </div>
  );
}

function SideField(given: SideProperties) {
  const { side, value, onChange } = given;
  // Words typed that name no document leave the side as it is.
  const take = (chosen: string) => {
    const document = documentOf(chosen);
    if (document) onChange({ ...value, document });
  };
  return (
    <fieldset class="draft-side">
      <legend>
        <span class="letter">{strings.letter[side]}</span> {strings.texts[side]}
      </legend>
      {value.document ? (
        <div class="draft-document">
          <p class="note">{texts.chosen}</p>
          <p>
            <b>{value.document.title}</b>
          </p>
          {value.document.publisher ? <p class="note">{value.document.publisher}</p> : null}
          <button type="button" class="quiet" onClick={() => onChange({ ...value, document: null })}>
            {texts.remove}
          </button>
        </div>
      ) : (
        <>
          <TextField {...given} />
          <div class="draft-find">
            <Combobox label={texts.or} hint={texts.find} name={`document-${side}`} value="" suggest={findDocuments} listLabel={texts.found} onChoose={take} />
          </div>
        </>
      )}
    </fieldset>
  );
}

/** Longer than any release; reading more would keep one waiting for minutes. */
const mostCharacters = 1_000_000;

function problemOf(side: Side, value: DraftSide): string {
  if (isEmpty(value)) return texts.empty(strings.texts[side]);
  return !value.document && value.text.length > mostCharacters ? texts.tooLong(value.text.length, mostCharacters) : "";
}

const isEmpty = (side: DraftSide) => !side.document && side.text.trim() === "";

interface Properties {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onSubmit: () => void;
  busy: boolean;
  /** What went wrong with the last attempt. */
  failure: string;
}

export function CompareForm({ draft, onDraft, onSubmit, busy, failure }: Properties) {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Record<Side, string>>({ a: "", b: "" });
  const [kept, setKept] = useState(true);
  const change = (next: Draft) => {
    setKept(keepDraft(next));
    setProblems({ a: "", b: "" });
    onDraft(next);
  };
  const submit = () => {
    const found = { a: problemOf("a", draft.a), b: problemOf("b", draft.b) };
    setProblems(found);
    const wrong = sides.find((side) => found[side]);
    if (wrong) form.current?.querySelector<HTMLElement>(`textarea[data-side="${wrong}"]`)?.focus();
    else onSubmit();
  };
  return (
    <form
      ref={form}
      class="compare-form"
      aria-label={texts.label}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="draft-sides">
        {sides.map((side) => (
          <SideField side={side} value={draft[side]} problem={problems[side]} onChange={(value) => change({ ...draft, [side]: value })} />
        ))}
      </div>
      {failure ? (
        <div class="missing" role="alert">
          <p>
            <b>{texts.refused}</b>
          </p>
          <p>{failure}</p>
        </div>
      ) : null}
      {kept ? null : (
        <p class="note" role="status">
          {texts.notKept}
        </p>
      )}
      <p class="draft-ways">
        <button type="submit" class="primary" disabled={busy}>
          {busy ? shared.loading : texts.submit}
        </button>
        {isEmpty(draft.a) && isEmpty(draft.b) ? null : (
          <button type="button" class="quiet" onClick={() => change({ a: emptySide(), b: emptySide() })}>
            {texts.clear}
          </button>
        )}
        <span class="note">{texts.kept}</span>
      </p>
    </form>
  );
}
