/** Ribbons between the linked passages. Drawn once; as the texts move against each other only the shapes are set anew. */
import { useEffect, useRef } from "preact/hooks";

import type { Side } from "../compare/answer";
import type { Comparison, Kind } from "../compare/comparison";
import { band, middle, spread, type Edge } from "../compare/ribbons";
import { columnOf, edgesOf } from "../compare/sight";
import { strings } from "../strings/compare";

const badge = 9;
const gap = 2 * badge + 1;

/** Patterns, so that a kind is told not by its colour alone; used by the ribbons and by the legend. */
export function RibbonPatterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="ribbon-differs" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="7" height="7" />
          <line x1="0" y1="0" x2="0" y2="7" />
        </pattern>
        <pattern id="ribbon-contradicts" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="7" height="7" />
          <path d="M0,0V7M0,0H7" />
        </pattern>
      </defs>
    </svg>
  );
}

/** A kind as the legend shows it. */
export function Swatch({ kind }: { kind: Kind }) {
  return (
    <svg class={`swatch r-${kind}`} width="34" height="18" viewBox="0 0 34 18" aria-hidden="true">
      {kind === "alone" ? <line x1="2" y1="14" x2="32" y2="14" /> : <rect x="1" y="2" width="32" height="14" />}
      {strings.glyph[kind] ? (
        <g transform="translate(17,9)">
          <circle r="7.5" />
          <text y="4">{strings.glyph[kind]}</text>
        </g>
      ) : null}
    </svg>
  );
}

function beyond(edge: Edge): boolean {
  return edge.bottom < 0 || edge.top > innerHeight;
}

/** Far above or below the window as a whole. */
function passes(a: Edge, b: Edge): boolean {
  return Math.max(a.bottom, b.bottom) < -innerHeight || Math.min(a.top, b.top) > 2 * innerHeight;
}

/** Sets the shapes by where the passages stand now. */
function draw(root: HTMLElement, svg: SVGSVGElement, comparison: Comparison): void {
  const { top, width, height } = svg.getBoundingClientRect();
  if (height === 0) return;
  const { links } = comparison.answer;
  const edges = { a: edgesOf(root, "a", new Set(links.map((link) => link.a))), b: edgesOf(root, "b", new Set(links.map((link) => link.b))) };
  const down = ({ top: upper, bottom }: Edge): Edge => ({ top: upper - top, bottom: bottom - top });
  // Labels stand beside the text that scrolls with the page, so that they stay where they are.
  const long: Side = columnOf(root, "a")?.classList.contains("short") ? "b" : "a";
  const drawn: { ribbon: Element; at: number }[] = [];
  const ribbons = svg.querySelectorAll("[data-link]");
  links.forEach((link, index) => {
    const ribbon = ribbons[index];
    const [a, b] = [edges.a.get(link.a), edges.b.get(link.b)];
    if (!ribbon) return;
    const away = !a || !b || passes(a, b);
    ribbon.classList.toggle("away", away);
    if (away) return;
    ribbon.querySelector(".band")!.setAttribute("d", band(down(a), down(b), width));
    ribbon.classList.toggle("far", beyond(a) || beyond(b));
    drawn.push({ ribbon, at: middle(down(long === "a" ? a : b), down(long === "a" ? a : b)) });
  });
  const places = spread(drawn.map(({ at }) => at), gap);
  const x = long === "a" ? badge + 3 : width - badge - 3;
  drawn.forEach(({ ribbon }, index) => ribbon.querySelector(".badge")!.setAttribute("transform", `translate(${x},${places[index]!.toFixed(1)})`));
}

interface Properties {
  comparison: Comparison;
  root: { current: HTMLElement | null };
  onHold: (link: number) => void;
}

export function Ribbons({ comparison, root, onHold }: Properties) {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const box = root.current;
    const canvas = svg.current;
    if (!box || !canvas) return;
    let asked = 0;
    const ask = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => draw(box, canvas, comparison));
    };
    const sizes = new ResizeObserver(ask);
    for (const one of box.querySelectorAll(".col, .cols")) sizes.observe(one);
    // A column's own scroll does not bubble.
    addEventListener("scroll", ask, { passive: true, capture: true });
    ask();
    return () => {
      cancelAnimationFrame(asked);
      sizes.disconnect();
      removeEventListener("scroll", ask, { capture: true });
    };
  }, [comparison]);
  const { links } = comparison.answer;
  return (
    <div class="gutter">
      <svg ref={svg} role="img" aria-labelledby="ribbons-title ribbons-text">
        <title id="ribbons-title">{strings.ribbonsTitle(links.length)}</title>
        <desc id="ribbons-text">{strings.ribbonsText}</desc>
        {links.map((link, index) => (
          <g class={`ribbon r-${link.relation}`} data-link={index} data-from={link.a} data-to={link.b} onClick={() => onHold(index)}>
            <path class="band" />
            <g class="badge">
              <circle r={badge} />
              <text y="4">{strings.glyph[link.relation]}</text>
            </g>
          </g>
        ))}
      </svg>
    </div>
  );
}
