// No page breaks a rule of axe (WCAG 2.2 A and AA, and good practice), at any width, light or dark; and what axe cannot see.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { openPage } from "./support/browser.mjs";
import { kPages, suite } from "./support/suite.mjs";

const kTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const kWidths = [320, 768, 1280];
const kSchemes = ["light", "dark"];

const { site, browser } = await suite();

/** What axe objects to, a line each. Pages have no frames, for which the legacy mode is the quicker way. */
async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(kTags).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target}\n${failureSummary}`));
}

const kEverywhere = kSchemes.flatMap((scheme) => kWidths.map((width) => [width, scheme]));
// Enough for a page that has little of its own: every check takes a second.
// AXE_EVERYWHERE=1 looks at every page everywhere.
const kCorners = process.env.AXE_EVERYWHERE ? kEverywhere : [[320, "light"], [1280, "dark"]];

/** Runs `check` in these widths and schemes, in the same tab. */
async function problems(page, where, check) {
  const found = [];
  for (const [width, colorScheme] of where) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    for (const problem of await check()) found.push(`${width} px, ${colorScheme}: ${problem}`);
  }
  return found;
}

for (const { name, path, alike } of kPages)
  test(`axe finds nothing: ${name}`, async () => {
    const page = await openPage(browser, site);
    await page.goto(path);
    assert.deepEqual(await problems(page, alike ? kCorners : kEverywhere, () => violations(page)), []);
    await page.context().close();
  });

test("axe finds nothing when all that folds is open", async () => {
  const page = await openPage(browser, site);
  await page.goto("/zoeken?q=jeugd&thema=jeugd");
  const open = () => page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  assert.deepEqual(await problems(page, kCorners, async () => (await open(), violations(page))), []);
  await page.context().close();
});

test("axe finds nothing when completions are shown", async () => {
  const page = await openPage(browser, site);
  await page.goto("/");
  await page.getByRole("combobox").pressSequentially("onderm");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await problems(page, kCorners, () => violations(page)), []);
  await page.context().close();
});

test("every page has a language, a title of its own and one heading of level 1", async () => {
  const page = await openPage(browser, site);
  const titles = new Map();
  for (const { name, path } of kPages) {
    await page.goto(path);
    assert.equal(await page.locator("html").getAttribute("lang"), "nl", name);
    assert.equal(await page.locator("h1").count(), 1, name);
    titles.set(name, await page.title());
  }
  // With and without marks it is the same document, and with its filters in another order the same search.
  titles.delete("document with marked words");
  titles.delete("search by province");
  assert.equal(new Set(titles.values()).size, titles.size, [...titles.values()].join("\n"));
  await page.context().close();
});

test("no page scrolls sideways at 320 px, nor when text is twice as large", async () => {
  const page = await openPage(browser, site, { viewport: { width: 320, height: 640 } });
  const overflow = () => page.evaluate(() => {
    document.querySelectorAll("details").forEach((details) => (details.open = true));
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  for (const { name, path } of kPages) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    assert.equal(await overflow(), 0, `${name} at 320 px`);
    await page.setViewportSize({ width: 640, height: 800 });
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    assert.equal(await overflow(), 0, `${name} with text of 200 %`);
  }
  await page.context().close();
});

test("marked words stand out, in the light and in the dark", async () => {
  const page = await openPage(browser, site);
  for (const colorScheme of kSchemes) {
    await page.emulateMedia({ colorScheme });
    await page.goto("/documenten/verslag-2025-05?q=jeugd");
    const [mark, paper] = await page.evaluate(() =>
      [document.querySelector("article mark"), document.body].map((element) => getComputedStyle(element).backgroundColor));
    assert.notEqual(mark, paper, colorScheme);
    assert.notEqual(mark, "rgba(0, 0, 0, 0)", colorScheme);
  }
  await page.context().close();
});
