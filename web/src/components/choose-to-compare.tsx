/** Choosing two documents among the results of searches, to compare them. */
import { choose, toggle, useChosen, type Chosen } from "../compare/chosen";
import { addresses } from "../router";
import { strings } from "../strings/compare";

export function ChooseToCompare(one: Chosen) {
  const chosen = useChosen().some(({ id }) => id === one.id);
  return (
    <button type="button" class="quiet choose" aria-pressed={chosen} aria-label={strings.chooseNamed(one.title)} onClick={() => toggle({ id: one.id, title: one.title })}>
      {strings.choose}
    </button>
  );
}

export function ChosenToCompare() {
  const chosen = useChosen();
  const [a, b] = chosen;
  if (!a) return null;
  return (
    <aside class="passage-bar choose-bar" aria-label={strings.chosen}>
      <p>
        <b>{a.title}</b> {b ? <b>{b.title}</b> : <span class="note">{strings.chooseOther}</span>}
      </p>
      {b ? <a href={addresses.compare({ a: a.id, b: b.id })}>{strings.both}</a> : null}
      <button type="button" class="quiet" onClick={() => choose([])}>
        {strings.unchoose}
      </button>
    </aside>
  );
}
