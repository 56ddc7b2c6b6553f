/** A question in SPARQL, piece by piece. Whatever is no SPARQL comes as a sign: nothing here judges, that the server does. */
// A name has an end: else a hostile text takes the square of its length.
const LETTER = String.raw`[\p{L}_]`, MORE = String.raw`[\p{L}\p{N}_\-]`;
const KINDS = {
  comment: String.raw`#[^\n]*`,
  long: String.raw`"""(?:[^"\\]|\\[^]|"{1,2}(?!"))*"""|'''(?:[^'\\]|\\[^]|'{1,2}(?!'))*'''`,
  string: String.raw`"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?`,
  iri: "<[^\\x00-\\x20<>\"{}|^`]*>",
  variable: String.raw`[?$][\p{L}\p{N}_]+`,
  language: String.raw`@[A-Za-z]+(?:-[A-Za-z0-9]+)*`,
  name: String.raw`(?:${LETTER}(?:${MORE}|\.(?=${MORE})){0,60})?:(?:[\p{L}\p{N}_:%\\\-]|\.(?=[\p{L}\p{N}_:%\-]))*`,
  number: String.raw`\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`,
  word: String.raw`${LETTER}${MORE}*`,
  blank: String.raw`\s+`,
  sign: String.raw`\^\^|&&|\|\||[<>!]=|[^]`,
};
const PATTERN = new RegExp(Object.entries(KINDS).map(([kind, each]) => `(?<${kind}>${each})`).join("|"), "gu");

/** All pieces with their kind and place; blanks only where `blanks` says so. */
export function tokens(text, { blanks = false } = {}) {
  const found = [];
  for (const match of text.matchAll(PATTERN)) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    if (kind !== "blank" || blanks)
      found.push({ kind: kind === "long" ? "string" : kind, text: match[0], from: match.index, to: match.index + match[0].length });
  }
  return found;
}
