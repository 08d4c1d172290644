/** The countries two by two as a picture: a square for each pair, its area by how often they met. */
import { useCountries } from "../countries";
import { addresses, navigate } from "../router";
import { strings } from "../strings";
import type { Matrix } from "../types";
import { useWidth } from "../width";

/** Of a square's place; where less than `close` is left for each, codes stand for names. */
const cell = { least: 22, close: 30, most: 44 };
/** Above the squares; codes that stand close are turned, and need more. */
const head = { plain: 26, turned: 36 };
const space = 8;
const letter = 7;

export function Squares({ matrix, filters }: { matrix: Matrix; filters: URLSearchParams }) {
  const [frame, wide] = useWidth();
  return (
    <div class="squares-frame" role="region" aria-label={strings.matrix.picture} tabIndex={0}>
      <div ref={frame}>{wide > 0 ? <Picture matrix={matrix} filters={filters} wide={wide} /> : null}</div>
    </div>
  );
}

function Picture({ matrix, filters, wide }: { matrix: Matrix; filters: URLSearchParams; wide: number }) {
  const { nameOf: country } = useCountries();
  const codes = matrix.countries.map((one) => one.value ?? "");
  const most = Math.max(1, ...matrix.cells.map((one) => one.encounters));
  const greatest = matrix.cells.find((one) => one.encounters === most);
  const room = (names: number) => Math.floor((wide - names) / codes.length);
  const spelled = Math.max(...codes.map((code) => country(code).length)) * letter + space;
  const close = room(spelled) < cell.close;
  const names = close ? 3 * letter + 2 * space : spelled;
  const side = Math.max(cell.least, Math.min(cell.most, room(names)));
  const above = close ? head.turned : head.plain;
  const [width, height] = [names + codes.length * side, above + codes.length * side];
  const said = greatest ? strings.matrix.cell(country(greatest.a), country(greatest.b), strings.count.encounters(greatest.encounters)) : "";
  const at = (index: number) => index * side + side / 2;
  return (
    <svg class={close ? "squares close" : "squares"} role="img" aria-label={`${strings.matrix.picture}. ${strings.matrix.described(said)}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {codes.map((code, index) => (
        <>
          <text x={names - space} y={above + at(index)} dy="0.32em" text-anchor="end">
            {close ? code : country(code)}
          </text>
          <text transform={`translate(${names + at(index)} ${above - space})${close ? "rotate(-90)" : ""}`} text-anchor={close ? "start" : "middle"} dy={close ? "0.35em" : "0"}>
            {code}
          </text>
          <line class="grid" x1={names} x2={width} y1={above + at(index)} y2={above + at(index)} />
          <line class="grid" x1={names + at(index)} x2={names + at(index)} y1={above} y2={height} />
        </>
      ))}
      {matrix.cells.flatMap((one) => {
        const [row, column] = [codes.indexOf(one.a), codes.indexOf(one.b)];
        const size = Math.max(3, (side - 6) * Math.sqrt(one.encounters / most));
        return [
          [row, column],
          [column, row],
        ].map(([y, x]) => (
          <rect
            class="square"
            x={names + at(x!) - size / 2}
            y={above + at(y!) - size / 2}
            width={size}
            height={size}
            onClick={() => navigate(addresses.pair(one.a, one.b, filters))}
          >
            <title>{strings.matrix.cell(country(one.a), country(one.b), strings.count.encounters(one.encounters))}</title>
          </rect>
        ));
      })}
    </svg>
  );
}
