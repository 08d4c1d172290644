/** Several whom a document names: taken out one by one, or added from those it names; with a role each where they took part. */
import { useId } from "preact/hooks";

import { participantOf, wordsIn } from "../facts/fields";
import { strings } from "../strings";
import type { Named } from "./change-form";

const texts = strings.corrections.form;

/** People first, then by name. */
export function namesOf(named: Named): Record<string, string> {
  const ordered = [...named].sort((a, b) => Number(a.type !== "person") - Number(b.type !== "person") || (a.name ?? "").localeCompare(b.name ?? ""));
  return Object.fromEntries(ordered.map((one) => [one.id, one.name || strings.unknown]));
}

interface Properties {
  label: string;
  roles: boolean;
  named: Named;
  value: string;
  onChange: (value: string) => void;
}

export function NamedField({ label, roles, named, value, onChange }: Properties) {
  const id = useId();
  const names = namesOf(named);
  const words = wordsIn(value);
  const set = (next: string[]) => onChange(next.join(" "));
  return (
    <fieldset class="named-field">
      <legend>{label}</legend>
      <ul>
        {words.map((word, index) => {
          const one = participantOf(word);
          const name = names[one.id] ?? one.id;
          return (
            <li key={one.id}>
              <span>{name}</span>
              {roles ? (
                <select
                  aria-label={texts.roleOf(name)}
                  value={one.role}
                  onChange={(event) => set(words.map((other, place) => (place === index ? `${one.id}:${event.currentTarget.value}` : other)))}
                >
                  {Object.entries(strings.names.role).map(([role, said]) => (
                    <option value={role}>{said || texts.party}</option>
                  ))}
                </select>
              ) : null}
              <button type="button" class="quiet" aria-label={texts.remove(name)} onClick={() => set(words.filter((_, place) => place !== index))}>
                ×
              </button>
            </li>
          );
        })}
      </ul>
      <label class="unseen" for={id}>
        {texts.add(label)}
      </label>
      <select
        id={id}
        value=""
        onChange={(event) => {
          const added = event.currentTarget.value;
          if (added) set([...words, roles ? `${added}:party` : added]);
          event.currentTarget.value = "";
        }}
      >
        <option value="">{texts.addOne}</option>
        {Object.entries(names)
          .filter(([one]) => !words.some((word) => participantOf(word).id === one))
          .map(([one, name]) => (
            <option value={one}>{name}</option>
          ))}
      </select>
    </fieldset>
  );
}
