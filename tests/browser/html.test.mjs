// The HTML as it is served is valid, for every kind of page.
import assert from "node:assert/strict";
import http from "node:http";
import { after, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { startSite } from "./support/site.mjs";
import { kHostileDocuments, kHostilePages } from "./support/hostile.mjs";
import { kPages } from "./support/suite.mjs";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Values of one facet share a name: checkboxes, and what hidden fields keep, for which this rule has no setting.
    "form-dup-name": "off",
    // A document's title is as long as its author made it.
    "long-title": "off",
  },
});

const site = await startSite(kHostileDocuments);
after(() => site.stop());

/** A connection for each page: one that is kept may be closed while the validator is at work. */
function get(url) {
  return new Promise((done, failed) => {
    http.get(url, { agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece) => (text += piece)).on("end", () => done({ status: response.statusCode, text }));
    }).on("error", failed);
  });
}

const pages = [
  ...kPages,
  ...kHostilePages.map((path, number) => ({ name: `hostile page ${number + 1}, ${path.slice(0, 60)}`, path, status: null })),
  { name: "hostile query", path: `/zoeken?q=${encodeURIComponent('"><script>alert(1)</script>')}` },
];

for (const { name, path, status = 200 } of pages)
  test(`valid HTML: ${name}`, async () => {
    const answer = await get(site.url + path);
    if (status) assert.equal(answer.status, status);
    const { results } = await validator.validateString(answer.text);
    const messages = results.flatMap((result) => result.messages);
    assert.deepEqual(messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`), []);
  });
