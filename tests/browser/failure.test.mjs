// When the server itself fails, the page says so in plain Dutch, is as accessible as any other, and tells nothing of the inside.
import assert from "node:assert/strict";
import { readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import { openPage } from "./support/browser.mjs";
import { kDocument, suite } from "./support/suite.mjs";

const { site, browser } = await suite();

test("an index that is damaged under a running server gives a page that helps", async () => {
  const database = join(site.index, "current", "database");
  for (const file of readdirSync(database)) if (file.endsWith(".glass")) truncateSync(join(database, file), 0);
  const page = await openPage(browser, site);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  for (const [width, colorScheme] of [[320, "light"], [768, "dark"], [1280, "light"], [1280, "dark"]]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const answer = await page.goto(kDocument);
    assert.equal(answer.status(), 500);
    assert.equal(await page.locator("h1").textContent(), "Er ging iets mis");
    assert.match(await page.locator("main").textContent(), /Noem daarbij dit nummer: [0-9a-f]{8}/);
    const html = await answer.text();
    for (const inside of ["Xapian", "glass", site.index, "database"]) assert.ok(!html.includes(inside), inside);
    const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const { results } = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString(html);
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)), []);
  }
  await page.context().close();
});
