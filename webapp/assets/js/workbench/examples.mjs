/** The query book beside the editor: sifted while one writes, looked at before it is used, filled in by a form. */
import { filled } from "./dom.mjs";

const WIDE = "(min-width: 70rem)";

/** `use` is given the text of the question that was chosen, its title, and how its answer is best looked at. */
export function examples(aside, use) {
  if (matchMedia(WIDE).matches) aside.querySelector(".book").open = true;
  sift(aside);
  aside.addEventListener("toggle", (event) => event.target.matches?.(".example[open]") && look(event.target), true);
  aside.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-example]");
    if (!form) return;
    event.preventDefault();
    const box = form.closest(".preview"), fresh = await piece(`${form.dataset.example}?${new URLSearchParams(new FormData(form))}`);
    if (!fresh) return form.submit(); // the server has the whole page, too
    const { query, title, view } = fresh.querySelector("form").dataset, refused = fresh.querySelector("[role=alert]");
    box.replaceChildren(...fresh.childNodes);
    if (!refused) use(query, title, view);
  });
}

/** What a question asks for and how it begins is fetched when it is opened. */
async function look(example) {
  const box = example.querySelector(".preview");
  if (box.querySelector("form")) return;
  const fresh = await piece(example.dataset.preview);
  if (fresh) box.replaceChildren(...fresh.childNodes);
}

async function piece(address) {
  try {
    const answer = await fetch(address);
    const html = answer.ok || answer.status === 400 ? await answer.text() : "";
    return html ? document.importNode(new DOMParser().parseFromString(html, "text/html").body, true) : null;
  } catch {
    return null;
  }
}

function sift(aside) {
  const row = aside.querySelector(".sift"), field = row.querySelector("input"), told = row.querySelector("[role=status]"), none = aside.querySelector(".inside > .none");
  const plain = (text) => text.toLowerCase();
  row.hidden = false;
  field.addEventListener("input", () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const topic of aside.querySelectorAll(".topic")) {
      const fits = [...topic.querySelectorAll("li")].filter((item) => {
        const text = plain(`${topic.querySelector("h3").textContent} ${item.querySelector("summary").textContent} ${item.querySelector("p").textContent} ${item.firstElementChild.dataset.name}`);
        return !(item.hidden = !words.every((word) => text.includes(word)));
      });
      topic.hidden = fits.length === 0;
      topic.open = words.length > 0 && fits.length > 0;
      found += fits.length;
    }
    none.hidden = found > 0;
    told.textContent = words.length ? filled(told.dataset.told, { n: found }) : "";
  });
}
