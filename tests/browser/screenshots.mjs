// node tests/browser/screenshots.mjs FOLDER [dark]: pictures of the pages for the documentation (docs/images), from the example corpus.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { openPage, startBrowser } from "./support/browser.mjs";
import { startSite } from "./support/site.mjs";

const kPictures = [
  { name: "home", path: "/" },
  { name: "zoeken", path: "/zoeken?q=ondermijning" },
  { name: "document", path: "/documenten/verslag-2025-05?q=jeugd+straatcoach" },
  { name: "themas", path: "/themas" },
  { name: "thema", path: "/themas/burgerinitiatieven" },
  { name: "oplossing", path: "/oplossingen/buurtpreventie" },
  { name: "gemeente", path: "/gemeenten/houten" },
  { name: "gemeenten", path: "/gemeenten?groep=eenheid" },
  { name: "eenheid", path: "/eenheden/oost-nederland" },
  { name: "overzicht", path: "/overzicht" },
  { name: "bijeenkomsten", path: "/bijeenkomsten" },
  { name: "bijeenkomst", path: "/bijeenkomsten/2025-01-buurtpreventie" },
  { name: "melden", path: "/documenten/verslag-2025-05/melden" },
  { name: "knipselmap", path: "/documenten/verslag-2025-01", then: keepPassages },
  { name: "beleidsboek", path: "/beleidsboek/2025-H1" },
  { name: "hulp", path: "/help" },
  { name: "niet-gevonden", path: "/documenten/bestaat-niet" },
];
/** Puts two passages into a folder, which is then shown. */
async function keepPassages(page) {
  for (const number of [2, 3]) {
    await page.goto("/documenten/verslag-2025-01");
    await page.getByRole("button", { name: "Voeg toe aan knipselmap" }).nth(number).click();
  }
}

const kSizes = [
  { name: "1280", width: 1280, height: 900 },
  { name: "390", width: 390, height: 844 },
];
const kSchemes = ["light", "dark"];
const kMostBytes = 250_000;

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node tests/browser/screenshots.mjs FOLDER [dark]");
  process.exit(2);
}
const scheme = kSchemes.includes(process.argv[3]) ? process.argv[3] : "light";

mkdirSync(folder, { recursive: true });
const site = await startSite();
const browser = await startBrowser();
try {
  for (const { name: size, width, height } of kSizes) {
    const page = await openPage(browser, site, { viewport: { width, height }, colorScheme: scheme });
    for (const { name, path, then } of kPictures) {
      await page.goto(path);
      await then?.(page);
      await page.evaluate(() => document.fonts.ready);
      const file = join(folder, `${name}-${size}.png`);
      await page.screenshot({ path: file });
      const bytes = statSync(file).size;
      console.log(`${file}: ${bytes} bytes`);
      if (bytes > kMostBytes) process.exitCode = 1;
    }
    await page.context().close();
  }
} finally {
  await browser.close();
  await site.stop();
}
