/** The two texts as published, side by side, with the points marked. What is lit changes by classes alone. */
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";

import type { Side } from "../compare/answer";
import { labelOf, type Comparison, type Kind } from "../compare/comparison";
import { layOutSide, type Piece } from "../compare/layout";
import { sayPlace } from "../compare/words";
import { directionOf } from "../format";
import { strings as shared } from "../strings";
import { strings } from "../strings/compare";

/** The innermost point decides how the words look. */
function classesOf(piece: Piece, kindOf: (index: number) => Kind): string {
  const inner = piece.points[piece.points.length - 1];
  return [
    inner === undefined ? "" : `k-${kindOf(inner)}`,
    piece.differs.length > 0 ? "diff" : "",
    piece.layout ? "layout" : "",
    piece.struck ? "struck" : "",
  ].filter(Boolean).join(" ");
}

function Tag({ comparison, side, index }: { comparison: Comparison; side: Side; index: number }) {
  const place = { side, index };
  return (
    <button type="button" class={`tag k-${comparison.kindOf(place)}`} data-tag={index} tabIndex={-1} aria-label={sayPlace(comparison, place)}>
      {labelOf(place)}
    </button>
  );
}

/** The letter of a point stays on one line with its first word. */
function Words({ comparison, side, piece }: { comparison: Comparison; side: Side; piece: Piece }) {
  const points = piece.points.length > 0 ? { "data-points": piece.points.join(" ") } : {};
  const look = { ...points, class: classesOf(piece, (index) => comparison.kindOf({ side, index })) };
  if (piece.opens.length === 0) return <span {...look}>{piece.words}</span>;
  const first = /^\S{1,24}/.exec(piece.words)?.[0] ?? "";
  return (
    <>
      <span class="opens">
        {piece.opens.map((index) => (
          <Tag comparison={comparison} side={side} index={index} />
        ))}
        <span {...look}>{first}</span>
      </span>
      {piece.words.length > first.length ? <span {...look}>{piece.words.slice(first.length)}</span> : null}
    </>
  );
}

function Column({ comparison, side, short }: { comparison: Comparison; side: Side; short: boolean }) {
  const laid = useMemo(() => layOutSide(comparison, side), [comparison, side]);
  const { language } = comparison.answer[side];
  const id = `text-${side}`;
  return (
    <section class={`col col-${side}${short ? " short" : ""}`} data-side={side} aria-labelledby={id} tabIndex={short ? 0 : undefined}>
      <h3 id={id}>
        <span class="letter">{strings.letter[side]}</span> {comparison.publisher(side)}
      </h3>
      <div class="published" lang={language ?? ""} dir={directionOf(language)}>
        {laid.paragraphs.length === 0 ? <p>{shared.document.empty}</p> : null}
        {laid.paragraphs.map((pieces) => (
          <p class="paragraph">
            {pieces.map((piece) => (
              <Words comparison={comparison} side={side} piece={piece} />
            ))}
          </p>
        ))}
      </div>
    </section>
  );
}

export function CompareTexts({ comparison, children }: { comparison: Comparison; children: ComponentChildren }) {
  const { a, b } = comparison.answer;
  const shorter: Side = a.text.length < b.text.length ? "a" : "b";
  return (
    <div class="cols">
      <Column comparison={comparison} side="a" short={shorter === "a"} />
      {children}
      <Column comparison={comparison} side="b" short={shorter === "b"} />
    </div>
  );
}
