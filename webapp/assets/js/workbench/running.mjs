/** Asking: the button that becomes the one that aborts, the clock, and the answer's HTML from the server. */
import { filled, inSeconds } from "./dom.mjs";

/** So often the clock is seen to move, and so often it is said, in milliseconds. */
const SEEN = 100, SAID = 5000;

/** `ask(fields)` gives the section that the server answers with; null when it was aborted, or could not be had. */
export function runner({ address, button, told, clock, words }) {
  const asks = button.textContent;
  let asking = null;

  async function ask(fields) {
    asking?.abort();
    const mine = (asking = new AbortController()), begun = performance.now();
    const stop = tick(begun);
    try {
      const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields), headers: { Accept: "text/html" }, signal: mine.signal });
      const html = await answer.text();
      told.textContent = answer.ok ? filled(words.answered, { s: inSeconds(performance.now() - begun) }) : words.refused;
      return html;
    } catch (fault) {
      if (asking === mine) told.textContent = fault.name === "AbortError" ? words.aborted : words.unreachable;
      return null;
    } finally {
      stop();
      if (asking === mine) idle();
    }
  }

  function tick(begun) {
    button.textContent = words.abort;
    button.classList.add("aborts");
    const text = () => filled(words.asking, { s: inSeconds(performance.now() - begun) });
    told.textContent = text();
    const seen = setInterval(() => (clock.textContent = text()), SEEN), said = setInterval(() => (told.textContent = text()), SAID);
    return () => [seen, said].forEach(clearInterval);
  }

  function idle() {
    asking = null;
    button.textContent = asks;
    button.classList.remove("aborts");
    clock.textContent = "";
  }

  return { ask, abort: () => asking?.abort(), get busy() { return asking !== null; } };
}
