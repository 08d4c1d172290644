/** A comparison: whose accounts, what each says of the encounter, the texts with their ribbons, the list, and what differs. */
import { useMemo, useState } from "preact/hooks";

import type { CompareAnswer } from "../compare/answer";
import { Comparison, kinds, samePlace, type Kind } from "../compare/comparison";
import { linksCsv } from "../compare/csv";
import { useWalk, type View } from "../compare/walk";
import { strings as shared } from "../strings";
import { strings } from "../strings/compare";
import { CompareBar } from "./compare-bar";
import { EncounterFacts, FiguresAndCommitments, Names } from "./compare-facts";
import { CompareHead } from "./compare-head";
import { CompareLegend } from "./compare-legend";
import { CompareList } from "./compare-list";
import { RibbonPatterns, Ribbons } from "./compare-ribbons";
import { CompareTexts } from "./compare-texts";

function save(content: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function Exports({ comparison }: { comparison: Comparison }) {
  return (
    <p class="exports">
      {strings.exportLabel}:{" "}
      <button type="button" class="quiet" onClick={() => save(linksCsv(comparison), "text/csv;charset=utf-8", `${strings.exportName}.csv`)}>
        {shared.search.csv}
      </button>{" "}
      <button type="button" class="quiet" onClick={() => save(JSON.stringify(comparison.answer, null, 1), "application/json", `${strings.exportName}.json`)}>
        {strings.json}
      </button>
    </p>
  );
}

/** A passage that was clicked, by the innermost point over it. */
function placeAt(target: EventTarget | null): { side: "a" | "b"; index: number } | null {
  const element = target instanceof Element ? target : null;
  const side = element?.closest<HTMLElement>("[data-side]")?.dataset["side"];
  const index = element?.closest<HTMLElement>("[data-tag]")?.dataset["tag"] ?? element?.closest<HTMLElement>("[data-points]")?.dataset["points"]?.split(" ").pop();
  return (side === "a" || side === "b") && index !== undefined ? { side, index: Number(index) } : null;
}

/** `ofRecord`: both are documents of the record, which have pages of their own. */
export function Compared({ answer, ofRecord }: { answer: CompareAnswer; ofRecord: boolean }) {
  const comparison = useMemo(() => new Comparison(answer), [answer]);
  const [view, setView] = useState<View>(() => (matchMedia("(min-width: 60rem)").matches ? "texts" : "list"));
  const [shown, setShown] = useState<ReadonlySet<Kind>>(new Set(kinds));
  const { root, held, candidate, marks, setMarks, hold, toCounterpart, toNearest, open } = useWalk(comparison, view, () => setView("texts"));
  const toggle = (kind: Kind) => {
    const next = new Set(shown);
    if (!next.delete(kind)) next.add(kind);
    setShown(next);
  };
  // The same elements as before are not compared again: holding a point changes classes only.
  const texts = useMemo(
    () => (
      <CompareTexts comparison={comparison}>
        <Ribbons comparison={comparison} root={root} onHold={(link) => hold({ side: "a", index: comparison.answer.links[link]!.a }, { beside: { side: "b", index: comparison.answer.links[link]!.b } })} />
      </CompareTexts>
    ),
    [comparison],
  );
  const hidden = kinds.filter((kind) => !shown.has(kind)).map((kind) => `hide-${kind}`);
  const onClick = (event: MouseEvent) => {
    const place = placeAt(event.target);
    if (!place || !getSelection()?.isCollapsed) return;
    const onTag = event.target instanceof Element && event.target.matches("[data-tag]");
    // Once more on the letter of the point that is held: on to its counterpart.
    if (!(onTag && samePlace(held, place) && toCounterpart())) hold(place, { move: onTag });
  };
  return (
    <div ref={root} class={["compared", `view-${view}`, marks ? "show-diffs" : "", ...hidden].join(" ")}>
      <CompareHead comparison={comparison} ofRecord={ofRecord} />
      <EncounterFacts comparison={comparison} ofRecord={ofRecord} />
      <Names comparison={comparison} />
      <section aria-labelledby="compare-points">
        <h2 id="compare-points">{strings.list}</h2>
        <RibbonPatterns />
        <CompareLegend comparison={comparison} shown={shown} onShow={toggle} marks={marks} onMarks={setMarks} view={view} onView={setView} />
        <div class="texts-view" onClick={onClick}>
          {texts}
        </div>
        <div class="list-view">
          <CompareList comparison={comparison} marks={marks} shown={shown} onOpen={open} />
        </div>
        <Exports comparison={comparison} />
      </section>
      <FiguresAndCommitments comparison={comparison} />
      {view === "texts" ? (
        <CompareBar comparison={comparison} held={held} candidate={candidate} onCounterpart={toCounterpart} onNearest={toNearest} onClose={() => hold(null)} />
      ) : null}
    </div>
  );
}
