import { useId } from "preact/hooks";

import { isDay } from "../format";
import { strings } from "../strings";

interface Properties {
  legend: string;
  /** Where "From" and "To" do not say enough beside other dates. */
  labels?: [string, string];
  from: string;
  to: string;
  onChange: (from: string, to: string) => void;
}

/** First and last day, both inclusive. A day only half typed changes nothing. */
export function DateRange({ legend, labels = [strings.search.from, strings.search.to], from, to, onChange: change }: Properties) {
  // A range the wrong way round is a slip; it is turned instead of refused.
  const onChange = (first: string, last: string) => (first && last && first > last ? change(last, first) : change(first, last));
  const id = useId();
  const field = (label: string, name: string, value: string, set: (value: string) => void) => (
    <div>
      <label for={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        type="date"
        min="1000-01-01"
        max="9999-12-31"
        // The browser warns of what is no day; the server says which parameter is wrong.
        value={isDay(value) ? value : ""}
        onChange={(event) => event.currentTarget.validity.valid && event.currentTarget.value !== value && set(event.currentTarget.value)}
      />
    </div>
  );
  return (
    <fieldset class="dates">
      <legend>{legend}</legend>
      {field(labels[0], "from", from, (value) => onChange(value, to))}
      {field(labels[1], "to", to, (value) => onChange(from, value))}
    </fieldset>
  );
}
