// Bundles what browsers get: every script in js/ for itself, and all of css/ in the order of its names as one style sheet.
import { build } from "esbuild";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "static", "built");
const files = (folder, ending) => readdirSync(join(here, folder)).filter((name) => name.endsWith(ending)).sort();
const common = { bundle: true, minify: true, legalComments: "external", logLevel: "warning", target: "es2022" };

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  ...common,
  entryPoints: files("js", ".js").map((name) => join(here, "js", name)),
  format: "iife",
  outdir: out,
});
// A style sheet whose first line tells views, the names of templates, holds for the pages of these alone.
const scoped = (text) => {
  const views = text.match(/^\/\* views: ([\w ]+) \*\//)?.[1].split(" ").map((name) => `.view-${name}`);
  return views ? `:is(${views.join(", ")}) {\n${text}\n}` : text;
};
await build({
  ...common,
  target: ["chrome109", "firefox115", "safari16"],
  plugins: [{
    name: "views",
    setup: (each) => each.onLoad({ filter: /assets[\\/]css[\\/][^\\/]*\.css$/ }, ({ path }) => ({
      contents: scoped(readFileSync(path, "utf-8")), loader: "css", resolveDir: dirname(path),
    })),
  }],
  stdin: { contents: files("css", ".css").map((name) => `@import "./css/${name}";`).join("\n"), loader: "css", resolveDir: here },
  loader: { ".woff2": "file" },
  assetNames: "[name]-[hash]",
  outfile: join(out, "rodatraden.css"),
});

// What is bundled, with its licences, for those who pass it on; that of the typefaces must be passed on whole.
const lock = JSON.parse(readFileSync(join(here, "package-lock.json"), "utf-8"));
const bundled = Object.entries(lock.packages).filter(([path, one]) => path && !one.dev && !one.optional);
const lines = bundled.map(([path, one]) => `${path.replace(/^.*node_modules\//, "")} ${one.version} ${one.license}`);
const whole = bundled.filter(([, one]) => one.license.startsWith("OFL")).map(([path]) => readFileSync(join(here, path, "LICENSE"), "utf-8"));
writeFileSync(join(out, "LICENSES.txt"), [lines.sort().join("\n"), ...whole].join("\n\n"));
