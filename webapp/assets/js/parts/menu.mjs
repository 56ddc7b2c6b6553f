/** The menu's groups close with Escape, and when one goes elsewhere; they open without scripts. */
export function menu(nav) {
  const close = (except) => nav.querySelectorAll("details[open]").forEach((each) => each !== except && (each.open = false));
  nav.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && event.target.closest("details[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => close(event.target.closest?.("nav.menu details")));
  document.addEventListener("focusin", (event) => close(event.target.closest?.("nav.menu details")));
}
