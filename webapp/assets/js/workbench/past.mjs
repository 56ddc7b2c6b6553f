/** The questions that were asked here before: text and time, the last first, on this computer only. */
import { ask, element, moment } from "./dom.mjs";
import { keep, kept } from "./keep.mjs";

const MOST = 50;
const all = () => kept("history", []).filter((each) => typeof each?.text === "string");

export function remember(text) {
  if (text.trim()) keep("history", [{ text, time: Date.now() }, ...all().filter((each) => each.text !== text)].slice(0, MOST));
}

/** The dialog with them; `use` is given the one that was chosen. */
export function showPast(dialog, use) {
  const list = dialog.querySelector(".past"), none = dialog.querySelector(".none"), forget = dialog.querySelector("[data-act=forget]");
  const draw = () => {
    const past = all();
    list.replaceChildren(...past.map((each, index) => element("li", {}, element("button", { value: String(index), className: "one" },
      element("time", { textContent: moment(each.time) }), element("code", { textContent: gist(each.text) })))));
    none.hidden = past.length > 0;
    forget.hidden = past.length === 0;
  };
  forget.onclick = () => {
    keep("history", []);
    draw();
    dialog.querySelector(".closes button").focus();
  };
  draw();
  ask(dialog, (answer) => answer !== "" && use(all()[Number(answer)].text));
}

/** A question in short: without the prefixes that all have. */
const gist = (text) => text.split("\n").filter((line) => !/^\s*(PREFIX\b|BASE\b|$)/i.test(line)).join("\n").slice(0, 300);
