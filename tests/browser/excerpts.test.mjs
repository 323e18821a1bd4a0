// A folder of excerpts in a browser: without scripts from search to file, and nothing in it breaks a rule of axe.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { openPage } from "./support/browser.mjs";
import { kDocument, suite } from "./support/suite.mjs";

const { site, browser } = await suite();

test("keeps a passage, notes, order and title without scripts, and takes them along", async () => {
  const page = await openPage(browser, site, { javaScriptEnabled: false });
  await page.goto("/zoeken?q=jeugd+wapens");
  await page.locator("main h2 a, main h3 a").first().click();
  const add = page.getByRole("button", { name: "Voeg toe aan knipselmap" });
  const passage = (await page.locator(".pb-text__passage").nth(1).innerText()).trim().split("\n")[0];
  await add.nth(1).click();
  assert.match(page.url(), /\/knipsels\/[\w-]{43}$/);
  assert.ok((await page.locator("blockquote").innerText()).includes(passage));
  const folder = page.url();

  await page.goto(kDocument);
  await add.first().click();
  assert.equal(page.url(), folder, "the second passage goes into the same folder");
  assert.equal(await page.locator("blockquote").count(), 2);

  await page.getByLabel("Eigen notitie bij knipsel 1").fill("Vraag dit na.");
  await page.getByRole("button", { name: "Bewaar notitie bij knipsel 1" }).click();
  await page.getByRole("button", { name: "Omlaag knipsel 1" }).click();
  assert.equal(await page.getByLabel("Eigen notitie bij knipsel 2").inputValue(), "Vraag dit na.");
  await page.getByLabel("Titel").fill("Voor de raad");
  await page.getByRole("button", { name: "Bewaar titel" }).click();
  assert.equal(await page.locator("h1").innerText(), "Voor de raad");

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Markdown" }).click()]);
  assert.equal(file.suggestedFilename(), "knipselmap.md");
  assert.deepEqual(page.complaints.filter((text) => !text.includes("ERR_ABORTED")), []);

  await page.getByRole("button", { name: "Wis deze map" }).click();
  assert.equal(new URL(page.url()).pathname, "/knipsels");
  assert.equal((await page.goto(folder)).status(), 404);
  await page.context().close();
});

test("another folder's address is no secret to other pages", async () => {
  const page = await openPage(browser, site);
  await page.goto(kDocument);
  await page.getByRole("button", { name: "Voeg toe aan knipselmap" }).first().click();
  const [request] = await Promise.all([page.waitForRequest(/\/themas$/), page.getByRole("link", { name: "Thema’s" }).first().click()]);
  assert.ok(!(request.headers().referer ?? "").includes("knipsels"));
  await page.context().close();
});

for (const [width, colorScheme] of [[320, "light"], [768, "dark"], [1280, "light"]])
  test(`axe finds nothing in a folder at ${width} px, ${colorScheme}`, async () => {
    const page = await openPage(browser, site, { viewport: { width, height: 900 }, colorScheme });
    await page.goto(kDocument);
    await page.getByRole("button", { name: "Voeg toe aan knipselmap" }).first().click();
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.context().close();
  });
