// All that a mouse can do on the pages, the keyboard can, and one sees where it is.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { kPages, suite } from "./support/suite.mjs";

const { site, browser } = await suite();
let page;
beforeEach(async () => {
  page = await openPage(browser, site, { viewport: { width: 1280, height: 900 } });
});
afterEach(async () => {
  const { complaints } = page;
  await page.context().close();
  assert.deepEqual(complaints, []);
});

const box = () => page.getByRole("combobox", { name: "Waar zoekt u naar?" });
const list = () => page.getByRole("listbox", { name: "Suggesties" });
const query = () => new URL(page.url()).searchParams.get("q");

/** Tabs until `locator` has the focus. */
async function tabTo(locator, most = 120) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press("Tab");
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`${locator} is not within ${most} tabs`);
}

/** Types into the box of the home page until completions show. */
async function complete(text) {
  await page.goto("/");
  await tabTo(box());
  await page.keyboard.type(text);
  await list().getByRole("option").first().waitFor();
}

test("the first tab shows a link to the content, which moves the focus there", async () => {
  await page.goto("/zoeken?q=jeugd");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Direct naar de inhoud" });
  assert.ok(await skip.evaluate((element) => element === document.activeElement));
  const { y, height } = await skip.boundingBox();
  assert.ok(y >= 0 && height >= 24, `at ${y} px, ${height} px high`);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "inhoud");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null));
});

test("typing offers completions and announces how many", async () => {
  await complete("onderm");
  assert.equal(await box().getAttribute("aria-expanded"), "true");
  assert.equal(await box().getAttribute("aria-autocomplete"), "list");
  assert.equal(await box().getAttribute("aria-controls"), await list().getAttribute("id"));
  const options = await list().getByRole("option").count();
  assert.equal(await page.getByRole("status").textContent(), options === 1 ? "1 suggestie" : `${options} suggesties`);
});

test("the arrows choose a completion while the focus stays in the field, and past the ends is the text as typed", async () => {
  await complete("onderm");
  const options = list().getByRole("option");
  await page.keyboard.press("ArrowDown");
  const first = options.first();
  assert.equal(await box().getAttribute("aria-activedescendant"), await first.getAttribute("id"));
  assert.equal(await first.getAttribute("aria-selected"), "true");
  assert.ok(await box().evaluate((element) => element === document.activeElement));
  assert.notEqual(await box().inputValue(), "onderm");
  await page.keyboard.press("ArrowUp");
  assert.equal(await box().inputValue(), "onderm");
  assert.equal(await box().getAttribute("aria-activedescendant"), null);
  await page.keyboard.press("ArrowUp");
  assert.equal(await box().getAttribute("aria-activedescendant"), await options.last().getAttribute("id"));
});

test("Escape closes the completions and gives back the text as typed; ArrowDown shows them again", async () => {
  await complete("onderm");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  assert.equal(await list().count(), 0);
  assert.equal(await box().inputValue(), "onderm");
  assert.equal(await box().getAttribute("aria-expanded"), "false");
  await page.keyboard.press("ArrowDown");
  await list().waitFor();
});

test("Enter searches for the completion that is chosen", async () => {
  await complete("onderm");
  await page.keyboard.press("ArrowDown");
  const chosen = await box().inputValue();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/zoeken?*");
  assert.equal(query(), chosen);
});

test("Enter without a choice searches for the text as typed", async () => {
  await complete("onderm");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/zoeken?*");
  assert.equal(query(), "onderm");
});

test("leaving the field closes the completions", async () => {
  await complete("onderm");
  await page.keyboard.press("Tab");
  assert.equal(await list().count(), 0);
});

test("ticks a value, filters and removes the filter", async () => {
  await page.goto("/zoeken?q=jeugd");
  await tabTo(page.getByRole("checkbox", { name: /^Verslag/ }));
  await page.keyboard.press("Space");
  await tabTo(page.getByRole("button", { name: "Toon resultaten" }).first());
  await page.keyboard.press("Enter");
  await page.waitForURL("**/zoeken?q=jeugd&soort=verslag");
  await tabTo(page.getByRole("link", { name: "Verwijder filter Soort: Verslag" }));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/zoeken?q=jeugd");
});

test("from a search by a filter and a document to an excerpt and its file", async () => {
  await page.goto("/");
  await tabTo(box());
  await page.keyboard.type("jeugd wapens");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/zoeken?q=jeugd+wapens");
  await tabTo(page.getByRole("checkbox", { name: /^Verslag/ }));
  await page.keyboard.press("Space");
  await page.getByRole("link", { name: "Verwijder filter Soort: Verslag" }).waitFor();
  await tabTo(page.locator("article h2 a").first());
  await page.keyboard.press("Enter");
  await page.waitForURL("**/documenten/**");
  await tabTo(page.getByRole("button", { name: "Voeg toe aan knipselmap" }).nth(1));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/knipsels/*");
  assert.equal(await page.locator("blockquote").count(), 1);
  await tabTo(page.getByLabel("Eigen notitie bij knipsel 1"));
  await page.keyboard.type("Vraag dit na.");
  await tabTo(page.getByRole("button", { name: "Bewaar notitie bij knipsel 1" }));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("main textarea").defaultValue === "Vraag dit na.");
  await tabTo(page.getByRole("link", { name: "Markdown" }));
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.equal(file.suggestedFilename(), "knipselmap.md");
});

test("opens the filters of a small screen", async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/zoeken?q=jeugd");
  const value = page.getByRole("checkbox", { name: /^Verslag/ });
  assert.equal(await value.isVisible(), false);
  await tabTo(page.locator("summary", { hasText: "Filters" }));
  await page.keyboard.press("Enter");
  await value.waitFor();
});

test("finds a value in a long facet", async () => {
  await page.goto("/zoeken");
  await tabTo(page.getByLabel("Zoek in Gemeente"));
  await page.keyboard.type("den ha");
  const values = page.getByRole("group", { name: "Gemeente" }).getByRole("checkbox");
  await page.waitForFunction(() => /gevonden/.test(document.querySelector("[data-filterable=Gemeente] [role=status]").textContent));
  assert.match(await page.locator("[data-filterable=Gemeente] [role=status]").textContent(), /^\d+ waarden? gevonden$/);
  for (const value of await values.all()) assert.match(await value.evaluate((element) => element.labels[0].textContent), /den ha/i);
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).search, "", "Enter in this field does not search");
});

test("all that takes the focus shows it, and is in sight then", async () => {
  for (const { name, path } of kPages) {
    await page.goto(path);
    const seen = new Set();
    for (;;) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { left, top, width, height } = element.getBoundingClientRect();
        // Of a link over several lines the first line counts.
        const line = element.getClientRects()[0];
        const there = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
        window.order ??= new Map();
        if (!window.order.has(element)) window.order.set(element, window.order.size);
        return {
          number: window.order.get(element),
          what: element.outerHTML.slice(0, 120),
          outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
          // What is higher than the window cannot be in it whole.
          inSight: left >= 0 && (top >= 0 || height > innerHeight - 100) && top + height > 0 && width > 0 && height > 0 && top < innerHeight,
          covered: !(there && (element.contains(there) || there.contains(element) || there.closest("label")?.control === element)),
        };
      });
      // The end of the page, or round again.
      if (!at || seen.has(at.number)) break;
      seen.add(at.number);
      assert.ok(at.outlined, `${name}: no outline: ${at.what}`);
      assert.ok(at.inSight, `${name}: out of sight: ${at.what}`);
      assert.ok(!at.covered, `${name}: covered: ${at.what}`);
    }
    assert.ok(seen.size > 3, name);
  }
});
