/**
 * What a search may be after, offered while one writes: the combobox pattern of WAI-ARIA, list only. The field stays a
 * field of a form that is sent as ever; what is offered are addresses.
 */
const WAIT = 140;
const LEAST = 2;
let made = 0;

export function combobox(form) {
  const field = form.querySelector("input[type=search]");
  const list = part("div", { id: `offers-${++made}`, className: "offers", role: "listbox", ariaLabel: form.dataset.offers, hidden: true });
  const told = part("span", { className: "unseen", role: "status" });
  form.append(list, told);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id }))
    field.setAttribute(name, value);

  let timer, asking, at = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];

  const choose = (index) => {
    at = index;
    options().forEach((each, number) => each.setAttribute("aria-selected", String(number === at)));
    const chosen = options()[at];
    if (chosen) {
      field.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  };
  const open = (shown) => {
    list.hidden = !shown;
    field.setAttribute("aria-expanded", String(shown));
    if (!shown) choose(-1);
  };
  const forget = () => {
    clearTimeout(timer);
    asking?.abort();
  };
  const show = (found) => {
    list.replaceChildren(...found.groups.map((group, number) => grouped(group, `${list.id}-${number}`)));
    told.textContent = found.told;
    choose(-1);
    open(options().length > 0);
  };
  const ask = async () => {
    asking = new AbortController();
    const kind = form.elements.kind?.value ?? "";
    try {
      const answer = await fetch(`${form.dataset.suggest}?${new URLSearchParams({ q: field.value.trim(), kind })}`, { signal: asking.signal });
      if (answer.ok) show(await answer.json());
    } catch (fault) {
      if (fault.name !== "AbortError") open(false); // The form itself still searches.
    }
  };

  field.addEventListener("input", () => {
    forget();
    if (field.value.trim().length < LEAST) open(false);
    else timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      forget();
      open(false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      open(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(at < 0 && step < 0 ? count - 1 : at + step >= count ? -1 : at + step);
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      location.href = options()[at].dataset.address;
    }
  });
  field.addEventListener("blur", () => {
    forget();
    open(false);
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // The field keeps the focus.
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=option]");
    if (chosen) location.href = chosen.dataset.address;
  });
}

function grouped(group, id) {
  const box = part("div", { role: "group" });
  box.setAttribute("aria-labelledby", id);
  box.append(part("span", { id, textContent: group.kind }));
  group.offers.forEach((offer, number) => {
    const option = part("div", { id: `${id}-${number}`, role: "option", ariaSelected: "false", dir: "auto", textContent: offer.label });
    option.dataset.address = offer.address;
    if (offer.plan) option.append(part("small", { textContent: offer.plan }));
    box.append(option);
  });
  return box;
}

function part(name, facts) {
  return Object.assign(document.createElement(name), facts);
}
