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

  document.querySelectorAll("form[data-suggest]").forEach(suggest);
  document.querySelectorAll("[data-filterable]").forEach(filterable);

  // Empty fields stay out of the address.
  for (const form of document.forms)
    form.addEventListener("formdata", ({ formData }) => {
      for (const name of new Set(formData.keys())) if (formData.getAll(name).every((value) => value === "")) formData.delete(name);
    });

  // A page that the browser kept for going back shows its own search again, not what was typed or ticked on it later.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) for (const form of document.forms) form.reset();
  });

  // Beside the results the filters are always open, above them only on request.
  const filters = document.querySelector("details[data-filters]");
  if (filters) {
    const wide = matchMedia("(min-width: 60rem)");
    const follow = () => (filters.open = wide.matches);
    follow();
    wide.addEventListener("change", follow);
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
