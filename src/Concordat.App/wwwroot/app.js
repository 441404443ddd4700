// Conveniences only: every page works without this file.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (element) => element.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

  const move = (step) => {
    const rows = $$("[data-row], tbody tr");
    if (!rows.length) return;
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const row = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step))];
    (row.matches("a, input, button, [tabindex]") ? row : $("a, input, button", row) || row).focus();
    row.scrollIntoView({ block: "nearest" });
    light(row);
  };

  // Only the text moves: what the pointer is over stays where it is.
  const show = (mark) => {
    const box = mark.closest(".text"), at = mark.getBoundingClientRect(), frame = box.getBoundingClientRect();
    if (at.top < frame.top || at.bottom > frame.bottom) box.scrollTop += at.top - frame.top - frame.height / 3;
  };

  // At the desk: the words behind the focused proposal stand out in the text.
  const light = (row) => {
    $$("mark[aria-current]").forEach((mark) => mark.removeAttribute("aria-current"));
    const first = (row.dataset.marks || "").split(" ").filter(Boolean).flatMap((id) => $$(`mark[data-of~="${id}"]`));
    first.forEach((mark) => mark.setAttribute("aria-current", "true"));
    if (first[0]) show(first[0]);
  };
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-marks]");
    if (row) light(row);
  });
  document.addEventListener("mouseover", (event) => {
    const row = event.target.closest("[data-marks]");
    if (row) light(row);
  });

  // Who dictates, or types letters by accident, can turn single letters off (WCAG 2.1.4).
  const letters = $("#letters");
  letters.checked = localStorage.getItem("letters") !== "off";
  letters.addEventListener("change", () => localStorage.setItem("letters", letters.checked ? "on" : "off"));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter") {
      const form = event.target.closest("form:not([role=search])") || $("form[data-accept]");
      if (form) { event.preventDefault(); form.requestSubmit($("button.primary", form) || undefined); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!letters.checked || $("dialog[open]")) return;
    if (event.key === "/") { event.preventDefault(); $("[role=search] input").focus(); }
    else if (event.key === "?") $("#keys").showModal();
    else if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
    else if (event.key === "n") location.href = "/agreements/register";
    else if (event.key === "e" && $("[data-edit]")) location.href = $("[data-edit]").href;
    else if (event.key.length === 1 && $(`[data-key="${CSS.escape(event.key)}"]`)) $(`[data-key="${CSS.escape(event.key)}"]`).click();
    else if (event.key === "x") {
      const box = $("input[data-take]", event.target.closest("[data-row]") || document.createElement("i"));
      if (box) { box.checked = !box.checked; box.dispatchEvent(new Event("change", { bubbles: true })); }
    }
  });

  // Ticking a proposal ticks its values.
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.matches("input[data-take]")) return;
    const part = box.closest("[data-row]");
    part.classList.toggle("left-out", !box.checked);
  });

  // A file dropped anywhere goes to the form of the page that takes files, else to the short form.
  const drop = $("#drop");
  let depth = 0;
  const files = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  addEventListener("dragenter", (event) => {
    if (!files(event)) return;
    const taker = $("form[data-takes-files]");
    if (taker && taker.dataset.takesFiles) $("p", drop).textContent = taker.dataset.takesFiles;
    depth++;
    drop.hidden = false;
  });
  addEventListener("dragleave", (event) => { if (files(event) && --depth <= 0) { depth = 0; drop.hidden = true; } });
  addEventListener("dragover", (event) => { if (files(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!files(event) || !event.dataTransfer.files.length) return;
    event.preventDefault();
    const form = $("form[data-takes-files]") || drop;
    $("input[type=file]", form).files = event.dataTransfer.files;
    form.requestSubmit();
  });

  // One press is one deed; the button says that it works.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "dialog" || form.getAttribute("role") === "search") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    form.classList.add("busy");
    form.removeAttribute("data-changed");
  });
  addEventListener("pageshow", () => $$("form[data-sent]").forEach((form) => { delete form.dataset.sent; form.classList.remove("busy"); }));
  document.addEventListener("input", (event) => { const form = event.target.closest("form[data-guard]"); if (form) form.dataset.changed = "1"; });
  addEventListener("beforeunload", (event) => { if ($("form[data-changed]")) event.preventDefault(); });

  // Dates: echo the reading beside the input.
  let wait;
  document.addEventListener("input", (event) => {
    const input = event.target;
    if (!input.dataset || !input.dataset.date) return;
    clearTimeout(wait);
    wait = setTimeout(async () => {
      const slot = document.getElementById(input.id + "-echo");
      const answer = await fetch(`/dates/read?${new URLSearchParams({ typed: input.value, as: input.dataset.date })}`);
      if (slot && answer.ok) slot.textContent = await answer.text();
    }, 200);
  });

  // Suggestions under the box of every page; without them it is a plain search.
  const box = $(".top [role=search] input");
  const list = $("#suggestions");
  let asked, pause;
  const option = () => $("[aria-selected=true]", list);
  const shut = () => {
    clearTimeout(pause);
    if (asked) asked.abort();
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const choose = (next) => {
    const now = option();
    if (now) now.setAttribute("aria-selected", "false");
    if (!next) { box.removeAttribute("aria-activedescendant"); return; }
    next.setAttribute("aria-selected", "true");
    next.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", next.id);
  };
  const offer = (found) => {
    list.replaceChildren(...found.map((each, i) => {
      const line = document.createElement("li");
      Object.assign(line, { id: `suggestion-${i}`, role: "option" });
      line.setAttribute("aria-selected", "false");
      line.dataset.href = each.href;
      for (const [tag, text] of [["span", each.title], ["small", [each.kind, each.detail].filter(Boolean).join(" · ")]]) {
        const part = document.createElement(tag);
        part.textContent = text;
        line.append(part, " ");
      }
      return line;
    }));
    if (!found.length) { shut(); return; }
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    box.removeAttribute("aria-activedescendant");
  };
  const suggest = async () => {
    if (box.value.trim().length < 2) { shut(); return; }
    if (asked) asked.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`/find/suggest?${new URLSearchParams({ q: box.value.slice(0, 200) })}`, { signal: asked.signal });
      if (answer.ok && document.activeElement === box) offer(await answer.json());
    } catch {
      // Typed on, or the server is away: the box still searches.
    }
  };
  // A search box with a list is a combobox, which no input of type search may be.
  Object.assign(box, { type: "text", role: "combobox", autocomplete: "off", enterKeyHint: "search" });
  for (const [name, value] of [["aria-expanded", "false"], ["aria-controls", "suggestions"], ["aria-autocomplete", "list"]]) box.setAttribute(name, value);
  box.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(suggest, 90); });
  box.addEventListener("blur", shut);
  box.addEventListener("keydown", (event) => {
    const lines = $$("[role=option]", list), at = lines.indexOf(option());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) suggest();
      // Beyond either end is the box itself, with what was typed.
      else if (event.key === "ArrowDown") choose(lines[at + 1]);
      else choose(at < 0 ? lines.at(-1) : lines[at - 1]);
    } else if (list.hidden) return;
    else if (event.key === "Escape") { event.stopPropagation(); shut(); }
    else if (event.key === "Enter" && option()) { event.preventDefault(); location.href = option().dataset.href; }
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const line = event.target.closest("[role=option]");
    if (line && event.button === 0) location.href = line.dataset.href;
  });
})();
