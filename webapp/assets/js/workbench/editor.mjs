/** The field as an editor: CodeMirror with SPARQL, in the page's look and language, that can be left by keyboard. */
import { acceptCompletion } from "@codemirror/autocomplete";
import { indentLess, indentMore, toggleLineComment } from "@codemirror/commands";
import { indentService } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { SparqlLanguage, sparql } from "codemirror-lang-sparql";

import { completing } from "./completion.mjs";
import { filled } from "./dom.mjs";
import { closeHovering, inLine, onHover } from "./explain.mjs";
import { addWhileWriting } from "./prefixes.mjs";
import { theme } from "./theme.mjs";
import { indent, tidy } from "./tidy.mjs";
import { tokens } from "./tokens.mjs";

/** Esc lets the next Tab go where it goes elsewhere, as long as no other key comes between. */
const TAB_IS_FREE = 60_000;

/** An editor in an element: `run` is what Ctrl-Enter does, `changed` is told each new text. */
export function editorIn(parent, tools, { label, describedBy, phrases, about, run, changed }) {
  const extensions = [
    keys(run),
    basicSetup, sparql(), SparqlLanguage.data.of({ commentTokens: { line: "#" } }), theme, lintGutter(),
    indentService.of((context, place) => indent(context.state.sliceDoc(0, place), context.textAfterPos(place))),
    completing(tools), onHover(tools), inLine(about, tools), addWhileWriting(tools),
    EditorState.phrases.of(phrases), EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": describedBy, tabindex: "0", autocapitalize: "off", spellcheck: "false" }),
    EditorView.updateListener.of((update) => update.docChanged && changed(update.view.state.sliceDoc())),
  ];
  const fresh = (text) => EditorState.create({ doc: text, extensions });
  const view = new EditorView({ parent, state: fresh("") });
  return {
    view, fresh,
    text: () => view.state.sliceDoc(),
    show: (state) => view.setState(state),
    tidy: () => replace(view, tidy(view.state.sliceDoc())),
    mark: (fault) => mark(view, fault, tools.words),
    clear: () => view.dispatch(setDiagnostics(view.state, [])),
  };
}

function keys(run) {
  const tidied = (view) => replace(view, tidy(view.state.sliceDoc()));
  return [
    Prec.highest(keymap.of([
      { key: "Mod-Enter", run: () => run() ?? true },
      { key: "Escape", run: closeHovering },
      { key: "Tab", run: (view) => acceptCompletion(view) },
      { key: "Shift-Alt-f", run: tidied },
      { key: "Mod-/", run: toggleLineComment },
    ])),
    Prec.low(keymap.of([{ key: "Tab", run: indentMore, shift: indentLess }])),
    leaving(),
  ];
}

/** Tab is free behind Esc (CodeMirror's own two seconds are too short for some), and for who came by Tab and writes nothing. */
function leaving() {
  let here = false;
  return EditorView.domEventObservers({
    keydown: (event) => { here ||= event.key === "Tab"; },
    keyup: (event, view) => {
      if (event.key === "Escape" || (event.key === "Tab" && !here)) view.setTabFocusMode(TAB_IS_FREE);
      here = false;
    },
  });
}

function replace(view, text) {
  const place = Math.min(view.state.selection.main.head, text.length);
  if (text !== view.state.sliceDoc()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: place }, userEvent: "input.tidy" });
  return true;
}

/** Mark where the server found the fault, go there, and give back what is told of it. */
function mark(view, { line, column, message }, words) {
  const { doc } = view.state, row = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const place = Math.min(row.from + Math.max(column - 1, 0), row.to), { from, to } = piece(view.state.sliceDoc(), row.from, place);
  view.dispatch(setDiagnostics(view.state, [{ from, to, severity: "error", message }]));
  view.dispatch({ selection: { anchor: place }, scrollIntoView: true });
  return filled(words.place, { line, column, message });
}

/** What stands at a place; where it is a blank, what is before it in the row: there an engine stops that could not read on. */
function piece(text, rowStart, place) {
  const all = tokens(text), at = all.find((each) => each.from <= place && place < each.to);
  return at ?? all.findLast((each) => each.from >= rowStart && each.to <= place) ?? { from: place, to: place };
}
