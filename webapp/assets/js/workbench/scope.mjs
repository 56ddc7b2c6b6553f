/**
 * Where in a question the cursor is: what may stand there, of what subject and property, and what is known of variables.
 * A walk over the pieces that keeps one frame for each open bracket; it never fails, it only knows less of odd questions.
 */
import { tokens } from "./tokens.mjs";

const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const TERMS = new Set(["iri", "name", "variable", "string", "number"]);
const CONSTANTS = new Set(["A", "TRUE", "FALSE", "UNDEF"]);
const AS_PATTERN = new Set(["WHERE", "OPTIONAL", "UNION", "MINUS"]);
const AS_EXPRESSION = new Set(["FILTER", "BIND", "HAVING", "BY", "LIMIT", "OFFSET", "VALUES", "AS", "EXISTS", "NOT"]);
const FORMS = new Set(["SELECT", "CONSTRUCT", "DESCRIBE", "ASK"]);
const OPEN = { "{": "group", "(": "round", "[": "square" }, CLOSE = new Set(["}", ")", "]"]);

/** What surrounds a place in the text; see `Walk` for `slot`. */
export function scopeAt(text, place) {
  const all = tokens(text), under = all.find((each) => each.from < place && place <= each.to);
  const word = under && ["name", "word", "variable"].includes(under.kind) ? under : null;
  const inside = under?.kind === "comment" || (under?.kind === "string" && place < under.to);
  const from = word ? word.from : place, walk = new Walk();
  let here = null, resumed = false;
  for (const token of all.filter((each) => each.kind !== "comment")) {
    if (!here && token.from >= from) here = walk.state();
    else if (here && !resumed && token.from >= place) resumed = walk.resume(token, text.slice(place, token.from));
    walk.take(token);
  }
  here ??= walk.state();
  const variables = [...new Set(all.filter((each) => each.kind === "variable" && each !== word).map((each) => each.text))];
  return { ...here, slot: inside ? "none" : here.slot, word, variables, prefixes: walk.prefixes, known: (name) => walk.known(name, here.group) };
}

/** The prefixes that a question declares, and the place behind the last of them. */
export function declared(text) {
  const walk = new Walk(), pieces = tokens(text);
  for (const token of pieces) if (token.kind !== "comment") walk.take(token);
  return { prefixes: walk.prefixes, end: walk.prologueEnd };
}

/**
 * `slot` is what comes next: "begin" (of the whole), "prefix", "subject", "predicate", "object", "after" an object,
 * "expression" (also what a SELECT answers with), "data" (of VALUES).
 */
class Walk {
  constructor() {
    this.prefixes = new Map();
    this.prologueEnd = 0;
    this.triples = [];
    this.count = 0;
    this.frames = [{ kind: "whole", group: { above: null }, slot: "begin" }];
  }

  get top() {
    return this.frames.at(-1);
  }

  state() {
    const { slot, subject, predicate, inverse, group } = this.top;
    return { slot, subject: subject ?? null, predicate: predicate ?? null, inverse: Boolean(inverse), group };
  }

  take(token) {
    if (this.top.slot === "prefix") this.takePrefix(token);
    else if (token.kind === "sign") this.takeSign(token.text);
    else if (token.kind === "word" && !CONSTANTS.has(token.text.toUpperCase())) this.takeWord(token.text.toUpperCase());
    else if (TERMS.has(token.kind) || token.kind === "word") this.takeTerm(token);
  }

  /** What is being written is not done: what comes on the next line is taken as a beginning of its own. */
  resume(token, between) {
    if (between.includes("\n") && token.kind !== "sign" && this.top.kind === "group" && this.top.slot !== "data")
      Object.assign(this.top, { slot: "subject", subject: null, predicate: null });
    return true;
  }

  takePrefix(token) {
    if (token.kind === "name") this.naming = token.text.slice(0, -1);
    else if (token.kind === "iri") {
      if (this.naming !== undefined) this.prefixes.set(this.naming, token.text.slice(1, -1));
      this.naming = undefined;
      this.prologueEnd = token.to;
      this.top.slot = "begin";
    } else if (token.kind === "word") {
      this.top.slot = "begin";
      this.take(token);
    }
  }

  takeWord(word) {
    const top = this.top;
    if (word === "PREFIX" || word === "BASE") top.slot = "prefix";
    else if (FORMS.has(word) || AS_EXPRESSION.has(word)) Object.assign(top, { slot: "expression", data: word === "VALUES", selecting: FORMS.has(word) });
    else if (AS_PATTERN.has(word)) Object.assign(top, { slot: top.kind === "group" ? "subject" : "begin", predicate: null, selecting: false });
    else if (word === "GRAPH" || word === "SERVICE" || word === "FROM") top.slot = "expression";
  }

  takeSign(sign) {
    const top = this.top;
    if (OPEN[sign]) this.open(sign);
    else if (CLOSE.has(sign)) this.close(sign);
    else if (top.slot === "expression" || top.slot === "data" || top.slot === "begin") return;
    else if (sign === ".") Object.assign(top, { slot: "subject", subject: null, predicate: null });
    else if (sign === ";") Object.assign(top, { slot: "predicate", predicate: null, inverse: false });
    else if (sign === ",") top.slot = "object";
    else if ((sign === "/" || sign === "|") && top.slot === "object") Object.assign(top, { slot: "predicate", inverse: false });
    else if (sign === "^" && top.slot === "predicate") top.inverse = !top.inverse;
  }

  takeTerm(token) {
    const top = this.top;
    if (top.slot === "subject" || top.slot === "after") Object.assign(top, { subject: token, predicate: null, inverse: false, slot: "predicate" });
    else if (top.slot === "predicate") Object.assign(top, { predicate: token, slot: "object" });
    else if (top.slot === "object") this.link(token);
  }

  link(object) {
    const { subject, predicate, inverse, group } = this.top;
    if (subject && predicate) this.triples.push({ subject, predicate, inverse, object, group });
    this.top.slot = "after";
  }

  open(sign) {
    const top = this.top, kind = OPEN[sign], frame = { kind, group: top.group, slot: "expression", from: top.slot };
    if (kind === "group") {
      Object.assign(frame, { group: { above: top.group }, slot: top.data ? "data" : "subject" });
      top.data = top.selecting = false;
    } else if (kind === "square") {
      const unnamed = { kind: "variable", text: `[${++this.count}]` };
      if (top.slot === "object") this.link(unnamed);
      Object.assign(frame, { slot: "predicate", subject: unnamed });
    } else if (top.slot === "predicate") Object.assign(frame, { path: true, slot: "predicate", subject: top.subject });
    else if (top.slot === "object") frame.slot = "data";
    this.frames.push(frame);
  }

  close() {
    if (this.frames.length === 1) return;
    const closed = this.frames.pop(), top = this.top;
    if (closed.path) Object.assign(top, { slot: "object", predicate: closed.predicate, inverse: closed.inverse });
    else if (closed.kind === "group") Object.assign(top, { slot: top.kind === "whole" ? "expression" : "subject", predicate: null });
    else if (closed.kind === "square") top.slot = closed.from === "object" ? "after" : "predicate";
    else if (closed.from === "object") this.link({ kind: "list", text: "()" });
    else if (closed.from === "expression" && top.kind === "group" && !top.data && !top.selecting) top.slot = "subject";
  }

  /** What is said of a variable: the classes given to it, the properties it has, those that lead to it; nearest groups first. */
  known(name, group) {
    const around = new Set();
    for (let each = group; each; each = each.above) around.add(each);
    const found = facts(this.triples.filter((each) => around.has(each.group)), name);
    return found.classes.length ? found : facts(this.triples, name);
  }
}

function facts(triples, name) {
  const of = (each) => (each.inverse ? each.object : each.subject), to = (each) => (each.inverse ? each.subject : each.object);
  const typed = (each) => each.predicate.text === "a" || /(^|:)type$/.test(each.predicate.text) || each.predicate.text === `<${RDF_TYPE}>`;
  return {
    classes: triples.filter((each) => typed(each) && of(each).text === name).map((each) => to(each)),
    has: triples.filter((each) => !typed(each) && of(each).text === name).map((each) => each.predicate),
    led: triples.filter((each) => !typed(each) && to(each).text === name).map((each) => each.predicate),
  };
}
