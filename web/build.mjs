// Bundles the reading room into dist/: index.html and assets/ whose names carry a hash of their content, so that a
// server may let browsers keep them for ever. Nothing in dist/ refers to anything outside it.
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, "assets"), { recursive: true });

const result = await build({
  absWorkingDir: here,
  entryPoints: { app: "src/main.tsx", early: "src/early.ts", style: "src/styles/index.css" },
  entryNames: "[name]-[hash]",
  outdir: join(dist, "assets"),
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome123", "firefox121", "safari17.5"],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  metafile: true,
});

const outputs = Object.entries(result.metafile.outputs);
const written = (entry) => basename(outputs.find(([, output]) => output.entryPoint === entry)[0]);
const page = (await readFile(join(here, "src/index.html"), "utf8"))
  .replace("{{style}}", `/assets/${written("src/styles/index.css")}`)
  .replace("{{early}}", `/assets/${written("src/early.ts")}`)
  .replace("{{app}}", `/assets/${written("src/main.tsx")}`);
await writeFile(join(dist, "index.html"), page);
await cp(join(here, "public"), join(dist, "assets"), { recursive: true });

let sum = 0;
for (const [path] of outputs) {
  const bytes = await readFile(join(here, path));
  const packed = gzipSync(bytes, { level: 9 }).length;
  sum += packed;
  console.log(`${basename(path).padEnd(24)} ${String(bytes.length).padStart(8)} bytes ${String(packed).padStart(8)} gzip`);
}
console.log(`${"all".padEnd(24)} ${"".padStart(14)} ${String(sum).padStart(8)} gzip`);
