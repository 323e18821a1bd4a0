// From a theme to what was done and where that stands, from the overview to the documents behind a number, and reporting a mistake.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { kDocument, suite } from "./support/suite.mjs";

const { site, browser } = await suite();
const page = await openPage(browser, site, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });

test("a theme leads to a solution, that to a municipality, and a quotation to the passage that holds it", async () => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Thema’s" }).click();
  await page.getByRole("link", { name: "Burgerinitiatieven", exact: true }).click();
  assert.match(await page.locator("h1").textContent(), /Burgerinitiatieven/);
  const quote = page.locator(".pb-quote").first();
  const text = (await quote.locator("blockquote").textContent()).trim().replace(/\s*…$/, "");
  const solution = page.locator(".pb-use h3 a").first();
  const solutionPath = await solution.getAttribute("href");
  await quote.locator("figcaption a").click();
  const passage = page.locator(new URL(page.url()).hash);
  assert.ok((await passage.textContent()).includes(text), text);
  await page.goto(solutionPath);
  const place = page.locator(".pb-use h3 a").first();
  assert.match(await place.getAttribute("href"), /^\/gemeenten\//);
  await place.click();
  assert.match(await page.locator("h1").textContent(), /Gemeente/);
});

test("a number in the overview is that of the search it leads to", async () => {
  for (const label of ["Thema’s en oplossingen", "Thema’s per maand"]) {
    await page.goto("/overzicht");
    const cell = page.getByRole("region", { name: label }).locator(".pb-cell a").nth(3);
    const count = Number(/: (\d+) document/.exec((await cell.textContent()).replace(/\s+/g, " "))[1]);
    await cell.click();
    assert.equal(Number(/(\d+) resulta/.exec(await page.getByRole("status").first().textContent())[1]), count, label);
  }
});

test("a session has its calendar, and the search its feed", async () => {
  await page.goto("/bijeenkomsten/2025-01-buurtpreventie");
  const calendar = await page.request.get(await page.getByRole("link", { name: /iCalendar/ }).getAttribute("href"));
  assert.equal(calendar.headers()["content-type"], "text/calendar; charset=utf-8");
  assert.match(await calendar.text(), /DTSTART;TZID=Europe\/Amsterdam:20250121T133000\r\n/);
  await page.goto("/zoeken?q=jeugd");
  const feed = await page.request.get(await page.getByRole("link", { name: /feed \(Atom\)/ }).getAttribute("href"));
  assert.match(await feed.text(), /<title>Nieuw voor ‘jeugd’ – Praktijkbank<\/title>/);
});

test("a mistake is reported without scripts, and an empty report says what is missing", async () => {
  await page.goto(kDocument);
  await page.getByRole("link", { name: /^Meld een fout: / }).first().click();
  await page.getByLabel("Wat klopt er niet?").fill("Dit klopt niet.");
  await page.getByRole("button", { name: "Verstuur de melding" }).click();
  assert.equal(await page.locator("h1").textContent(), "Bedankt voor uw melding");
});

test("a bar of the years narrows to as many as it says, and back", async () => {
  await page.goto("/zoeken?groep=provincie");
  assert.ok(await page.locator("summary", { hasText: "Noord-Brabant" }).isVisible());
  await page.getByRole("link", { name: "per eenheid" }).click();
  assert.ok(await page.locator("summary", { hasText: "Oost-Nederland" }).isVisible());
});
