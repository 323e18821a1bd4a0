// node tests/browser/screenshots.mjs FOLDER [--whole]: pictures of every kind of page, for the documentation (docs/images), from the example
// corpus: on a wide screen in the light and on a phone in the dark. With --whole all four of those, from top to bottom, to look at.
import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openPage, startBrowser } from "./support/browser.mjs";
import { startSite } from "./support/site.mjs";
import { smallPng } from "./support/small-png.mjs";

const kPictures = [
  { name: "home", path: "/" },
  { name: "zoeken", path: "/zoeken?q=ondermijning" },
  { name: "zoeken-met-filters", path: "/zoeken?q=jeugd&thema=jeugd&soort=verslag" },
  { name: "niets-gevonden", path: "/zoeken?q=drugsdumping&gemeente=breda&soort=beleidsboek" },
  { name: "document", path: "/documenten/verslag-2025-05?q=jeugd+straatcoach" },
  { name: "bron", path: "/documenten/praktijk-bibob-heerlen/bron" },
  { name: "melden", path: "/documenten/verslag-2025-05/melden?veld=thema&waarde=jeugd" },
  { name: "themas", path: "/themas" },
  { name: "thema", path: "/themas/burgerinitiatieven" },
  { name: "oplossingen", path: "/oplossingen" },
  { name: "oplossing", path: "/oplossingen/buurtpreventie" },
  { name: "gemeenten", path: "/gemeenten?groep=eenheid" },
  { name: "gemeente", path: "/gemeenten/houten" },
  { name: "eenheid", path: "/eenheden/oost-nederland" },
  { name: "overzicht", path: "/overzicht" },
  { name: "bijeenkomsten", path: "/bijeenkomsten" },
  { name: "bijeenkomst", path: "/bijeenkomsten/2025-01-buurtpreventie" },
  { name: "knipselmappen", path: "/knipsels" },
  { name: "knipselmap", path: "/documenten/verslag-2025-01", then: keepPassages },
  { name: "beleidsboeken", path: "/beleidsboek" },
  { name: "beleidsboek", path: "/beleidsboek/2025-H1" },
  { name: "hulp", path: "/help" },
  { name: "over", path: "/over" },
  { name: "toegankelijkheid", path: "/toegankelijkheid" },
  { name: "foute-vraag", path: "/zoeken?pagina=nul" },
  { name: "niet-gevonden", path: "/documenten/bestaat-niet" },
  { name: "storing", path: "/documenten/verslag-2025-05", before: breakIndex },
];
/** Puts two passages into a folder, which is then shown. */
async function keepPassages(page) {
  for (const number of [2, 3]) {
    await page.goto("/documenten/verslag-2025-01");
    await page.getByRole("button", { name: "Voeg toe aan knipselmap" }).nth(number).click();
  }
}
/** Under the running server; what comes after shows how that looks. */
function breakIndex() {
  const database = join(site.index, "current", "database");
  for (const file of readdirSync(database)) truncateSync(join(database, file), 0);
}

const kWide = { name: "1280", width: 1280, height: 900 };
const kPhone = { name: "390", width: 390, height: 844 };
const kMostBytes = 2_500_000; // of all together

const [folder, flag] = process.argv.slice(2);
const whole = flag === "--whole";
if (!folder || (flag && !whole)) {
  console.error("usage: node tests/browser/screenshots.mjs FOLDER [--whole]");
  process.exit(2);
}
const ways = whole
  ? [kWide, kPhone].flatMap((size) => ["light", "dark"].map((scheme) => ({ ...size, scheme })))
  : [{ ...kWide, scheme: "light" }, { ...kPhone, scheme: "dark" }];

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (file.endsWith(".png")) rmSync(join(folder, file));
const site = await startSite();
const browser = await startBrowser();
let bytes = 0;
try {
  const pages = await Promise.all(ways.map(({ width, height, scheme }) => openPage(browser, site, { viewport: { width, height }, colorScheme: scheme })));
  for (const { name, path, before, then } of kPictures) {
    before?.();
    for (const [index, { name: size, scheme }] of ways.entries()) {
      const page = pages[index];
      await page.goto(path);
      await then?.(page);
      await page.evaluate(() => document.fonts.ready);
      const picture = smallPng(await page.screenshot({ fullPage: whole }));
      writeFileSync(join(folder, `${name}-${size}${scheme === "dark" ? "-donker" : ""}.png`), picture);
      bytes += picture.length;
    }
  }
} finally {
  await browser.close();
  await site.stop();
}
console.log(`${bytes} bytes`);
if (!whole && bytes > kMostBytes) process.exitCode = 1;
