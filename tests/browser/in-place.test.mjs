// With scripts, results change in place: no new page, the focus stays, the address and what is said follow.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { kDocument, suite } from "./support/suite.mjs";

const { site, browser } = await suite();
let page;
beforeEach(async () => {
  page = await openPage(browser, site, { viewport: { width: 1280, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
});
afterEach(async () => {
  const { complaints } = page;
  await page.context().close();
  assert.deepEqual(complaints, []);
});

const total = async () => Number(/(\d+) resulta/.exec(await page.locator("main [role=status]").first().textContent())[1]);
/** The page is still the one that was loaded first. */
const mark = () => page.evaluate(() => (window.stillHere = true));
const isSame = () => page.evaluate(() => window.stillHere === true);

test("a tick changes the results at once, keeps the focus, and is undone by going back", async () => {
  await page.goto("/zoeken?q=jeugd");
  await mark();
  const before = await total();
  const box = page.getByRole("checkbox", { name: /^Verslag/ });
  const count = Number(/\((\d+)\)/.exec(await page.locator("label", { hasText: /^Verslag/ }).textContent())[1]);
  await box.focus();
  await page.keyboard.press("Space");
  await page.waitForURL("**/zoeken?q=jeugd&soort=verslag");
  await page.getByRole("link", { name: "Verwijder filter Soort: Verslag" }).waitFor();
  assert.ok(await isSame());
  assert.equal(await total(), count);
  assert.equal(await page.evaluate(() => `${document.activeElement.name}=${document.activeElement.value}`), "soort=verslag");
  await page.goBack();
  await page.waitForFunction((n) => document.querySelector("main [role=status]").textContent.includes(` ${n} resulta`), before);
  assert.equal(await box.isChecked(), false);
  await page.goForward();
  await page.waitForFunction(() => document.querySelector("main input[name=soort][value=verslag]").checked);
  assert.ok(await isSame());
});

test("a search in the box, a chip and a page keep the page, and what goes away leaves the focus on the results", async () => {
  await page.goto("/zoeken?soort=verslag");
  await mark();
  const search = page.getByRole("combobox", { name: "Waar zoekt u naar?" });
  await search.fill("jeugd");
  await search.press("Enter");
  await page.waitForURL("**/zoeken?q=jeugd&soort=verslag");
  await page.waitForFunction(() => document.title.includes("jeugd"));
  await page.getByRole("link", { name: "Verwijder filter Soort: Verslag" }).click();
  await page.waitForURL("**/zoeken?q=jeugd");
  await page.getByRole("link", { name: "Verwijder filter Soort: Verslag" }).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "inhoud");
  await page.getByRole("link", { name: "Volgende pagina" }).click();
  await page.waitForURL("**/zoeken?q=jeugd&pagina=2");
  await page.locator("[aria-current=page]", { hasText: "2" }).waitFor();
  assert.ok(await isSame());
});

test("when the answer doesn't come, the ordinary page is asked for", async () => {
  await page.goto("/zoeken?q=jeugd");
  await page.route("**/zoeken?q=jeugd&soort=verslag", (route) => (route.request().isNavigationRequest() ? route.continue() : route.fulfill({ status: 500, body: "" })));
  await page.getByRole("checkbox", { name: /^Verslag/ }).check();
  await page.waitForURL("**/zoeken?q=jeugd&soort=verslag");
  await page.waitForLoadState();
  assert.ok(await page.getByRole("checkbox", { name: /^Verslag/ }).isChecked());
  page.complaints.length = 0; // the browser reports the answer that we made fail
});

test("a passage is copied with its source", async () => {
  await page.goto(`${kDocument}?q=jeugd`);
  const passage = page.locator(".pb-text__passage").nth(1);
  const [text, id] = [await passage.textContent(), await passage.getAttribute("id")];
  await page.getByRole("button", { name: "Kopieer met bronvermelding" }).nth(1).click();
  await page.getByRole("button", { name: "Gekopieerd" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.startsWith(`‘${text}’`), copied);
  assert.ok(copied.includes(await page.locator("h1").textContent()));
  assert.ok(copied.endsWith(`${kDocument}#${id}`), copied);
});

test("one goes from marked word to marked word", async () => {
  await page.goto(`${kDocument}?q=jeugd`);
  const marks = await page.locator("article mark").count();
  await page.getByRole("button", { name: "Vorige markering" }).click();
  assert.equal(await page.getByRole("group", { name: "Gemarkeerde woorden" }).getByRole("status").textContent(), `${marks} van ${marks}`);
  await page.getByRole("button", { name: "Volgende markering" }).click();
  assert.ok(await page.locator("article mark").first().evaluate((element) => element.classList.contains("pb-current")));
});
