// A screenshot as a PNG with a palette: pages have few colours, and the shades of their letters are hardly told apart.
// After the PNG specification, third edition, for what Chromium writes: eight bits a channel, not interlaced.
import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const most = 256;

function* chunksOf(png) {
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function paeth(left, above, corner) {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** The rows without their filters, and the width of a pixel. */
function pixelsOf(png) {
  const chunks = [...chunksOf(png)];
  const header = chunks.find(({ type }) => type === "IHDR").data;
  const [width, height, bits, colour, interlaced] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9], header[12]];
  const step = { 2: 3, 6: 4 }[colour];
  if (bits !== 8 || !step || interlaced) throw new Error(`a PNG of another kind than Chromium writes: ${bits} bits, colour type ${colour}`);
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
  const row = width * step;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x >= step ? pixels[at - step] : 0;
      const above = y > 0 ? pixels[at - row] : 0;
      const corner = x >= step && y > 0 ? pixels[at - row - step] : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      pixels[at] = raw[y * (row + 1) + 1 + x] + guess;
    }
  }
  return { width, height, step, pixels };
}

const far = (a, b) => (((a >> 16) & 255) - ((b >> 16) & 255)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

/** The colours used most, then those that would be missed: far from all others, and not of a few pixels alone. */
function chosen(counts) {
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const palette = sorted.slice(0, most / 2).map(([colour]) => colour);
  const rest = sorted.slice(most / 2).map(([colour, count]) => ({ colour, weight: Math.sqrt(count), away: Math.min(...palette.map((one) => far(one, colour))) }));
  while (palette.length < most && rest.length > 0) {
    const next = rest.reduce((best, one) => (one.away * one.weight > best.away * best.weight ? one : best));
    if (next.away === 0) break;
    palette.push(next.colour);
    for (const one of rest) one.away = Math.min(one.away, far(one.colour, next.colour));
  }
  return palette;
}

/** A palette, and by colour its place in it or that of the nearest. */
function paletteOf(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = chosen(counts);
  const place = new Map(palette.map((colour, index) => [colour, index]));
  for (const colour of counts.keys()) {
    if (place.has(colour)) continue;
    let nearest = 0;
    for (let index = 1; index < palette.length; index += 1) if (far(palette[index], colour) < far(palette[nearest], colour)) nearest = index;
    place.set(colour, nearest);
  }
  return { palette, place };
}

/** The same picture in at most 256 colours. */
export function smaller(png) {
  const { width, height, step, pixels } = pixelsOf(png);
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) colours[at] = (pixels[at * step] << 16) | (pixels[at * step + 1] << 8) | pixels[at * step + 2];
  const { palette, place } = paletteOf(colours);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = place.get(colours[y * width + x]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("PLTE", table), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}
