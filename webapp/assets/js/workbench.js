// The SPARQL workbench: an editor over the form's field, and answers without the page being loaded again. The form works without.
import { Bench } from "./workbench/bench.mjs";
import { able, allowStyles } from "./workbench/styles.mjs";

const form = document.querySelector("#workbench"), tools = document.querySelector("#editor-tools");
if (form && tools && able) {
  allowStyles();
  new Bench(form, tools).begin();
}
