// What the files of tests share: a site and a browser for the whole file, and the kinds of pages that there are.
import { after, before } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startSite } from "./site.mjs";

/** Starts a site and a browser before the tests of a file and stops them after: `{site, browser}`, filled when the tests run. */
export function suite({ documents = [], launch = {} } = {}) {
  const started = {};
  before(async () => {
    started.site = await startSite(documents);
    started.browser = await startBrowser(launch);
  });
  after(async () => {
    await started.browser?.close();
    await started.site?.stop();
  });
  return started;
}

/** A document of the example corpus with headings, a date, themes and passages about "jeugd". */
export const kDocument = "/documenten/verslag-2025-05";

/** Every kind of page, with the status that it has. */
export const kPages = [
  { name: "home", path: "/" },
  { name: "all documents", path: "/zoeken" },
  { name: "search with results", path: "/zoeken?q=jeugd+wijkagent" },
  { name: "search with filters", path: "/zoeken?q=jeugd&thema=jeugd&soort=verslag&soort=conclusie&van=2025&tot=2025-12-31" },
  { name: "search with hits that match less", path: "/zoeken?q=jeugd+drugsdumping+vakantiepark" },
  { name: "search with a suggestion", path: "/zoeken?q=ondermijnig" },
  { name: "search without results", path: "/zoeken?q=xqzvvk" },
  { name: "search whose filters leave nothing", path: "/zoeken?q=drugsdumping&gemeente=breda&soort=beleidsboek" },
  { name: "second page of results", path: "/zoeken?pagina=2" },
  { name: "document", path: kDocument },
  { name: "document with marked words", path: `${kDocument}?q=jeugd+wapens` },
  { name: "404", path: "/documenten/bestaat-niet", status: 404 },
  { name: "400", path: "/zoeken?pagina=nul", status: 400 },
];
