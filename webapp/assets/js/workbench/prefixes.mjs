/** PREFIX lines that a question lacks are put where such lines stand. */
import { EditorView } from "@codemirror/view";

import { declared } from "./scope.mjs";
import { tokens } from "./tokens.mjs";

/** The change that adds these prefixes to a text, as CodeMirror takes it; none where all are there. */
export function addition(text, missing, namespaces) {
  const { prefixes, end } = declared(text);
  const wanted = [...new Set(missing)].filter((each) => each && !prefixes.has(each) && namespaces.has(each));
  if (!wanted.length) return [];
  const lines = wanted.map((each) => `PREFIX ${each}: <${namespaces.get(each)}>`).join("\n");
  return [end ? { from: end, insert: `\n${lines}` } : { from: 0, insert: `${lines}\n` }];
}

/** Who writes a colon behind a prefix of ours that the question does not declare gets the line. */
export const addWhileWriting = (tools) => EditorView.updateListener.of((update) => {
  if (!update.transactions.some((each) => each.isUserEvent("input.type"))) return;
  const place = update.state.selection.main.head, text = update.state.sliceDoc();
  if (text[place - 1] !== ":" || update.state.selection.ranges.length > 1) return;
  const name = tokens(text).find((each) => each.kind === "name" && each.to === place);
  const changes = name && !/\bPREFIX\s*$/i.test(text.slice(0, name.from)) ? addition(text, [name.text.slice(0, -1)], tools.vocabulary.prefixes) : [];
  if (changes.length) update.view.dispatch({ changes, userEvent: "input.complete" });
});
