/** Questions side by side: a list of tabs by the pattern of WAI-ARIA, kept with their names and texts. */
import { ask, element, filled } from "./dom.mjs";
import { keep, kept } from "./keep.mjs";

const MOST = 30;

/** A tab in sight; `scrollIntoView` would also have the first press of the Tab key begin there, behind the link that skips the menu. */
function reveal(list, tab) {
  const box = list.getBoundingClientRect(), its = tab.getBoundingClientRect();
  list.scrollLeft += Math.min(its.left - box.left, 0) || Math.max(its.right - box.right, 0);
}

/** `chosen` is told which tab is shown, and `left` which one was. A tab: id, name, text, and how its answer is looked at. */
export function tabsIn(row, dialog, words, { chosen, closed }) {
  const list = row.querySelector("[role=tablist]");
  const stored = kept("tabs", {});
  const tabs = (Array.isArray(stored.tabs) ? stored.tabs : []).filter((each) => typeof each?.text === "string").map((each, index) => ({ id: index + 1, name: String(each.name), text: each.text, view: String(each.view ?? "") }));
  let at = Math.min(Math.max(stored.at ?? 0, 0), Math.max(tabs.length - 1, 0)), last = tabs.length;

  const save = () => keep("tabs", { at, tabs: tabs.map(({ name, text, view }) => ({ name, text, view })) });
  const draw = () => list.replaceChildren(...tabs.map((each, index) => element("button", { type: "button", id: `tab-${each.id}`, textContent: each.name, tabIndex: index === at ? 0 : -1,
    attributes: { role: "tab", "aria-selected": index === at, "aria-controls": "editor-panel" }, data: { index } })));
  const choose = (index, focus = false) => {
    at = index;
    draw();
    save();
    chosen(tabs[at]);
    reveal(list, list.children[at]);
    if (focus) list.children[at].focus();
  };
  const freeName = () => {
    const names = new Set(tabs.map((each) => each.name));
    for (let n = 1; ; n += 1) if (!names.has(filled(words.tab, { n }))) return filled(words.tab, { n });
  };
  const add = (text, name = freeName(), view = "") => {
    if (tabs.length >= MOST) closed(tabs.shift()); // the oldest goes, its question stays in the history
    tabs.push({ id: (last += 1), name, text, view: view ?? "" });
    choose(tabs.length - 1);
  };
  const close = (focus) => {
    const [gone] = tabs.splice(at, 1);
    closed(gone);
    if (tabs.length) choose(Math.min(at, tabs.length - 1), focus);
    else add("");
  };
  const rename = () => {
    const field = dialog.querySelector("input"), tab = tabs[at];
    field.value = tab.name;
    ask(dialog, (answer) => {
      if (answer) tab.name = field.value.trim() || tab.name;
      choose(at, true);
    });
    field.select();
  };

  list.addEventListener("click", (event) => event.target.dataset.index && choose(Number(event.target.dataset.index), true));
  list.addEventListener("dblclick", rename);
  list.addEventListener("keydown", (event) => {
    const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (to !== undefined) choose(to, true);
    else if (event.key === "F2") rename();
    else if (event.key === "Delete") close(true);
    else return;
    event.preventDefault();
  });
  return {
    add, close, rename, choose,
    get all() { return tabs; },
    get current() { return tabs[at]; },
    write(text) {
      tabs[at].text = text;
      save();
    },
    look(view) {
      tabs[at].view = view ?? "";
      save();
    },
  };
}
