/** What a term means: under the pointer, under the cursor in the line below the field, and beside what is offered. */
import { EditorView, closeHoverTooltips, hoverTooltip } from "@codemirror/view";

import { element, filled, number } from "./dom.mjs";
import { declared } from "./scope.mjs";
import { tokens } from "./tokens.mjs";
import { called, explained } from "./vocabulary.mjs";

const MOST_NAMES = 6;

/** A term as a small piece of the page; `linked` where one can get at a link in it. */
export function card(term, { words, vocabulary, address }, linked = false) {
  const names = (curies) => named(curies ?? [], vocabulary);
  const lines = [
    [words.leadsTo, names(term.ranges)], [words.values, (term.datatypes ?? []).join(", ")], [words.foundWith, names(term.classes)],
  ].filter(([, found]) => found).map(([text, found]) => element("p", { className: "quiet", textContent: filled(text, { names: found }) }));
  return element("div", { className: "explained" },
    element("p", {}, element("strong", { textContent: called(term) }), " ", linked ? name(term, address) : element("code", { textContent: term.curie })),
    ...(explained(term) ? [element("p", { textContent: explained(term) })] : []),
    element("p", { className: "quiet", textContent: filled(words.inData, { n: number(term.count) }) }), ...lines);
}

/** A term's name in the graph; one of ours has a page. */
const name = (term, address) => term.curie.startsWith("rt:") ? element("a", { href: `${address}/${term.curie.slice(3)}`, target: "_blank", textContent: term.curie }) : element("code", { textContent: term.curie });

function named(curies, vocabulary) {
  const names = curies.map((each) => (vocabulary.byCurie.has(each) ? called(vocabulary.byCurie.get(each)) : each));
  return names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? " …" : "");
}

/** The term that stands at a place, and where; null where none does. */
export function termAt(state, place, vocabulary) {
  const text = state.sliceDoc(), found = tokens(text).find((each) => each.from <= place && place <= each.to && ["name", "iri"].includes(each.kind));
  const term = found && vocabulary.named(found.text, declared(text).prefixes);
  return term ? { term, from: found.from, to: found.to } : null;
}

export const onHover = (tools) => hoverTooltip((view, place) => {
  const found = termAt(view.state, place, tools.vocabulary);
  return found && { pos: found.from, end: found.to, above: false, create: () => ({ dom: card(found.term, tools, true) }) };
}, { hoverTime: 350 });

/** Esc closes what hovers, and is passed on. */
export function closeHovering(view) {
  view.dispatch({ effects: closeHoverTooltips });
  return false;
}

/** The term at the cursor is told in a line of the page, for keyboards and fingers. */
export const inLine = (line, tools) => EditorView.updateListener.of((update) => {
  if (!update.selectionSet && !update.docChanged) return;
  const found = termAt(update.state, update.state.selection.main.head, tools.vocabulary);
  line.replaceChildren(...(found ? [name(found.term, tools.address), " ", element("strong", { textContent: called(found.term) }), ` ${explained(found.term)} `, element("span", { className: "quiet", textContent: filled(tools.words.inData, { n: number(found.term.count) }) })] : []));
});
