/** A text field with suggestions, after the ARIA combobox pattern. What is typed counts even where nothing is suggested. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";

export interface Suggestion {
  value: string;
  label: string;
  note?: string;
}

interface Properties {
  label: string;
  hint?: string;
  name: string;
  value: string;
  /** What to show for a value that is a code. */
  show?: (value: string) => string;
  suggest: (words: string, signal: AbortSignal) => Promise<Suggestion[]>;
  onChoose: (value: string) => void;
  listLabel: string;
}

const patience = 120;

export function Combobox({ label, hint, name, value, show, suggest, onChoose, listLabel }: Properties) {
  const id = useId();
  const shown = show ? show(value) : value;
  const [words, setWords] = useState(shown);
  const [options, setOptions] = useState<Suggestion[]>([]);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const asked = useRef<AbortController | null>(null);
  const timer = useRef(0);

  // With the drawing: what is typed at once is not put back.
  useLayoutEffect(() => setWords(shown), [shown]);
  useEffect(() => () => asked.current?.abort(), []);

  const ask = (typed: string) => {
    clearTimeout(timer.current);
    asked.current?.abort();
    timer.current = window.setTimeout(() => {
      const abort = (asked.current = new AbortController());
      suggest(typed, abort.signal).then(
        (found) => {
          if (abort.signal.aborted) return;
          setOptions(found);
          setAt(-1);
          setOpen(found.length > 0);
        },
        () => setOpen(false),
      );
    }, patience);
  };
  const choose = (chosen: string) => {
    clearTimeout(timer.current);
    asked.current?.abort();
    setOpen(false);
    if (chosen !== value) onChoose(chosen);
  };
  const settle = () => {
    if (words.trim() === shown) return setOpen(false);
    choose(words.trim());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return ask(words);
      // One place beyond the options stands for the field itself.
      const places = options.length + 1;
      const next = ((at < 0 ? options.length : at) + (event.key === "ArrowDown" ? 1 : -1) + places) % places;
      setAt(next === options.length ? -1 : next);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = open ? options[at] : undefined;
      if (option) {
        setWords(option.label);
        choose(option.value);
      } else {
        settle();
      }
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div class="combobox">
      <label for={`${id}-field`}>
        {label}
        {hint ? <span class="hint"> {hint}</span> : null}
      </label>
      <input
        id={`${id}-field`}
        name={name}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        {...(open && at >= 0 ? { "aria-activedescendant": `${id}-${at}` } : {})}
        value={words}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
        onKeyDown={onKey}
        onBlur={settle}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={listLabel} hidden={!open}>
        {options.map((option, index) => (
          <li
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault();
              setWords(option.label);
              choose(option.value);
            }}
          >
            {option.label}
            {option.note ? <span class="note"> {option.note}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
