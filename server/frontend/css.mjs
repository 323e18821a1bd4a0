// Small tools for style sheets: a parser for plain CSS (no nesting but at-rules), selection of what is used, and printing
// without spaces. Enough for the packages we take from and for our own styles; not a general CSS tool.

/** Parses CSS to a list of {prelude, body} (declarations as text), {prelude, rules} (at-rule with rules) or {statement}. */
export function parse(css) {
  const text = css.replace(/\/\*[^]*?\*\//g, "").replace(/@charset[^;]*;/g, "");
  let at = 0;
  const rules = (nested) => {
    const found = [];
    let start = at;
    for (; at < text.length; ++at) {
      const c = text[at];
      if (c === '"' || c === "'") at = text.indexOf(c, at + 1);
      else if (c === ";") {
        found.push({ statement: text.slice(start, at).trim() });
        start = at + 1;
      } else if (c === "{") {
        const prelude = squeeze(text.slice(start, at));
        ++at;
        if (/^@(media|supports|layer|container)/.test(prelude)) found.push({ prelude, rules: rules(true) });
        else {
          const end = text.indexOf("}", at);
          found.push({ prelude, body: text.slice(at, end) });
          at = end;
        }
        start = at + 1;
      } else if (c === "}" && nested) return found;
    }
    return found;
  };
  return rules(false);
}

const squeeze = (text) => text.replace(/\s+/g, " ").trim();

/** States that no control of ours is ever in. */
const kNever = /:disabled|:read-only|:invalid|\[aria-(?:pressed|busy|invalid|disabled)/;

/** Keeps the selectors of which every class is used; drops rules without any. */
export function keepUsed(rules, isUsed) {
  return rules.flatMap((rule) => {
    if (rule.statement) return [rule];
    if (rule.rules) {
      const inner = keepUsed(rule.rules, isUsed);
      return inner.length ? [{ ...rule, rules: inner }] : [];
    }
    if (rule.prelude.startsWith("@")) return [rule];
    const kept = splitTop(rule.prelude, ",").filter((selector) => !kNever.test(selector) &&
      [...selector.matchAll(/\.([\w-]+)/g)].every((match) => isUsed(match[1])));
    return kept.length ? [{ ...rule, prelude: kept.join(",") }] : [];
  });
}

/** Splits on a separator that is not inside brackets or quotes. */
export function splitTop(text, separator) {
  const parts = [];
  let depth = 0, start = 0, quote = "";
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (quote) quote = c === quote ? "" : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === "(") ++depth;
    else if (c === ")") --depth;
    else if (c === separator && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts.filter(Boolean);
}

export const declarations = (body) => splitTop(body, ";").map((declaration) => {
  const colon = declaration.indexOf(":");
  return [declaration.slice(0, colon).trim(), squeeze(declaration.slice(colon + 1))];
});

/** Names of the custom properties that a text reads. */
export const reads = (text) => [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);

export function print(rules) {
  return rules.map((rule) => {
    if (rule.statement) return rule.statement + ";";
    if (rule.rules) return `${rule.prelude}{${print(rule.rules)}}`;
    const body = declarations(rule.body).map(([name, value]) => `${name}:${value.replace(/, /g, ",").replace(/\( /g, "(").replace(/ \)/g, ")")}`);
    return body.length ? `${rule.prelude.replace(/, /g, ",")}{${body.join(";")}}` : "";
  }).join("");
}
