/** Elements and words: small things that all parts of the workbench use. */
export function element(name, facts = {}, ...inside) {
  const { data = {}, attributes = {}, ...plain } = facts;
  const made = Object.assign(document.createElement(name), plain);
  Object.assign(made.dataset, data);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

/** A text with `{name}` in it, filled in. */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

export const language = document.documentElement.lang === "en" ? "en" : "sv";
const numbers = new Intl.NumberFormat(language === "en" ? "en-GB" : "sv-SE");
const seconds = new Intl.NumberFormat(language === "en" ? "en-GB" : "sv-SE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const moments = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "sv-SE", { dateStyle: "medium", timeStyle: "short" });
export const number = (value) => numbers.format(value);
export const inSeconds = (milliseconds) => seconds.format(milliseconds / 1000);
export const moment = (time) => moments.format(new Date(time));

/** Open a dialog, and call `then` with what closed it, "" for Esc. */
export function ask(dialog, then = () => {}) {
  dialog.returnValue = "";
  dialog.addEventListener("close", () => then(dialog.returnValue), { once: true });
  dialog.showModal();
}
