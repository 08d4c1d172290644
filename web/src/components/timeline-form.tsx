/** Of whom, of which days and of which kinds a timeline is asked; the address holds it. */
import { changed, navigate, withQuery } from "../router";
import { strings } from "../strings";
import { DateRange } from "./date-range";
import { SideField } from "./side-fields";
import { KindMark, timelineKinds } from "./timeline-marks";

export function TimelineForm({ query }: { query: URLSearchParams }) {
  const set = (changes: Record<string, string | string[] | null>) => navigate(withQuery("/timeline", changed(query, { month: null, kind: null, ...changes })));
  const value = (name: string) => query.get(name) ?? "";
  const chosen = query.getAll("types");
  const shown = chosen.length > 0 ? timelineKinds.filter((kind) => chosen.includes(kind)) : timelineKinds;
  const toggle = (kind: string, on: boolean) => {
    const kinds = timelineKinds.filter((one) => (one === kind ? on : shown.includes(one)));
    set({ types: kinds.length === timelineKinds.length || kinds.length === 0 ? null : kinds });
  };
  return (
    <form class="ledger-filters timeline-form" aria-label={strings.timeline.filters} onSubmit={(event) => event.preventDefault()}>
      <SideField label={strings.timeline.one} name="a" value={value("a")} onChoose={(a) => set({ a })} />
      <SideField label={strings.timeline.other} hint={strings.timeline.otherHint} name="b" value={value("b")} onChoose={(b) => set({ b })} />
      <DateRange legend={strings.timeline.period} from={value("from")} to={value("to")} onChange={(from, to) => set({ from, to })} />
      <div class="field">
        <label for="timeline-order">{strings.timeline.order}</label>
        <select id="timeline-order" value={value("order") || "newest"} onChange={(event) => set({ order: event.currentTarget.value === "oldest" ? "oldest" : null })}>
          {Object.entries(strings.timeline.orders).map(([order, name]) => (
            <option value={order}>{name}</option>
          ))}
        </select>
      </div>
      <fieldset class="kinds-shown">
        <legend>{strings.timeline.types}</legend>
        {timelineKinds.map((kind) => (
          <label class="check">
            <input type="checkbox" checked={shown.includes(kind)} onChange={(event) => toggle(kind, event.currentTarget.checked)} />
            <KindMark kind={kind} />
            {strings.timeline.kinds[kind]}
          </label>
        ))}
      </fieldset>
    </form>
  );
}
