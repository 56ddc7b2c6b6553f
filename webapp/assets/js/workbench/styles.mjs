/**
 * CodeMirror writes its styles into a style element, which our Content-Security-Policy forbids, rightly. Style sheets made
 * by a script as objects are allowed: the rules go there. There is one editor a page, so the last list of rules holds.
 */
import { StyleModule } from "style-mod";

/** Whether this browser has style sheets of that kind; without, the plain field stays. */
export const able = "adoptedStyleSheets" in Document.prototype && "replaceSync" in CSSStyleSheet.prototype;

export function allowStyles() {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  StyleModule.mount = (_root, modules) => sheet.replaceSync([modules].flat().map((each) => each.getRules()).join("\n"));
}
