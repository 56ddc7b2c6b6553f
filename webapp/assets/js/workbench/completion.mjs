/** What may be written here: prefixes, classes, properties of the subject's class, variables, keywords, models to begin with. */
import { autocompletion, pickedCompletion, snippet } from "@codemirror/autocomplete";

import { filled, number } from "./dom.mjs";
import { card } from "./explain.mjs";
import { addition } from "./prefixes.mjs";
import { scopeAt } from "./scope.mjs";
import { snippets } from "./snippets.mjs";
import { called, fit } from "./vocabulary.mjs";

const KEYWORDS = {
  begin: ["PREFIX", "SELECT", "SELECT DISTINCT", "CONSTRUCT", "DESCRIBE", "ASK", "WHERE", "ORDER BY", "LIMIT"],
  group: ["OPTIONAL", "FILTER", "FILTER NOT EXISTS", "BIND", "VALUES", "UNION", "MINUS", "GRAPH", "SELECT"],
  expression: ["WHERE", "DISTINCT", "COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT", "AS", "GROUP BY", "ORDER BY", "HAVING", "LIMIT", "OFFSET", "DESC", "ASC", "BOUND", "CONTAINS", "LCASE", "STR", "LANG", "REGEX", "STRSTARTS", "IF", "COALESCE", "NOT EXISTS", "IN"],
};
const MOST = 120, GROUPS = ["prefixes", "snippets", "objects", "ofClass", "classes", "variables", "others", "keywords"];

export const completing = (tools) => autocompletion({
  override: [(context) => offered(context, tools)], icons: false, maxRenderedOptions: MOST,
  tooltipClass: () => "offered", optionClass: (option) => `is-${option.type}`,
});

/** The source of CodeMirror's completion. While one writes it speaks up at a word, and where a property or a class must follow. */
export function offered(context, tools) {
  const text = context.state.sliceDoc(), scope = scopeAt(text, context.pos);
  if (scope.slot === "none") return null;
  const written = scope.word?.text.slice(0, context.pos - scope.word.from) ?? "";
  if (!written && !context.explicit && !expected(scope, text, context.pos)) return null;
  const options = everything(scope, written, tools, text).slice(0, MOST);
  if (!options.length) return null;
  return { from: scope.word?.from ?? context.pos, options, filter: false };
}

/** Behind a subject or `a`, and a blank, there is but one kind of thing to write. */
const expected = (scope, text, place) => text[place - 1] === " " && scope.subject &&
  ((scope.slot === "predicate" && /[^;\s]\s$/.test(text.slice(0, place))) || (scope.slot === "object" && scope.predicate?.text === "a"));

function everything(scope, written, tools, text) {
  const section = (name, values = {}) => ({ name: filled(tools.words[name], values), rank: GROUPS.indexOf(name) });
  const make = { scope, written, tools, text, section };
  const found = (SLOTS[scope.slot] ?? SLOTS.expression)(make);
  return found.filter(Boolean);
}

const SLOTS = {
  prefix: (make) => prefixes(make),
  begin: (make) => [...models(make), ...keywords(make, KEYWORDS.begin), ...(make.written.length > 1 ? classes(make) : [])],
  subject: (make) => [...variables(make), ...models(make), ...(make.written.length > 1 ? [...classes(make), ...keywords(make, KEYWORDS.group)] : keywords(make, KEYWORDS.group))],
  predicate: (make) => [...properties(make), ...(make.written.startsWith("?") ? variables(make) : [])],
  object: (make) => (isType(make) ? classes(make) : [...objects(make), ...variables(make), ...(make.written.length > 1 ? classes(make) : [])]),
  after: (make) => keywords(make, KEYWORDS.group),
  data: (make) => classes(make),
  expression: (make) => [...variables(make), ...keywords(make, KEYWORDS.expression), ...(make.written.length > 1 ? classes(make) : [])],
};

const isType = ({ scope, tools }) => scope.predicate && tools.vocabulary.iri(scope.predicate.text, scope.prefixes).endsWith("#type");

/** Those that fit what is written, the best first; then by `rank`, where they have one there; then by how many there are. */
const ranked = (terms, written, rank = new Map()) => terms.map((term) => [fit(term, written), rank.get(term.curie) ?? -1, term]).filter(([score]) => score)
  .sort(([one, first, a], [other, second, b]) => other - one || second - first || b.count - a.count).map(([, , term]) => term);

const classes = (make) => ranked(make.tools.vocabulary.classes, make.written).map((term) => option(term, make, make.section("classes")));

function properties(make) {
  const { scope, tools, written } = make, { vocabulary } = tools;
  const owners = scope.inverse ? [] : vocabulary.classesOf(scope.known(scope.subject?.text), scope.prefixes);
  // A class has its properties in the order of how often its things have them.
  const own = new Map(owners.flatMap((each) => each.properties ?? []).reverse().map((curie, index) => [curie, index]));
  const all = ranked(vocabulary.properties, written, own);
  const name = owners.slice(0, 2).map(called).join(", ");
  const type = !written || "a".startsWith(written) ? [{ label: "a", detail: "rdf:type", type: "keyword", section: make.section("keywords") }] : [];
  return [...all.filter((each) => own.has(each.curie)).map((each) => option(each, make, make.section("ofClass", { name }))),
    ...all.filter((each) => !own.has(each.curie)).map((each) => option(each, make, make.section("others"))), ...(scope.word?.text === "a" ? [] : type)];
}

/** A class or property: spelled by the question's prefixes, with its name, how many there are, and what it means beside it. */
function option(term, { scope, tools }, section) {
  const { text, missing } = tools.vocabulary.spelled(term, scope.prefixes);
  return { label: text, detail: `${called(term)} · ${number(term.count)}`, type: term.kind, section, info: () => card(term, tools),
    apply: (view, picked, from, to) => put(view, picked, from, to, text, missing ? [missing] : [], tools) };
}

function put(view, picked, from, to, insert, missing, tools) {
  const changes = [{ from, to, insert }, ...addition(view.state.sliceDoc(), missing, tools.vocabulary.prefixes)];
  const set = view.state.changes(changes);
  view.dispatch({ changes: set, selection: { anchor: set.mapPos(to, 1) }, userEvent: "input.complete", annotations: pickedCompletion.of(picked), scrollIntoView: true });
}

/** What a property leads to: a variable named after it, with its class where that is known, or a value of its kind. */
function objects(make) {
  const { scope, tools, written } = make, term = scope.predicate && tools.vocabulary.named(scope.predicate.text, scope.prefixes);
  if (!term || scope.inverse) return [];
  const section = make.section("objects"), name = `?${term.curie.split(":")[1].replace(/\W/g, "_")}`;
  const plain = { label: name, detail: tools.words.newVariable, type: "variable", section };
  const typed = (term.ranges ?? []).map((each) => tools.vocabulary.byCurie.get(each)).filter(Boolean).map((each) => ranged(each, make, section));
  const values = (term.datatypes ?? []).map((each) => valued(each, make, section)).filter(Boolean);
  return [plain, ...typed, ...values].filter((each) => !written || each.label.toLowerCase().includes(written.toLowerCase()));
}

function ranged(term, { scope, tools }, section) {
  const local = term.curie.split(":")[1], name = `?${local[0].toLowerCase()}${local.slice(1)}`, { text, missing } = tools.vocabulary.spelled(term, scope.prefixes);
  return { label: `${name} . ${name} a ${text}`, displayLabel: name, detail: filled(tools.words.typed, { name: called(term) }), type: "variable", section, info: () => card(term, tools),
    apply: (view, picked, from, to) => put(view, picked, from, to, `${name} . ${name} a ${text}`, missing ? [missing] : [], tools) };
}

function valued(datatype, { tools, text }, section) {
  const kind = datatype.split(":")[1], year = new Date().getFullYear();
  const [model, word] = { integer: [`\${1:${year}}`, "number"], decimal: ["${1:1.0}", "number"], double: ["${1:1.0}", "number"], boolean: ["${true}", "truth"], string: ['"${}"', "text"], langString: ['"${}"@sv', "text"], date: [`"\${1:${year}-01-01}"^^xsd:date`, "day"] }[kind] ?? [];
  if (!model) return null;
  const apply = snippet(model), shown = model.replace(/\$\{(?:\d+:)?(.*?)\}/g, (_, inner) => inner || "…");
  return { label: shown, detail: tools.words[word], type: "value", section, apply: (view, picked, from, to) => {
    apply(view, picked, from, to);
    if (model.includes("xsd:")) view.dispatch({ changes: addition(view.state.sliceDoc(), ["xsd"], new Map([["xsd", "http://www.w3.org/2001/XMLSchema#"], ...tools.vocabulary.prefixes])) });
  } };
}

const variables = ({ scope, written, section }) => scope.variables.filter((each) => !written || each.toLowerCase().includes(written.toLowerCase().replace(/^\?/, "")))
  .map((each) => ({ label: each, type: "variable", section: section("variables") }));

const keywords = ({ written, section }, list) => list.filter((each) => each.toLowerCase().startsWith(written.toLowerCase()))
  .map((each) => ({ label: each, type: "keyword", section: section("keywords"), apply: `${each} ` }));

const prefixes = ({ scope, written, tools, section }) => [...tools.vocabulary.prefixes].filter(([name]) => !scope.prefixes.has(name) && name.startsWith(written.replace(/:$/, "")))
  .map(([name, namespace]) => ({ label: `${name}:`, detail: namespace, type: "prefix", section: section("prefixes"), apply: `${name}: <${namespace}>\n` }));

/** Models are for where a pattern begins; one is found by its keyword or by what it is for. */
function models({ scope, written, tools, section }) {
  const sought = written.toLowerCase(), fits = (each) => each.label.toLowerCase().startsWith(sought) || each.detail.toLowerCase().split(" ").some((word) => word.startsWith(sought));
  return snippets(tools.words).filter((each) => each.slot === scope.slot && (!sought || fits(each))).map(({ model, needs, ...each }) => {
    const apply = snippet(model);
    return { ...each, type: "snippet", section: section("snippets"), apply: (view, picked, from, to) => {
      apply(view, picked, from, to);
      view.dispatch({ changes: addition(view.state.sliceDoc(), needs, tools.vocabulary.prefixes) });
    } };
  });
}
