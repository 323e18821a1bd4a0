// Everything that a visitor needs works in a browser without scripts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { kDocument, suite } from "./support/suite.mjs";

const { site, browser } = await suite();
const page = await openPage(browser, site, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });

const parameters = () => [...new URL(page.url()).searchParams];
const total = async () => Number(/(\d+) resulta/.exec(await page.getByRole("status").first().textContent())?.[1]);

test("searches from the home page", async () => {
  await page.goto("/");
  await page.getByLabel("Waar zoekt u naar?").fill("jeugd");
  await page.getByRole("button", { name: "Zoeken" }).click();
  assert.deepEqual(parameters(), [["q", "jeugd"]]);
  assert.equal(await page.getByLabel("Waar zoekt u naar?").inputValue(), "jeugd");
  assert.ok((await total()) > 1);
});

test("ticks a value of a facet, which narrows to as many as its number says", async () => {
  await page.goto("/zoeken?q=jeugd");
  const before = await total();
  const value = page.getByRole("checkbox", { name: /^Verslag/ });
  const count = Number(/\((\d+)\)/.exec(await page.locator("label", { hasText: /^Verslag/ }).textContent())[1]);
  await value.check();
  await page.getByRole("button", { name: "Toon resultaten" }).first().click();
  assert.deepEqual(parameters().filter(([, text]) => text !== ""), [["q", "jeugd"], ["soort", "verslag"]]);
  assert.equal(await total(), count);
  assert.ok(count < before);
  assert.ok(await value.isChecked());
});

test("the button of the filters is in sight above them and below, and lies over none", async () => {
  await page.goto("/zoeken?q=jeugd");
  const buttons = page.getByRole("button", { name: "Toon resultaten" });
  assert.equal(await buttons.count(), 2);
  const { y, height } = await buttons.first().boundingBox();
  assert.ok(y + height < 500, `the first ends at ${y + height} px`);
  const under = await page.locator(".pb-filters__form").evaluate((form) =>
    [...form.querySelectorAll("button")].filter((button) => getComputedStyle(button).position !== "static" || getComputedStyle(button.parentElement).position !== "static").length);
  assert.equal(under, 0);
});

test("a new search keeps the filters", async () => {
  await page.goto("/zoeken?q=jeugd&soort=verslag");
  await page.getByLabel("Waar zoekt u naar?").fill("wijkagent");
  await page.getByRole("button", { name: "Zoeken" }).click();
  assert.deepEqual(parameters(), [["q", "wijkagent"], ["soort", "verslag"]]);
});

test("removes a filter with its chip", async () => {
  await page.goto("/zoeken?q=jeugd&soort=verslag&soort=conclusie");
  await page.getByRole("link", { name: "Verwijder filter Soort: Verslag" }).click();
  assert.deepEqual(parameters(), [["q", "jeugd"], ["soort", "conclusie"]]);
  await page.getByRole("link", { name: "Verwijder alle filters" }).click();
  assert.deepEqual(parameters(), [["q", "jeugd"]]);
});

test("folds and opens the narrower values and the rest of a long list", async () => {
  await page.goto("/zoeken");
  const narrower = page.getByRole("checkbox", { name: /^Ondermijning/ });
  assert.equal(await narrower.isVisible(), false);
  await page.locator("summary", { hasText: /^\s*Onderdelen van Veiligheid \(/ }).click();
  assert.equal(await narrower.isVisible(), true);
  const municipalities = page.getByRole("group", { name: "Gemeente" });
  const shown = async () => municipalities.getByRole("checkbox").count();
  assert.equal(await shown(), 10);
  await municipalities.locator("summary", { hasText: "Toon meer" }).click();
  assert.ok((await shown()) > 10);
});

test("sorts and turns pages", async () => {
  await page.goto("/zoeken");
  await page.getByRole("combobox", { name: "Volgorde" }).selectOption("oudste");
  await page.getByRole("button", { name: "Sorteer" }).click();
  assert.deepEqual(parameters(), [["sorteer", "oudste"]]);
  await page.getByRole("link", { name: "Volgende pagina" }).click();
  assert.deepEqual(parameters(), [["sorteer", "oudste"], ["pagina", "2"]]);
  assert.equal(await page.locator("ol").first().getAttribute("start"), "11");
  assert.equal(await page.locator("[aria-current=page]").textContent(), "Pagina 2");
});

test("opens a document with the words marked, and goes back to the results", async () => {
  await page.goto("/zoeken?q=jongeren&soort=verslag");
  const title = page.locator("article h2 a").first();
  const text = await title.textContent();
  await title.click();
  assert.equal(await page.locator("h1").textContent(), text);
  assert.ok((await page.locator("article mark").count()) > 0);
  await page.getByRole("link", { name: "Terug naar de resultaten" }).click();
  assert.deepEqual(parameters(), [["q", "jongeren"], ["soort", "verslag"]]);
});

test("follows a link to a passage, which is in sight", async () => {
  await page.goto("/zoeken?q=jongeren&soort=verslag");
  await page.locator(".pb-passage a").first().click();
  const { pathname, hash } = new URL(page.url());
  assert.match(pathname, /^\/documenten\//);
  assert.match(hash, /^#p-[0-9a-f]+$/);
  const passage = page.locator(hash);
  assert.ok((await passage.locator("mark").count()) > 0);
  const { y } = await passage.boundingBox();
  assert.ok(y >= 0 && y < 900, `at ${y} px`);
});

test("shows a document without marks on request", async () => {
  await page.goto(`${kDocument}?q=jeugd`);
  await page.getByRole("link", { name: "Toon zonder markering" }).click();
  assert.equal(new URL(page.url()).search, "");
  assert.equal(await page.locator("mark").count(), 0);
});

test("where filters leave nothing, says which to remove and what that gives", async () => {
  await page.goto("/zoeken?q=drugsdumping&gemeente=breda&soort=beleidsboek");
  const drop = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Zonder Gemeente: Breda" }) });
  const promised = Number(/(\d+) resulta/.exec(await drop.textContent())[1]);
  await drop.getByRole("link").click();
  assert.equal(await total(), promised);
});
