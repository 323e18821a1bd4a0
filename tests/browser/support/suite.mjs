// What the files of tests share: a site and a browser for the whole file, and the kinds of pages that there are.
import { after } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startSite } from "./site.mjs";

/** Starts a site and a browser for a file of tests, and stops them after it. To await at the head of the file. */
export async function suite({ documents = [] } = {}) {
  const site = await startSite(documents);
  after(() => site.stop());
  const browser = await startBrowser();
  after(() => browser.close());
  return { site, browser };
}

/** A document of the example corpus with headings, a date, themes and passages about "jeugd". */
export const kDocument = "/documenten/verslag-2025-05";

/** Every kind of page, with the status that it has; `alike`: much like one before it. */
export const kPages = [
  { name: "home", path: "/" },
  { name: "all documents", path: "/zoeken", alike: true },
  { name: "search with results", path: "/zoeken?q=jeugd+wijkagent" },
  { name: "search with filters", path: "/zoeken?q=jeugd&thema=jeugd&soort=verslag&soort=conclusie&van=2025&tot=2025-12-31" },
  { name: "search with hits that match less", path: "/zoeken?q=jeugd+drugsdumping+vakantiepark", alike: true },
  { name: "search with a suggestion", path: "/zoeken?q=ondermijnig", alike: true },
  { name: "search without results", path: "/zoeken?q=xqzvvk" },
  { name: "search whose filters leave nothing", path: "/zoeken?q=drugsdumping&gemeente=breda&soort=beleidsboek", alike: true },
  { name: "second page of results", path: "/zoeken?pagina=2", alike: true },
  { name: "document", path: kDocument, alike: true },
  { name: "document with marked words", path: `${kDocument}?q=jeugd+wapens` },
  { name: "themes", path: "/themas" },
  { name: "solutions with all", path: "/oplossingen?toon=alles", alike: true },
  { name: "municipalities", path: "/gemeenten" },
  { name: "municipalities by unit", path: "/gemeenten?groep=eenheid", alike: true },
  { name: "theme", path: "/themas/ondermijning" },
  { name: "solution", path: "/oplossingen/buurtpreventie", alike: true },
  { name: "municipality", path: "/gemeenten/houten", alike: true },
  { name: "municipality without documents", path: "/gemeenten/aalten", alike: true },
  { name: "police unit", path: "/eenheden/oost-nederland", alike: true },
  { name: "overview", path: "/overzicht" },
  { name: "sessions", path: "/bijeenkomsten", alike: true },
  { name: "session", path: "/bijeenkomsten/2025-01-buurtpreventie" },
  { name: "search by province", path: "/zoeken?q=jeugd&groep=provincie", alike: true },
  { name: "source that is not given", path: "/documenten/praktijk-bibob-heerlen/bron", status: 404, alike: true },
  { name: "chapter of a policy book", path: "/documenten/beleidsboek-2025-h1-2", alike: true },
  { name: "theme without documents", path: "/themas/phishing", alike: true },
  { name: "theme with narrower ones", path: "/themas/veiligheid", alike: true },
  { name: "overview with all", path: "/overzicht?toon=alles", alike: true },
  { name: "municipalities by province", path: "/gemeenten?groep=provincie", alike: true },
  { name: "report a mistake", path: `${kDocument}/melden?veld=thema&waarde=jeugd`, alike: true },
  { name: "report sent", path: `${kDocument}/melden?verstuurd=ja`, alike: true },
  { name: "folders of excerpts", path: "/knipsels", alike: true },
  { name: "draft policy books", path: "/beleidsboek", alike: true },
  { name: "draft policy book", path: "/beleidsboek/2025-H1", alike: true },
  { name: "second draft policy book", path: "/beleidsboek/2025-H2", alike: true },
  { name: "help", path: "/help", alike: true },
  { name: "accessibility", path: "/toegankelijkheid", alike: true },
  { name: "about", path: "/over", alike: true },
  { name: "404", path: "/documenten/bestaat-niet", status: 404 },
  { name: "400", path: "/zoeken?pagina=nul", status: 400 },
];
