/** What the ribbons say, each kind to be switched on and off; and whether texts or list are shown. */
import { kinds, type Comparison, type Kind } from "../compare/comparison";
import type { View } from "../compare/walk";
import { strings } from "../strings/compare";
import { Swatch } from "./compare-ribbons";

interface Properties {
  comparison: Comparison;
  shown: ReadonlySet<Kind>;
  onShow: (kind: Kind) => void;
  marks: boolean;
  onMarks: (on: boolean) => void;
  view: View;
  onView: (view: View) => void;
}

export function CompareLegend({ comparison, shown, onShow, marks, onMarks, view, onView }: Properties) {
  const counts = comparison.counts();
  return (
    <div class="compare-controls">
      <div class="compare-views" role="group" aria-label={strings.view}>
        {(["texts", "list"] as const).map((one) => (
          <button type="button" aria-pressed={view === one} onClick={() => onView(one)}>
            {strings.views[one]}
          </button>
        ))}
      </div>
      <fieldset class="ribbon-legend">
        <legend class="unseen">{strings.legend}</legend>
        {kinds.map((kind) => (
          <label class="check">
            <input type="checkbox" checked={shown.has(kind)} onChange={() => onShow(kind)} />
            <Swatch kind={kind} />
            {strings.show(strings.relation[kind], counts[kind])}
          </label>
        ))}
        <label class="check marks-switch">
          <input type="checkbox" checked={marks} onChange={(event) => onMarks(event.currentTarget.checked)} />
          {strings.marks}
        </label>
      </fieldset>
      <p class="note">{strings.differs}</p>
      <p class="note compare-keys">
        {strings.keys.map((key) => (
          <span>
            {key.slice(0, -1).map((one) => (
              <kbd>{one}</kbd>
            ))}{" "}
            {key[key.length - 1]}
          </span>
        ))}
      </p>
    </div>
  );
}
