/** All parts of the workbench, tied together: tabs, the editor, asking, answers, the book of questions. */
import { answersIn, faultIn } from "./answers.mjs";
import { ask, filled } from "./dom.mjs";
import { editorIn } from "./editor.mjs";
import { examples } from "./examples.mjs";
import { remember, showPast } from "./past.mjs";
import { runner } from "./running.mjs";
import { share } from "./share.mjs";
import { tabsIn } from "./tabs.mjs";
import { Vocabulary } from "./vocabulary.mjs";

/** A question that is longer stands in no address: browsers and servers cut those. The server draws the same line. */
const LONGEST_ADDRESS = 6000;
const by = (id) => document.getElementById(id);

export class Bench {
  constructor(form, box) {
    const { data, words } = { data: box.dataset, words: JSON.parse(box.dataset.words) };
    Object.assign(this, { form, words, title: data.title, field: form.querySelector("#query"), result: by("result"), fault: by("fault"), states: new Map(), seen: null });
    this.told = box.querySelector(".acts [role=status]");
    const row = box.querySelector(".tabs"), clock = box.querySelector(".clock"), button = form.querySelector("#run"), panel = place(form, box, button);
    this.tools = { words, vocabulary: new Vocabulary(), address: data.terms };
    Vocabulary.from(data.vocabulary).then((found) => (this.tools.vocabulary = found));
    this.editor = editorIn(panel, this.tools, { label: words.editor, describedBy: "fault leave-editor", phrases: JSON.parse(data.phrases), about: by("about-term"),
      run: () => void this.run(), changed: (text) => this.written(text) });
    this.answers = answersIn(this.result);
    this.runner = runner({ address: form.dataset.result, button, told: this.told, clock, words });
    this.tabs = tabsIn(row, by("rename-tab"), words, { chosen: (tab) => this.turn(tab, panel), closed: (tab) => this.closed(tab) });
  }

  begin() {
    const acts = this.acts();
    document.addEventListener("click", (event) => acts[event.target.closest("[data-act]")?.dataset.act]?.());
    document.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.run(); });
    this.result.addEventListener("click", (event) => this.follow(event));
    document.addEventListener("submit", (event) => this.again(event));
    examples(document.querySelector(".examples"), (text, name, view) => this.open(text, name, view));
    this.first(this.field.value, new URLSearchParams(location.search));
  }

  acts() {
    const { tabs, editor, words, told } = this;
    return {
      add: () => { tabs.add(""); editor.view.focus(); },
      rename: () => tabs.rename(),
      close: () => tabs.close(true),
      tidy: () => { editor.tidy(); told.textContent = words.tidied; editor.view.focus(); },
      history: () => showPast(by("past-questions"), (text) => this.open(text)),
      share: () => share(by("share-question"), `${this.form.action}?${this.fields()}`, words),
      keys: () => ask(by("editor-keys")),
    };
  }

  /** A question in the address has a tab of its own, or the one it had before; else the tabs are as they were left. */
  first(given, address) {
    const { tabs } = this, asked = address.has("query") || address.has("question") || this.result.childElementCount > 0, here = location.href;
    const same = tabs.all.findIndex((each) => each.text.trim() === given.trim());
    if (asked && same < 0) tabs.add(given, this.title || (tabs.all.length ? this.words.given : undefined), address.get("view"));
    else if (asked) tabs.choose(same);
    else if (tabs.all.length) tabs.choose(tabs.all.indexOf(tabs.current));
    else tabs.add(given);
    if (!asked) return;
    this.answers.keepAddress(tabs.current.id, here);
    history.replaceState(null, "", here);
    this.mark();
  }

  written(text) {
    this.field.value = text;
    this.tabs.write(text);
    if (this.fault.textContent) this.unmark();
  }

  /** Another tab: its text with all that can be undone, its answer, its address. */
  turn(tab, panel) {
    const { editor, states } = this;
    if (this.seen !== null && this.seen !== tab.id) states.set(this.seen, editor.view.state);
    if (this.seen !== tab.id) editor.show(states.get(tab.id) ?? editor.fresh(tab.text));
    this.seen = tab.id;
    this.field.value = tab.text;
    this.fault.textContent = "";
    this.answers.show(tab.id, this.form.action);
    panel.setAttribute("aria-labelledby", `tab-${tab.id}`);
  }

  closed(tab) {
    remember(tab.text);
    this.states.delete(tab.id);
    this.answers.forget(tab.id);
    if (tab.text.trim()) this.told.textContent = this.words.closed;
  }

  open(text, name, view) {
    this.tabs.add(text, name, view);
    this.told.textContent = filled(this.words.opened, { name: this.tabs.current.name });
    this.editor.view.focus();
  }

  /** What is asked: the form's fields, among them the dataset, and how the answer is to be looked at. */
  fields() {
    const found = new URLSearchParams(new FormData(this.form)), { view } = this.tabs.current;
    if (view) found.set("view", view);
    return found;
  }

  async run() {
    const { editor, runner, result } = this, text = editor.text();
    if (runner.busy) return runner.abort();
    if (!text.trim()) return editor.view.focus();
    remember(text);
    this.unmark();
    if (!(await this.answer(this.fields())) || editor.text() !== text) return; // who writes on is not taken away
    if (this.mark()) editor.view.focus();
    else toPlace(result.querySelector("h2") ?? result, "start");
  }

  /** Ask, and put what comes in its place, an answer or why there is none; true where it is seen. */
  async answer(sought) {
    const { tabs, result, form } = this, tab = tabs.current, address = `${form.action}?${sought}`;
    result.setAttribute("aria-busy", "true");
    const html = await this.runner.ask(sought);
    result.removeAttribute("aria-busy");
    return html !== null && this.answers.put(tab.id, html, address.length > LONGEST_ADDRESS ? form.action : address);
  }

  /** Show in the text where the server found a fault; true where it told a place. */
  mark() {
    const found = faultIn(this.result);
    if (!found) return false;
    this.fault.textContent = this.editor.mark(found);
    this.editor.view.contentDOM.setAttribute("aria-invalid", "true");
    return true;
  }

  unmark() {
    this.fault.textContent = "";
    this.editor.view.contentDOM.removeAttribute("aria-invalid");
    this.editor.clear();
  }

  /** Another look at the same answer: its link is asked for without leaving the page. */
  follow(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button || !this.isLook(link.href)) return;
    event.preventDefault();
    this.look(new URL(link.href).searchParams, new URL(link.href).hash);
  }

  /** The same by a form of the answer's, which may have its button elsewhere. */
  again(event) {
    const { target: form, submitter } = event;
    if (form === this.form || !form.closest("#result") || !this.isLook(form.action)) return;
    const sought = new URLSearchParams(new FormData(form, submitter));
    if (sought.has("format")) return; // a file to take along
    event.preventDefault();
    this.look(sought, new URL(form.action).hash);
  }

  isLook = (address) => address.split(/[?#]/)[0] === this.form.action && !new URL(address).searchParams.has("format");

  async look(sought, hash) {
    this.tabs.look(sought.get("view"));
    if (!(await this.answer(sought))) return;
    const named = hash && hash !== "#result" ? document.querySelector(hash) : null;
    toPlace(named ?? this.result.querySelector("nav [aria-current]") ?? this.result);
  }

  key(event) {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.run();
    else if (event.key === "Escape" && event.target.closest("#result")) this.editor.view.focus();
  }
}

/** Have the focus in a place of the answer, and see it. */
function toPlace(element, block = "nearest") {
  if (!element.matches("a, button")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block });
}

/** The field gives way to the editor, and the tools come where they are used. */
function place(form, box, button) {
  const field = form.querySelector("#query"), panel = document.createElement("div");
  Object.assign(panel, { id: "editor-panel", className: "editor" });
  panel.setAttribute("role", "tabpanel");
  field.before(panel);
  Object.assign(field, { required: false, hidden: true });
  form.querySelector('label[for="query"]').hidden = true;
  panel.before(box.querySelector(".tabs"));
  panel.after(box.querySelector(".below"));
  button.after(box.querySelector(".acts"));
  form.classList.add("edited");
  return panel;
}
