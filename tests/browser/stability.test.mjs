// Nothing moves while a page loads, also when its style sheet and fonts come late, nor when results change in place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { kDocument, kPages, suite } from "./support/suite.mjs";

const { site, browser } = await suite();

/** Counts every shift of the page that no click or key caused, from the very beginning. */
const watch = () => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) window.shifts.push({ value, what: sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? String(node?.textContent).slice(0, 80)) });
  }).observe({ type: "layout-shift", buffered: true });
};

for (const [width, late] of [[320, false], [1280, false], [390, true], [1280, true]])
  test(`nothing shifts at ${width} px${late ? " when fonts and script come late" : ""}`, async () => {
    const page = await openPage(browser, site, { viewport: { width, height: 900 } });
    await page.addInitScript(watch);
    if (late)
      await page.route(/\/assets\/.*\.(woff2|js)$/, async (route) => {
        await new Promise((done) => setTimeout(done, 400));
        await route.continue();
      });
    const found = [];
    for (const { name, path } of late ? kPages.filter(({ alike }) => !alike) : kPages) {
      await page.goto(path, { waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))));
      const shifts = await page.evaluate(() => window.shifts);
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      if (sum > (late ? 0.005 : 0.001)) found.push(`${name}: ${sum.toFixed(4)} ${JSON.stringify(shifts).slice(0, 600)}`);
    }
    assert.deepEqual(found, []);
    await page.context().close();
  });

test("at 200 % zoom every page is whole and can be used", async () => {
  // 1280 by 720 at 200 % is 640 by 360 of twice as many pixels.
  const page = await openPage(browser, site, { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 });
  for (const { name, path } of kPages) {
    await page.goto(path);
    const cut = await page.evaluate(() => {
      document.querySelectorAll("details").forEach((details) => (details.open = true));
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) return [`${scrollWidth} wide`];
      // What holds text and neither shows all of it nor can be scrolled.
      return [...document.querySelectorAll("main *, header *, footer *")].filter((element) => {
        const { overflowX, overflowY, position, clip } = getComputedStyle(element);
        if (!element.clientWidth || position === "absolute" || clip !== "auto" || element.matches("svg, svg *, input, select, textarea")) return false;
        return (overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1) || (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1);
      }).map((element) => element.outerHTML.slice(0, 100));
    });
    assert.deepEqual(cut, [], name);
  }
  await page.goto("/zoeken?q=jeugd");
  await page.locator("summary", { hasText: "Filters" }).click();
  await page.getByRole("checkbox", { name: /^Verslag/ }).check();
  await page.getByRole("button", { name: "Toon resultaten" }).first().click();
  await page.waitForURL("**/zoeken?q=jeugd&soort=verslag");
  await page.goto(`${kDocument}?q=jeugd`);
  assert.ok(await page.locator("article mark").first().isVisible());
  await page.context().close();
});
