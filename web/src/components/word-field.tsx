import { useEffect, useId, useState } from "preact/hooks";

interface Properties {
  label: string;
  name: string;
  value: string;
  onChoose: (value: string) => void;
}

/** A field for words, which count once it is left or Enter is pressed. */
export function WordField({ label, name, value, onChoose }: Properties) {
  const id = useId();
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  const settle = () => words.trim() !== value && onChoose(words.trim());
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === "Enter" && settle()}
      />
    </div>
  );
}
