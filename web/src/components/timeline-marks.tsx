/** The sign of each kind of item: told apart by its shape as well as by its colour. */
import type { TimelineKind } from "../types";

export const timelineKinds: TimelineKind[] = ["meeting", "call", "letter", "announcement", "statement"];

/** Drawn around (0, 0); `size` is half of its height. */
export function MarkShape({ kind, size }: { kind: TimelineKind; size: number }) {
  if (kind === "meeting") return <circle class="mark-meeting" r={size} />;
  if (kind === "call") return <path class="mark-call" d={`M0 ${-size * 1.2} L${size * 1.2} 0 L0 ${size * 1.2} L${-size * 1.2} 0 Z`} />;
  if (kind === "letter") {
    const wide = size * 1.15;
    return (
      <g class="mark-letter">
        <rect x={-wide} y={-size * 0.85} width={2 * wide} height={size * 1.7} />
        <path d={`M${-wide} ${-size * 0.85} L0 ${size * 0.2} L${wide} ${-size * 0.85}`} />
      </g>
    );
  }
  if (kind === "announcement") return <path class="mark-announcement" d={`M0 ${-size * 1.1} L${size * 1.15} ${size * 0.9} L${-size * 1.15} ${size * 0.9} Z`} />;
  return <path class="mark-statement" d={`M${-size} ${-size * 0.8} H${size} V${size * 0.4} H${-size * 0.1} L${-size * 0.6} ${size} V${size * 0.4} H${-size} Z`} />;
}

/** In a line of text. */
export function KindMark({ kind }: { kind: TimelineKind }) {
  return (
    <svg class="kind-mark" aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16">
      <MarkShape kind={kind} size={5.5} />
    </svg>
  );
}
