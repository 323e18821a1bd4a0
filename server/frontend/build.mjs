// Builds what browsers load: `node build.mjs FOLDER`. Writes one style sheet, one script, two fonts and the mark under names that
// hold a hash of their content, and manifest.json: {"css": "app.1a2b3c4d5e.css", "js": …, "favicon": …, "font_regular": …, "font_bold": …}.
// The server serves them under /assets/ for ever. Run `npm ci` first.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { declarations, keepUsed, parse, print, reads } from "./css.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const read = (...path) => readFileSync(join(here, ...path), "utf8");
const inModule = (...path) => join(here, "node_modules", ...path);

/** Components of NL Design System that the templates use, in the order of the cascade. */
const kComponents = ["root", "document", "heading-1", "heading-2", "heading-3", "paragraph", "link", "skip-link",
  "unordered-list", "textbox", "checkbox", "select", "button", "form-label", "mark", "alert", "pagination"];

/** Our own styles, in the order of the cascade. */
const kStyles = ["font", "palette", "base", "header", "search-box", "home", "filters", "results", "document", "knowledge", "form", "excerpts", "error", "print"];

const kNotice = "/* Praktijkbank, EUPL-1.2. Holds parts of @utrecht/component-library-css and @nl-design-system-unstable/voorbeeld-design-tokens, " +
  "EUPL-1.2, Frameless B.V. and Gemeente Utrecht. Noto Sans: OFL-1.1. */\n";

/** Every word that stands in a template or the script: a class that is not among them is not used. */
function usedWords() {
  const folders = ["../templates", "../templates/partials"];
  const texts = folders.flatMap((folder) => readdirSync(join(here, folder))
    .filter((name) => name.endsWith(".mustache")).map((name) => read(folder, name)));
  return new Set([...texts, read("app.js")].join(" ").match(/[\w-]+/g));
}

/** The design tokens that the style sheet reads, and those that these read in turn. */
function tokensFor(css, own) {
  const theme = parse(readFileSync(inModule("@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"), "utf8"));
  const values = new Map(theme.filter((rule) => rule.prelude === ".voorbeeld-theme").flatMap((rule) => declarations(rule.body)));
  const wanted = new Set();
  const want = (name) => {
    if (wanted.has(name) || own.has(name) || !values.has(name)) return;
    wanted.add(name);
    reads(values.get(name)).forEach(want);
  };
  reads(css).forEach(want);
  return `.voorbeeld-theme{${[...wanted].sort().map((name) => `${name}:${values.get(name)}`).join(";")}}`;
}

function styleSheet(fonts) {
  const used = usedWords();
  const components = kComponents.map((name) =>
    print(keepUsed(parse(readFileSync(inModule(`@utrecht/${name}-css/dist/index.css`), "utf8")), (word) => used.has(word)))).join("");
  const ownRules = kStyles.flatMap((name) => parse(read("styles", `${name}.css`)));
  const own = print(ownRules).replace(/url\((\w+)\)/g, (match, name) => (fonts[name] ? `url(${fonts[name]})` : match));
  const set = new Set([...own.matchAll(/[{;](--[\w-]+):/g)].map((match) => match[1]));
  return kNotice + tokensFor(components + own, set) + components + own;
}

const out = process.argv[2];
if (!out) {
  console.error("usage: node build.mjs FOLDER");
  process.exit(2);
}
mkdirSync(out, { recursive: true });
// What an earlier build left there goes; anything else in the folder stays.
if (existsSync(join(out, "manifest.json")))
  for (const name of Object.values(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")))) rmSync(join(out, name), { force: true });
const manifest = {};
const put = (key, stem, extension, bytes) => {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  manifest[key] = `${stem}.${hash}.${extension}`;
  writeFileSync(join(out, manifest[key]), bytes);
};

for (const [key, weight] of [["font_regular", 400], ["font_bold", 700]])
  put(key, `noto-sans-${weight}`, "woff2", readFileSync(inModule(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff2`)));
put("favicon", "favicon", "svg", Buffer.from(read("favicon.svg")));
put("js", "app", "js", Buffer.from(read("app.js").replace(/^\s*\/\/.*\n/gm, "").replace(/^\s+/gm, "")));
put("css", "app", "css", Buffer.from(styleSheet(manifest)));
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
