/** How the field looks: the page's own colours by name, so that light and dark are those of the page. */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", fontSize: ".95rem" },
  "&.cm-focused, &:focus-within": { outline: "3px solid var(--focus)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { padding: ".75rem 0", caretColor: "var(--thread)" },
  ".cm-line": { padding: "0 .9rem 0 .6rem" },
  "&.cm-focused .cm-cursor, .cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--thread)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "color-mix(in srgb, var(--link) 24%, transparent)" },
  ".cm-gutters": { backgroundColor: "var(--sheet)", color: "var(--quiet)", border: "0", borderRight: "1px solid var(--line)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--wash) 60%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--wash)", color: "var(--ink)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--mark)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", boxShadow: "inset 0 -2px var(--warn)" },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "var(--mark)" },
  ".cm-searchMatch.cm-searchMatch-selected": { outline: "2px solid var(--thread)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--wash)", border: "1px solid var(--line)", color: "var(--ink)" },
  ".cm-lintRange-error": { backgroundImage: "none", backgroundColor: "color-mix(in srgb, var(--thread) 14%, transparent)", borderBottom: "2px wavy var(--thread)", textDecoration: "underline wavy var(--thread) 1.5px", textUnderlineOffset: "3px" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "var(--round)", boxShadow: "var(--shade)", fontFamily: "var(--sans)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--sans)", fontSize: "1rem", maxHeight: "17rem", maxWidth: "min(34rem, 92vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: ".3rem .8rem .3rem calc(.8rem - 3px)", borderLeft: "3px solid transparent", lineHeight: "1.3", display: "flex", gap: ".75rem", justifyContent: "space-between" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--wash)", color: "var(--ink)", borderLeftColor: "var(--thread)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > completion-section": { color: "var(--quiet)", fontSize: ".875rem", padding: ".5rem .8rem .15rem", borderBottom: "0", opacity: "1", display: "block" },
  ".cm-completionLabel": { fontFamily: "var(--mono)", fontSize: ".9rem", overflow: "hidden", textOverflow: "ellipsis" },
  ".cm-completionDetail": { color: "var(--quiet)", fontStyle: "normal", marginLeft: "0", whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
  ".cm-tooltip.cm-completionInfo": { padding: ".6rem .9rem", maxWidth: "24rem", whiteSpace: "normal" },
  ".cm-tooltip-lint": { padding: "0" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--thread)", padding: ".4rem .8rem", fontFamily: "var(--sans)", fontSize: "1rem", whiteSpace: "pre-wrap", maxWidth: "32rem" },
  ".cm-snippetField": { backgroundColor: "color-mix(in srgb, var(--mark) 60%, transparent)" },
  ".cm-panels": { backgroundColor: "var(--wash)", color: "var(--ink)", borderColor: "var(--line)", fontFamily: "var(--sans)" },
  ".cm-panel.cm-search": { padding: ".5rem .9rem", fontSize: "1rem" },
  ".cm-textfield, .cm-button": { font: "inherit", minHeight: "2.25rem", border: "1px solid var(--edge)", borderRadius: "var(--round)", backgroundColor: "var(--sheet)", backgroundImage: "none", color: "var(--ink)" },
  ".cm-panel.cm-search label": { fontSize: ".95rem", whiteSpace: "nowrap", marginRight: ".75rem" },
  ".cm-panel.cm-search input[type=checkbox]": { minHeight: "0", verticalAlign: "-.2em", width: "1.1rem", height: "1.1rem" },
  ".cm-panel.cm-search [name=close]": { color: "var(--ink)", minHeight: "2rem", minWidth: "2rem", fontSize: "1.3rem" },
});

// Words have colours of 4.5:1 against the sheet; weight and slant tell the kinds apart without them.
const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--thread)", fontWeight: "600" },
  { tag: tags.variableName, color: "var(--link)" },
  { tag: [tags.string, tags.annotation], color: "var(--good)" },
  { tag: [tags.integer, tags.float, tags.bool], color: "var(--warn)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.namespace, tags.url, tags.typeName], color: "var(--ink)" },
]);

export const theme = [look, syntaxHighlighting(colours)];
