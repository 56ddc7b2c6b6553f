/** A question's address: shown, and copied where the browser lets us; else it is marked, to be copied by hand. */
import { ask } from "./dom.mjs";

const LONG = 2000; // what some mail programs and chats let through

export function share(dialog, address, words) {
  const field = dialog.querySelector("input"), told = dialog.querySelector("[role=status]"), copy = dialog.querySelector("[data-act=copy]");
  field.value = address;
  told.textContent = address.length > LONG ? words.long : "";
  copy.onclick = async () => {
    field.select();
    told.textContent = (await copied(address)) ? words.copied : words.uncopied;
  };
  ask(dialog);
  field.select();
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text); // only where the page came by HTTPS, or from this machine
    return true;
  } catch {
    return false;
  }
}
