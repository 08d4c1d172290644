/** The countries two by two as a picture: a square for each pair, its area by how often they met. */
import { useCountries } from "../countries";
import { addresses, navigate } from "../router";
import { strings } from "../strings";
import type { Matrix } from "../types";

const cell = 34;
const head = 26;
const space = 8;

export function Squares({ matrix, filters }: { matrix: Matrix; filters: URLSearchParams }) {
  const { nameOf: country } = useCountries();
  const codes = matrix.countries.map((one) => one.value ?? "");
  const most = Math.max(1, ...matrix.cells.map((one) => one.encounters));
  const greatest = matrix.cells.find((one) => one.encounters === most);
  const names = Math.max(...codes.map((code) => country(code).length)) * 7 + space;
  const [width, height] = [names + codes.length * cell, head + codes.length * cell];
  const said = greatest ? strings.matrix.cell(country(greatest.a), country(greatest.b), strings.count.encounters(greatest.encounters)) : "";
  const at = (index: number) => index * cell + cell / 2;
  return (
    <div class="squares-frame" role="region" aria-label={strings.matrix.picture} tabIndex={0}>
      <svg class="squares" role="img" aria-label={`${strings.matrix.picture}. ${strings.matrix.described(said)}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {codes.map((code, index) => (
          <>
            <text x={names - space} y={head + at(index)} dy="0.32em" text-anchor="end">
              {country(code)}
            </text>
            <text x={names + at(index)} y={head - space} text-anchor="middle">
              {code}
            </text>
            <line class="grid" x1={names} x2={width} y1={head + at(index)} y2={head + at(index)} />
            <line class="grid" x1={names + at(index)} x2={names + at(index)} y1={head} y2={height} />
          </>
        ))}
        {matrix.cells.flatMap((one) => {
          const [row, column] = [codes.indexOf(one.a), codes.indexOf(one.b)];
          const side = Math.max(3, (cell - 6) * Math.sqrt(one.encounters / most));
          return [
            [row, column],
            [column, row],
          ].map(([y, x]) => (
            <rect
              class="square"
              x={names + at(x!) - side / 2}
              y={head + at(y!) - side / 2}
              width={side}
              height={side}
              onClick={() => navigate(addresses.pair(one.a, one.b, filters))}
            >
              <title>{strings.matrix.cell(country(one.a), country(one.b), strings.count.encounters(one.encounters))}</title>
            </rect>
          ));
        })}
      </svg>
    </div>
  );
}
