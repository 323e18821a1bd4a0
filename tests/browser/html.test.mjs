// The HTML as it is served is valid, for every kind of page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { startSite } from "./support/site.mjs";
import { kHostileDocuments } from "./support/hostile.mjs";
import { kPages } from "./support/suite.mjs";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Checkboxes of one facet share a name.
    "form-dup-name": ["error", { shared: ["radio", "checkbox"] }],
    // A document's title is as long as its author made it.
    "long-title": "off",
  },
});

let site;
before(async () => {
  site = await startSite(kHostileDocuments);
});
after(() => site?.stop());

const pages = [
  ...kPages,
  ...kHostileDocuments.map(({ id }, number) => ({ name: `hostile document ${number + 1}`, path: `/documenten/${encodeURIComponent(id)}` })),
  { name: "hostile query", path: `/zoeken?q=${encodeURIComponent('"><script>alert(1)</script>')}` },
];

for (const { name, path, status = 200 } of pages)
  test(`valid HTML: ${name}`, async () => {
    const answer = await fetch(site.url + path);
    assert.equal(answer.status, status);
    const { results } = await validator.validateString(await answer.text());
    const messages = results.flatMap((result) => result.messages);
    assert.deepEqual(messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`), []);
  });
