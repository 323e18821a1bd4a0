// Makes the pages handier where scripts run; every page works without. No dependencies, nothing inline.
(() => {
  "use strict";
  const make = (name, attributes, text) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (text) element.textContent = text;
    return element;
  };
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  // Completions under the search box: the combobox pattern of ARIA 1.2, focus stays in the field.
  function suggest(form) {
    const input = form.querySelector("input[name=q]");
    const list = make("ul", { id: "suggesties", class: "pb-suggestions", role: "listbox", "aria-label": "Suggesties", hidden: "" });
    const status = make("p", { class: "pb-visually-hidden", role: "status" });
    input.parentNode.append(list, status);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id }))
      input.setAttribute(name, value);
    let typed = input.value, active = -1, timer = 0, request = null;

    const close = () => {
      clearTimeout(timer);
      request?.abort();
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      status.textContent = "";
    };
    const activate = (index) => {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = index;
      const option = list.children[active];
      input.value = option ? option.dataset.text : typed;
      if (!option) return input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    };
    const show = (suggestions) => {
      list.replaceChildren(...suggestions.map(({ tekst, soort }, index) => {
        const option = make("li", { id: `suggestie-${index}`, role: "option", "aria-selected": "false", class: "pb-suggestions__option" });
        option.dataset.text = tekst;
        option.append(make("span", {}, tekst));
        if (soort && soort !== "woord") option.append(" ", make("span", { class: "pb-suggestions__kind" }, soort));
        return option;
      }));
      if (!suggestions.length) return close();
      active = -1;
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      input.removeAttribute("aria-activedescendant");
      status.textContent = suggestions.length === 1 ? "1 suggestie" : `${suggestions.length} suggesties`;
    };
    const ask = async () => {
      request?.abort();
      const mine = (request = new AbortController());
      try {
        const answer = await fetch(`/v1/suggesties?q=${encodeURIComponent(typed)}`, { signal: mine.signal });
        if (!answer.ok) return;
        const { suggesties } = await answer.json();
        if (mine === request && !mine.signal.aborted && document.activeElement === input) show(suggesties.slice(0, 8));
      } catch { /* without completions the box works as well */ }
    };

    close();
    input.addEventListener("input", () => {
      typed = input.value;
      clearTimeout(timer);
      if (typed.trim().length < 2) close();
      else timer = setTimeout(ask, 150);
    });
    input.addEventListener("keydown", (event) => {
      const count = list.hidden ? 0 : list.children.length;
      if (event.isComposing) return;
      if (event.key === "Escape" && count) {
        input.value = typed;
        close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
        // One place before the first is the text as typed.
        const step = event.key === "ArrowDown" ? 1 : -1;
        activate(((active + 1 + step + count + 1) % (count + 1)) - 1);
      } else if (event.key === "ArrowDown" && input.value.trim().length > 1) {
        typed = input.value;
        ask();
      } else {
        if (event.key === "Enter" || event.key === "Tab") close();
        return;
      }
      event.preventDefault();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (!option) return;
      input.value = option.dataset.text;
      close();
      form.requestSubmit();
    });
    input.addEventListener("blur", close);
  }

  // A box to filter the values of a long facet. Values are hidden, never unchecked.
  function filterable(facet, number) {
    const label = facet.dataset.filterable;
    const input = make("input", { id: `filter-${number}`, type: "text", class: "utrecht-textbox utrecht-textbox--html-input pb-facet__filter", autocomplete: "off" });
    const box = make("div", { class: "pb-facet__filter-box" });
    const status = make("p", { class: "pb-visually-hidden", role: "status" });
    box.append(make("label", { for: input.id, class: "pb-facet__filter-label" }, `Zoek in ${label}`), input, status);
    facet.prepend(box);
    const details = [...facet.querySelectorAll("details")];
    let opened = null;
    input.addEventListener("input", () => {
      const wanted = fold(input.value.trim());
      opened ??= details.map((element) => element.open);
      let found = 0;
      // A value shows when it or a value below it fits; innermost first.
      for (const item of [...facet.querySelectorAll("li")].reverse()) {
        const fits = fold(item.querySelector("label").textContent).includes(wanted);
        found += fits;
        item.hidden = !fits && !item.querySelector("li:not([hidden])");
      }
      details.forEach((element, index) => {
        element.open = wanted ? true : opened[index];
        element.hidden = !element.querySelector("li:not([hidden])");
      });
      if (!wanted) opened = null;
      status.textContent = wanted ? (found === 1 ? "1 waarde gevonden" : `${found} waarden gevonden`) : "";
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }

  // Results change in place: the page that a form or link asks for is fetched, and its parts take the place of ours. Whatever goes wrong
  // becomes an ordinary visit. Focus stays where it was; the number of results is in a live region.
  function live(main) {
    const box = document.querySelector("form[data-suggest]");
    let request = null;
    const sameSearch = (url) => new URL(url, location.href).search === location.search;
    const address = (form) => {
      const parameters = String(new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== "")));
      return form.action + (parameters && `?${parameters}`);
    };
    // The element with the focus, as it will be found again: ids of facet values shift with the counts.
    const whereAmI = () => {
      const element = document.activeElement;
      if (!main.contains(element) || element === main) return null;
      if (element.name && element.type === "checkbox") return `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
      return element.id ? `#${CSS.escape(element.id)}` : "";
    };
    const folds = () => new Map([...main.querySelectorAll(".pb-facet")].map((facet) => [facet.querySelector("summary").firstChild.textContent.trim(), facet.open]));
    const show = (answer, focus, open) => {
      for (const part of main.querySelectorAll("[data-part]"))
        part.replaceChildren(...answer.querySelector(`main [data-part="${part.dataset.part}"]`).childNodes);
      document.title = answer.title;
      main.querySelector("h1").textContent = answer.querySelector("h1").textContent;
      main.querySelector("[role=status]").textContent = answer.querySelector("main [role=status]").textContent;
      const input = box.querySelector("input[name=q]"), theirs = answer.querySelector("form[data-suggest]");
      input.setAttribute("value", theirs.querySelector("input[name=q]").getAttribute("value"));
      input.value = input.getAttribute("value");
      box.querySelectorAll("input[type=hidden]").forEach((hidden) => hidden.remove());
      box.append(...theirs.querySelectorAll("input[type=hidden]"));
      for (const [name, isOpen] of open)
        for (const facet of main.querySelectorAll(".pb-facet"))
          if (facet.querySelector("summary").firstChild.textContent.trim() === name) facet.open = isOpen;
      enhance(main);
      if (focus === null) return;
      const target = focus && main.querySelector(focus);
      if (target) target.closest("details:not([open])")?.setAttribute("open", "");
      (target || main).focus({ preventScroll: Boolean(target) });
    };
    const go = async (url, { push = true, top = false } = {}) => {
      request?.abort();
      const mine = (request = new AbortController());
      const focus = top ? "" : whereAmI(), open = folds();
      main.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(url, { signal: mine.signal, headers: { Accept: "text/html" } });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (mine.signal.aborted) return;
        if (!answer.ok || !page.querySelector("main[data-results]")) throw new Error("no results");
        if (push && !sameSearch(url)) history.pushState(null, "", url);
        show(page, focus, open);
        if (top) scrollTo(0, 0);
      } catch {
        if (!mine.signal.aborted) location.assign(url);
      } finally {
        if (mine === request) main.removeAttribute("aria-busy");
      }
    };
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (new URL(form.action).pathname !== "/zoeken" || form.method !== "get") return;
      event.preventDefault();
      go(address(form), { top: form === box && !sameSearch(address(form)) });
    });
    main.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const url = new URL(link.href.baseVal ?? link.href, location.href);
      if (url.origin !== location.origin || url.pathname !== "/zoeken") return;
      event.preventDefault();
      go(url.href, { top: Boolean(link.closest("nav, [data-part=chosen], .pb-drops")) });
    });
    // A tick or another order shows at once where the results stand beside it.
    main.addEventListener("change", ({ target }) => {
      if (target.matches("select[name=sorteer]") || (target.matches("input[type=checkbox]") && matchMedia("(min-width: 60rem)").matches)) go(address(target.form));
    });
    addEventListener("popstate", () => go(location.href, { push: false }));
  }

  // What belongs to parts of the page that may be replaced.
  const wide = matchMedia("(min-width: 60rem)");
  function enhance(root) {
    root.querySelectorAll("[data-filterable]").forEach(filterable);
    // Empty fields stay out of the address.
    for (const form of root.querySelectorAll("form"))
      form.addEventListener("formdata", ({ formData }) => {
        for (const name of new Set(formData.keys())) if (formData.getAll(name).every((value) => value === "")) formData.delete(name);
      });
    // Beside the results the filters are always open, above them only on request.
    const filters = root.querySelector("details[data-filters]");
    if (!filters) return;
    filters.open = wide.matches;
  }
  enhance(document);
  wide.addEventListener("change", () => {
    const filters = document.querySelector("details[data-filters]");
    if (filters) filters.open = wide.matches;
  });
  document.querySelectorAll("form[data-suggest]").forEach(suggest);
  document.querySelectorAll("main[data-results]").forEach(live);

  // A page that the browser kept for going back shows its own search again, not what was typed or ticked on it later.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) for (const form of document.forms) form.reset();
  });

  // Under each passage a button that copies it with its source.
  function citable(article) {
    const status = make("p", { class: "pb-visually-hidden", role: "status" });
    article.append(status);
    for (const passage of article.querySelectorAll(".pb-text__passage")) {
      const clip = passage.nextElementSibling?.matches(".pb-clip-button") ? passage.nextElementSibling : null;
      const tools = make(clip ? "span" : "div", { class: "pb-tools" });
      const button = make("button", { type: "button", class: "pb-tools__button" });
      // On a phone only the first word shows.
      const label = () => button.replaceChildren("Kopieer", make("span", { class: "pb-tools__more" }, " met bronvermelding"));
      label();
      button.addEventListener("click", async () => {
        const heading = passage.closest("section").querySelector("h2, h3, h4, h5, h6")?.textContent;
        const address = `${location.origin}${article.dataset.path}#${passage.id}`;
        const text = passage.matches("ul") ? [...passage.children].map((item) => `- ${item.textContent.trim()}`).join("\n") : passage.textContent;
        const quoted = `‘${text}’\n\n${article.dataset.citation}${heading ? `, onder ‘${heading}’` : ""}. ${address}`;
        let done = true;
        try { await navigator.clipboard.writeText(quoted); } catch { done = copyOldWay(quoted); }
        button.textContent = done ? "Gekopieerd" : "Kopiëren lukt niet in deze browser";
        status.textContent = button.textContent;
        setTimeout(() => { label(); status.textContent = ""; }, 3000);
      });
      tools.append(button);
      if (clip) clip.append(" ", tools);
      else passage.after(tools);
    }
  }
  // Where the page isn't on https, browsers have no clipboard for scripts.
  function copyOldWay(text) {
    const field = make("textarea", { class: "pb-visually-hidden", "aria-hidden": "true" });
    const back = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    back?.focus();
    return done;
  }

  // From one marked word to the next.
  function steps(article) {
    const marks = [...article.querySelectorAll("mark")];
    if (marks.length < 2) return;
    let at = -1;
    const bar = make("div", { class: "pb-steps", role: "group", "aria-label": "Gemarkeerde woorden" });
    const status = make("span", { role: "status" }, `${marks.length} markeringen`);
    const step = (by) => {
      marks[at]?.classList.remove("pb-current");
      at = at < 0 && by < 0 ? marks.length - 1 : (at + by + marks.length) % marks.length;
      marks[at].classList.add("pb-current");
      marks[at].scrollIntoView({ block: "center" });
      status.textContent = `${at + 1} van ${marks.length}`;
    };
    for (const [name, sign, by] of [["Vorige markering", "‹", -1], ["Volgende markering", "›", 1]]) {
      const button = make("button", { type: "button", "aria-label": name }, sign);
      button.addEventListener("click", () => step(by));
      bar.append(button);
    }
    bar.append(status);
    article.append(bar);
  }
  const article = document.querySelector("article[data-citation]");
  if (article) {
    citable(article);
    steps(article);
  }

  // A link to a passage that is gone says so.
  const changed = document.querySelector("[data-changed]");
  if (changed) {
    const always = "always" in changed.dataset;
    const look = () => {
      let id = "";
      try { id = decodeURIComponent(location.hash.slice(1)); } catch { /* not well formed: names no passage */ }
      changed.hidden = !always && (!id.startsWith("p-") || document.getElementById(id) !== null);
    };
    look();
    addEventListener("hashchange", look);
  }
})();
