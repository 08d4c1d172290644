/** Words of a document with those found set off. */
import { piecesOf } from "../text/highlights";
import { withoutMarks } from "../text/markup";
import type { Range } from "../types";

export function Marked({ text, marks }: { text: string; marks: Range[] }) {
  return <>{piecesOf(text, marks).map((piece) => (piece.found ? <mark>{piece.text}</mark> : withoutMarks(piece.text)))}</>;
}
