/** The fields of a fact that can be changed, each with the control that fits it. Only what differs is sent. */
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { fieldsOf, heldIn, type Control, type Field } from "../facts/fields";
import { durationOf, timeFields, withEnd } from "../facts/when";
import { isDay, sayTimex } from "../format";
import type { Change } from "../facts/judging";
import { strings } from "../strings";
import type { Entity } from "../types";
import { sayField } from "./correction-words";
import { NamedField, namesOf } from "./named-field";
import { ReasonField } from "./reason-confirm";
import { CountryField } from "./side-fields";

const texts = strings.corrections.form;

/** What the fields of one fact have in common: whom its document names. */
export type Named = Pick<Entity, "id" | "name" | "type">[];

interface Asked {
  named: Named;
  control: Control;
  name: string;
  value: string;
  onChange: (value: string) => void;
}

function Codes({ codes, none = false, id, value, onChange }: { codes: Record<string, string>; none?: boolean | undefined; id: string; value: string; onChange: (value: string) => void }) {
  const offered = Object.keys(codes);
  // A code that a later version of the program made is kept as it is.
  if (value && !offered.includes(value)) offered.unshift(value);
  return (
    <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {none || !value ? <option value="">{texts.none}</option> : null}
      {offered.map((code) => (
        <option value={code}>{codes[code] || code.replace(/_/g, " ")}</option>
      ))}
    </select>
  );
}

/** What is offered beside what one types. */
function usualOf(control: Control, named: Named): string[] | null {
  if (control.kind === "words") return control.usual;
  if (control.kind !== "place") return null;
  return [...new Set(named.filter((one) => one.type === "place" || one.type === "country").map((one) => one.name ?? ""))].filter(Boolean).sort();
}

/** Typed as people say it; what it is taken for stands beside the name of the field. */
function DurationInput({ id, name, value, onChange }: { id: string; name: string; value: string; onChange: (value: string) => void }) {
  const [words, setWords] = useState(value);
  return (
    <input
      id={id}
      name={name}
      type="text"
      autocomplete="off"
      spellcheck={false}
      placeholder={texts.durationHint}
      value={words}
      onInput={(event) => {
        setWords(event.currentTarget.value);
        onChange(durationOf(event.currentTarget.value));
      }}
    />
  );
}

function Input({ control, name, value, onChange, named }: Asked) {
  const id = useId();
  const label = sayField(name);
  if (control.kind === "country") return <CountryField label={label} name={name} value={value} onChoose={onChange} />;
  if (control.kind === "truth") {
    return (
      <label class="check">
        <input type="checkbox" checked={value === "1"} onChange={(event) => onChange(event.currentTarget.checked ? "1" : "0")} />
        {label}
      </label>
    );
  }
  if (control.kind === "entities" || control.kind === "participants") {
    return <NamedField label={label} roles={control.kind === "participants"} named={named} value={value} onChange={onChange} />;
  }
  const type = control.kind === "day" ? "date" : "text";
  const usual = usualOf(control, named);
  const inWords = (control.kind === "timex" && !isDay(value)) || control.kind === "duration" ? sayTimex(value) : "";
  return (
    <div class="field">
      <label for={id}>
        {label}
        {inWords && inWords !== value ? <span class="hint"> {inWords}</span> : null}
      </label>
      {control.kind === "code" ? (
        <Codes {...control} id={id} value={value} onChange={onChange} />
      ) : control.kind === "entity" ? (
        <Codes codes={namesOf(named)} none id={id} value={value} onChange={onChange} />
      ) : control.kind === "duration" ? (
        <DurationInput id={id} name={name} value={value} onChange={onChange} />
      ) : (
        <input
          id={id}
          name={name}
          type={type}
          autocomplete="off"
          spellcheck={false}
          {...(control.kind === "number" ? { inputMode: "decimal" as const } : {})}
          {...(usual ? { list: `${id}-usual` } : {})}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {usual ? (
        <datalist id={`${id}-usual`}>
          {usual.map((word) => (
            <option value={word} />
          ))}
        </datalist>
      ) : null}
    </div>
  );
}

interface Properties {
  /** What it is called, above the fields. */
  name: string;
  /** The fact's id, and the fact as the API gives it. */
  id: string;
  fact: object;
  named: Named;
  /** Put in before, of a fact that was made anew. */
  entered?: Change[];
  why: string;
  onWhy: (why: string) => void;
  waiting: boolean;
  onKeep: (changes: Change[]) => void;
  onCancel: () => void;
  children?: preact.ComponentChildren;
}

function changesOf(fields: Field[], fact: object, values: Record<string, string>): Change[] {
  const held = (name: string) => heldIn(fact, name);
  return fields.filter(({ name }) => (values[name] ?? held(name)).trim() !== held(name)).map(({ name }) => ({ field: name, value: values[name]!.trim() }));
}

/** A day set anew takes the rest of its time along. */
function withField(name: string, value: string, held: (name: string) => string): Record<string, string> {
  const time = timeFields(name);
  if (!time || (name !== time.from && name !== time.to)) return { [name]: value };
  const days = withEnd({ from: held(time.from), to: held(time.to), value: held(time.value) }, name === time.from ? "from" : "to", value);
  return { [time.from]: days.from, [time.to]: days.to, [time.value]: days.value };
}

export function ChangeForm({ name, id, fact, named, entered = [], why, onWhy, waiting, onKeep, onCancel, children }: Properties) {
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(entered.map((one) => [one.field, one.value])));
  const fields = fieldsOf(id);
  const changes = changesOf(fields, fact, values);
  useEffect(() => form.current?.querySelector<HTMLElement>("select, input")?.focus({ preventScroll: true }), []);
  return (
    <form
      ref={form}
      class="change-form"
      aria-labelledby={heading}
      aria-busy={waiting}
      onSubmit={(event) => {
        event.preventDefault();
        if (!waiting) onKeep(changes);
      }}
    >
      <h3 id={heading}>{texts.title(name)}</h3>
      <div class="change-fields">
        {fields.map((field) => (
          <Input
            key={field.name}
            control={field.control}
            named={named}
            name={field.name}
            value={values[field.name] ?? heldIn(fact, field.name)}
            onChange={(value) =>
              setValues((before) => ({
                ...before,
                ...(field.control.kind === "day" ? withField(field.name, value, (name) => before[name] ?? heldIn(fact, name)) : { [field.name]: value }),
              }))
            }
          />
        ))}
      </div>
      <ReasonField value={why} onInput={onWhy} />
      {children}
      <p class="reason-ways">
        <button type="submit" class="first" disabled={waiting || changes.length === 0}>
          {waiting ? strings.corrections.judge.keeping : texts.keep}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {texts.cancel}
        </button>
        {changes.length === 0 ? <span class="note">{texts.same}</span> : null}
      </p>
    </form>
  );
}
