/** The answers beside the questions: each tab has its own, held while the page is open, and nowhere else. */
export function answersIn(section) {
  const held = new Map();
  let shown = null;

  return {
    /** Show a tab's answer; what another tab had is put aside. */
    show(tab, address) {
      if (shown && shown !== tab) held.set(shown, { ...held.get(shown), nodes: [...section.childNodes] });
      if (shown !== tab && shown !== null) section.replaceChildren(...(held.get(tab)?.nodes ?? []));
      shown = tab;
      history.replaceState(null, "", held.get(tab)?.address ?? address);
    },
    /** Put an answer where it belongs; false where that tab is not seen now. */
    put(tab, html, address) {
      const page = new DOMParser().parseFromString(html, "text/html");
      const nodes = [...(page.querySelector("#result") ?? page.body).childNodes].map((each) => document.importNode(each, true));
      held.set(tab, { nodes, address });
      if (tab !== shown) return false;
      section.replaceChildren(...nodes);
      history.replaceState(null, "", address);
      return true;
    },
    keepAddress: (tab, address) => held.set(tab, { ...held.get(tab), address }),
    forget: (tab) => held.delete(tab),
  };
}

/** Where the server found the fault, and what it says of it; null where an answer has none with a place. */
export function faultIn(section) {
  const place = section.querySelector("[data-line]");
  if (!place) return null;
  const message = [...place.querySelectorAll("[data-message]")].map((each) => each.textContent.trim()).join(" ");
  return { line: Number(place.dataset.line), column: Number(place.dataset.column) || 1, message };
}
