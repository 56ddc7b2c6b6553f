// The SPARQL workbench: an editor over the form's field, answers that come without the page being loaded again. The form works without.
import { answersIn, faultIn } from "./workbench/answers.mjs";
import { ask, filled } from "./workbench/dom.mjs";
import { editorIn } from "./workbench/editor.mjs";
import { examples } from "./workbench/examples.mjs";
import { remember, showPast } from "./workbench/past.mjs";
import { runner } from "./workbench/running.mjs";
import { share } from "./workbench/share.mjs";
import { able, allowStyles } from "./workbench/styles.mjs";
import { tabsIn } from "./workbench/tabs.mjs";
import { Vocabulary } from "./workbench/vocabulary.mjs";

const form = document.querySelector("#workbench"), box = document.querySelector("#editor-tools");
if (form && box && able) start(form, form.querySelector("#query"), box);

function start(form, field, box) {
  const words = JSON.parse(box.dataset.words), result = document.querySelector("#result"), button = form.querySelector("#run");
  const tools = { words, vocabulary: new Vocabulary(), address: box.dataset.terms };
  const by = (id) => document.getElementById(id), fault = by("fault");
  const told = box.querySelector(".tools [role=status]"), clock = box.querySelector(".clock"), row = box.querySelector(".tabs");
  const panel = place(form, field, box, button);
  allowStyles();
  Vocabulary.from(box.dataset.vocabulary).then((found) => (tools.vocabulary = found));

  const editor = editorIn(panel, tools, {
    label: words.editor, describedBy: "fault leave-editor", phrases: JSON.parse(box.dataset.phrases), about: by("about-term"),
    run: () => void run(), changed: (text) => written(text),
  });
  const states = new Map(), answers = answersIn(result);
  let view = new URLSearchParams(location.search).get("view") ?? "", seen = null;
  const asked = runner({ address: form.dataset.result, button, told, clock, words });
  const tabs = tabsIn(row, by("rename-tab"), words, { chosen: turn, closed });

  function written(text) {
    field.value = text;
    tabs.write(text);
    if (fault.textContent) unmark();
  }

  function unmark() {
    fault.textContent = "";
    editor.view.contentDOM.removeAttribute("aria-invalid");
    editor.clear();
  }

  /** Another tab: its text with all that can be undone, its answer, its address. */
  function turn(tab) {
    if (seen !== null && seen !== tab.id) states.set(seen, editor.view.state);
    if (seen !== tab.id) editor.show(states.get(tab.id) ?? editor.fresh(tab.text));
    seen = tab.id;
    field.value = tab.text;
    fault.textContent = "";
    answers.show(tab.id, form.action);
    panel.setAttribute("aria-labelledby", `tab-${tab.id}`);
  }

  function closed(tab) {
    remember(tab.text);
    states.delete(tab.id);
    answers.forget(tab.id);
    if (tab.text.trim()) told.textContent = words.closed;
  }

  /** What is asked: the form's fields, among them the dataset, and how the answer is to be looked at. */
  const fields = (more = {}) => {
    const found = [...new FormData(form)].filter(([name]) => !["question", "view"].includes(name));
    return new URLSearchParams([...found, ...Object.entries({ view, ...more }).filter(([, value]) => value)]);
  };

  async function run() {
    if (asked.busy) return asked.abort();
    if (!editor.text().trim()) return editor.view.focus();
    remember(editor.text());
    unmark();
    if (await answer(fields())) toHeading();
  }

  /** Ask, and put the answer in its place; true where it is an answer, and seen. */
  async function answer(sought) {
    const tab = tabs.current.id;
    result.setAttribute("aria-busy", "true");
    const found = await asked.ask(sought);
    result.removeAttribute("aria-busy");
    if (!found) return false;
    const section = answers.put(tab, found.html, `${form.action}?${sought}`), wrong = section && faultIn(section);
    if (wrong) {
      fault.textContent = editor.mark(wrong);
      editor.view.contentDOM.setAttribute("aria-invalid", "true");
      editor.view.focus();
    }
    return Boolean(section) && !wrong;
  }

  function toHeading() {
    const heading = result.querySelector("h2, h3") ?? result;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "nearest" });
  }

  /** Another look at the same answer: its link is asked for without leaving the page, and keeps the focus. */
  async function look(link) {
    const sought = new URL(link.href).searchParams;
    view = sought.get("view") ?? "";
    if (await answer(sought)) (result.querySelector(`a[href*="view=${CSS.escape(view)}"], [aria-current]`) ?? result).focus();
  }

  const acts = {
    add: () => { tabs.add(""); editor.view.focus(); },
    rename: () => tabs.rename(),
    close: () => tabs.close(true),
    tidy: () => { editor.tidy(); told.textContent = words.tidied; editor.view.focus(); },
    history: () => showPast(by("past-questions"), open),
    share: () => share(by("share-question"), `${form.action}?${fields()}`, words),
    keys: () => ask(by("editor-keys")),
  };

  function open(text, name) {
    view = "";
    tabs.add(text, name);
    told.textContent = filled(words.opened, { name: tabs.current.name });
    editor.view.focus();
  }

  document.addEventListener("click", (event) => acts[event.target.closest("[data-act]")?.dataset.act]?.());
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  result.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button || !isLook(link)) return;
    event.preventDefault();
    look(link);
  });
  const isLook = ({ href }) => href.split("?")[0] === form.action && new URL(href).searchParams.has("view") && !new URL(href).searchParams.has("format");
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
    else if (event.key === "Escape" && event.target.closest("#result")) editor.view.focus();
  });
  examples(document.querySelector(".examples"), open);
  first(tabs, field.value, new URLSearchParams(location.search), { words, box, answers });
}

/** The field gives way to the editor, and its tools come where they are used. */
function place(form, field, box, button) {
  const panel = document.createElement("div");
  Object.assign(panel, { id: "editor-panel", className: "editor" });
  panel.setAttribute("role", "tabpanel");
  field.before(panel);
  field.required = false;
  field.hidden = true;
  form.querySelector('label[for="query"]').hidden = true;
  panel.before(box.querySelector(".tabs"));
  panel.after(box.querySelector(".below"));
  button.after(box.querySelector(".tools"));
  form.classList.add("edited");
  return panel;
}

/** A question in the address has a tab of its own, or the one it had before; else the tabs are as they were left. */
function first(tabs, given, address, { words, box, answers }) {
  const asked = address.has("query") || address.has("question"), here = location.href;
  const same = tabs.all.findIndex((each) => each.text.trim() === given.trim());
  if (asked && same < 0) tabs.add(given, box.dataset.title || (tabs.all.length ? words.given : undefined));
  else if (asked) tabs.choose(same);
  else if (tabs.all.length) tabs.choose(tabs.all.indexOf(tabs.current));
  else tabs.add(given.trim() ? given : box.dataset.starter);
  if (asked) {
    answers.keepAddress(tabs.current.id, here);
    history.replaceState(null, "", here);
  }
}
