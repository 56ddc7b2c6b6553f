/** The classes and properties that the data has, as the server counted them: fetched once, then asked at every key. */
import { language } from "./dom.mjs";

const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

export class Vocabulary {
  constructor({ prefixes = {}, classes = [], properties = [] } = {}) {
    this.prefixes = new Map(Object.entries(prefixes));
    this.classes = classes.map((each) => ({ ...each, kind: "class" }));
    this.properties = properties.map((each) => ({ ...each, kind: "property" }));
    this.terms = [...this.classes, ...this.properties];
    this.byCurie = new Map(this.terms.map((each) => [each.curie, each]));
    this.byIri = new Map(this.terms.map((each) => [each.iri, each]));
  }

  static async from(address) {
    try {
      const answer = await fetch(address);
      return new Vocabulary(answer.ok ? await answer.json() : {});
    } catch {
      return new Vocabulary(); // one can write without
    }
  }

  /** What a piece of a question names, by the question's own prefixes; ours where it declares none of the name. */
  named(text, prefixes) {
    if (text === "a") return null;
    return this.byIri.get(this.iri(text, prefixes)) ?? null;
  }

  iri(text, prefixes) {
    if (text.startsWith("<")) return text.slice(1, -1);
    if (text === "a") return RDF_TYPE;
    const [prefix, ...local] = text.split(":");
    return (prefixes.get(prefix) ?? this.prefixes.get(prefix) ?? "") + local.join(":");
  }

  /** How a term is spelled where a question has these prefixes, and the prefix that must be added for that, or null. */
  spelled(term, prefixes) {
    for (const [prefix, namespace] of prefixes)
      if (term.iri.startsWith(namespace) && /^[\w.-]+$/.test(term.iri.slice(namespace.length))) return { text: `${prefix}:${term.iri.slice(namespace.length)}`, missing: null };
    const prefix = term.curie.split(":")[0], taken = prefixes.has(prefix) || !this.prefixes.has(prefix);
    return taken ? { text: `<${term.iri}>`, missing: null } : { text: term.curie, missing: prefix };
  }

  /** What a subject's properties may be: those of its classes, which are stated, or follow from what leads to it and what it has. */
  classesOf(known, prefixes) {
    const terms = (pieces) => pieces.map((each) => this.named(each.text, prefixes)).filter(Boolean);
    const stated = terms(known.classes).filter((each) => each.kind === "class");
    if (stated.length) return stated;
    const led = terms(known.led).flatMap((each) => each.ranges ?? []), has = terms(known.has).map((each) => each.classes ?? []);
    const common = has.length ? has.reduce((all, some) => all.filter((each) => some.includes(each))) : [];
    const narrowed = led.filter((each) => !common.length || common.includes(each));
    return [...new Set(narrowed.length ? narrowed : common)].map((each) => this.byCurie.get(each)).filter(Boolean);
  }
}

/** What a term is called in the page's language; in the other where it has no name in that; its name in the graph at last. */
export const called = (term) => term.label?.[language] || term.label?.[language === "sv" ? "en" : "sv"] || term.curie;
export const explained = (term) => term.comment?.[language] || term.comment?.[language === "sv" ? "en" : "sv"] || "";

/** How well what one has written fits a term, 0 where not at all: by its name in the graph, and by its names in both languages. */
export function fit(term, written) {
  const [prefix, local] = term.curie.toLowerCase().split(":"), [before, behind] = written.toLowerCase().split(":");
  if (behind !== undefined && before !== prefix) return 0;
  const sought = behind ?? before, labels = [called(term), ...Object.values(term.label ?? {})].map((each) => each.toLowerCase());
  if (!sought) return 1;
  if (labels[0] === sought || local === sought) return 6;
  if (labels[0].startsWith(sought) || local.startsWith(sought) || `${prefix}:`.startsWith(sought)) return 5;
  if (labels.some((each) => each.startsWith(sought))) return 4;
  if (labels.some((each) => each.split(/[\s-]+/).some((word) => word.startsWith(sought)))) return 3;
  return local.includes(sought) || labels.some((each) => each.includes(sought)) ? 2 : 0;
}
