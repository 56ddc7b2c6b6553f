// Single letters answer on the page of reviews, unless one writes in a field or has turned them off (WCAG 2.1.4).
const OFF = "rodatraden-keys-off";
const line = document.querySelector(".keys");
const box = document.querySelector("#keys");
const keyed = [...document.querySelectorAll("[data-key]")];

const remembered = () => {
  try {
    return localStorage.getItem(OFF) === "yes";
  } catch {
    return false;
  }
};
const remember = (off) => {
  try {
    off ? localStorage.setItem(OFF, "yes") : localStorage.removeItem(OFF);
  } catch {
    /* a browser that keeps nothing asks anew on the next page */
  }
};
const tell = () => {
  document.body.classList.toggle("keyed", box.checked);
  for (const each of keyed) {
    each.querySelector("kbd")?.remove();
    each.removeAttribute("aria-keyshortcuts");
    if (!box.checked) continue;
    each.setAttribute("aria-keyshortcuts", each.dataset.key);
    if (each.matches("textarea")) continue;
    const letter = document.createElement("kbd");
    letter.textContent = each.dataset.key;
    letter.setAttribute("aria-hidden", "true");
    each.append(letter);
  }
};

if (box) {
  line.hidden = false;
  box.checked = !remembered();
  tell();
  box.addEventListener("change", () => {
    remember(!box.checked);
    tell();
  });
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (!box.checked || field || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const found = keyed.find((each) => each.dataset.key === event.key.toLowerCase());
    if (!found) return;
    event.preventDefault();
    found.matches("textarea") ? found.focus() : found.click();
  });
}
