// What every page has of scripts: nothing is done that does not also go without.
import { combobox } from "./parts/combobox.mjs";
import { menu } from "./parts/menu.mjs";

document.querySelectorAll("form[data-suggest]").forEach(combobox);
document.querySelectorAll("nav.menu").forEach(menu);
// On paper an address is of use with its beginning only.
document.querySelectorAll(".printed .address").forEach((place) => (place.textContent = location.href));
