/**
 * What is usual, new and absent in the wording of a release: a layer over its text that is off until it is asked for.
 *
 * The text is marked with the CSS Custom Highlight API, which leaves its elements alone; the list below the switch says the
 * same in words, with how often, so that nothing depends on the marks.
 */
import { useEffect, useState } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { useCountries } from "../countries";
import { sayDay, sayList } from "../format";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import { CodePoints } from "../text/codepoints";
import type { DroppedWords, Wording, WordingMark } from "../wording";

interface Piece {
  node: Text;
  begin: number;
  end: number;
}

/** The text nodes of the published text with their offsets, in order. */
function piecesOf(root: ParentNode): Piece[] {
  const pieces: Piece[] = [];
  for (const span of root.querySelectorAll<HTMLElement>("[data-b]:not([data-part])")) {
    const node = span.firstChild;
    if (!(node instanceof Text)) continue;
    const begin = Number(span.dataset.b);
    pieces.push({ node, begin, end: begin + node.length });
  }
  return pieces.sort((a, b) => a.begin - b.begin);
}

function rangesOf(pieces: Piece[], marks: WordingMark[], points: CodePoints): Range[] {
  const ranges: Range[] = [];
  for (const mark of marks) {
    const begin = points.toUnits(mark.begin);
    const end = points.toUnits(mark.end);
    for (const piece of pieces) {
      if (piece.end <= begin || piece.begin >= end) continue;
      const range = new Range();
      range.setStart(piece.node, Math.max(begin, piece.begin) - piece.begin);
      range.setEnd(piece.node, Math.min(end, piece.end) - piece.begin);
      ranges.push(range);
    }
  }
  return ranges;
}

function useHighlights(marks: WordingMark[] | null, text: string): void {
  useEffect(() => {
    if (!marks || !("highlights" in CSS)) return;
    const pieces = piecesOf(document);
    const points = new CodePoints(text);
    for (const novelty of ["usual", "new"] as const)
      CSS.highlights.set(`${novelty}-words`, new Highlight(...rangesOf(pieces, marks.filter((mark) => mark.novelty === novelty), points)));
    return () => {
      CSS.highlights.delete("usual-words");
      CSS.highlights.delete("new-words");
    };
  }, [marks, text]);
}

/** In which earlier releases the words are usual: said once for all that follow. */
function whoseOf(mark: WordingMark, wording: Wording, country: (code: string) => string): string {
  if (mark.basis === "pair") return strings.wording.pair(sayList((wording.pair ?? []).map(country)));
  return strings.wording.publisher(nameOf(strings.names.kind, mark.kind), wording.publisher ?? "");
}

function Last({ last }: { last: { id: string; day: string } }) {
  return <a href={addresses.document(last.id)}>{strings.wording.last(sayDay(last.day))}</a>;
}

function Usual({ marks, wording, words }: { marks: WordingMark[]; wording: Wording; words: (mark: WordingMark) => string }) {
  const { nameOf: country } = useCountries();
  const groups = new Map<string, WordingMark[]>();
  for (const mark of marks) {
    const whose = whoseOf(mark, wording, country);
    groups.set(whose, [...(groups.get(whose) ?? []), mark]);
  }
  return (
    <>
      {[...groups].map(([whose, held]) => (
        <>
          <p class="whose-wording">{strings.wording.whose(whose)}</p>
          <ul>
            {held.map((mark) => (
              <li key={mark.begin}>
                “{words(mark)}” <span class="count">{strings.wording.share(mark.count ?? 0, mark.of ?? 0)}</span> {mark.last ? <Last last={mark.last} /> : null}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  );
}

function Dropped({ dropped }: { dropped: DroppedWords[] }) {
  if (dropped.length === 0) return null;
  return (
    <>
      <h3>{strings.wording.dropped}</h3>
      <ul>
        {dropped.map((one) => (
          <li key={one.words}>
            “{one.words}” <span class="count">{strings.wording.share(one.count, one.of)}</span> <Last last={one.last} />
          </li>
        ))}
      </ul>
    </>
  );
}

function List({ wording, text }: { wording: Wording; text: string }) {
  const points = new CodePoints(text);
  const words = (mark: WordingMark) => text.slice(points.toUnits(mark.begin), points.toUnits(mark.end)).trim();
  const usual = wording.marks.filter((mark) => mark.novelty === "usual");
  const fresh = wording.marks.filter((mark) => mark.novelty === "new");
  return (
    <>
      {wording.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {wording.references.length > 0 ? (
        <>
          <p>{strings.wording.explained}</p>
          <h3 class="usual-sign">{strings.wording.usual(usual.length)}</h3>
          <Usual marks={usual} wording={wording} words={words} />
          {fresh.length > 0 ? (
            <>
              <h3 class="new-sign">{strings.wording.fresh(fresh.length)}</h3>
              <ul>
                {fresh.map((mark) => (
                  <li key={mark.begin}>“{words(mark)}”</li>
                ))}
              </ul>
            </>
          ) : null}
          <Dropped dropped={wording.dropped} />
        </>
      ) : null}
    </>
  );
}

export function WordingLayer({ id, text }: { id: string; text: string }) {
  const [open, setOpen] = useState(false);
  const { value, error } = useAnswer(open ? paths.formulae(id) : null, (signal) => api.formulae(id, signal));
  useHighlights(open && value ? value.marks : null, text);
  return (
    <details class="wording" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{strings.wording.title}</summary>
      {error ? <p>{strings.wording.failed}</p> : null}
      {open && value ? <List wording={value} text={text} /> : null}
    </details>
  );
}
