/** A question in order: its indents, its keywords in capitals, what stands on one line broken where a pattern ends. Nothing else changes. */
import { tokens } from "./tokens.mjs";

const LOWER = new Set(["a", "true", "false"]), CLOSERS = new Set(["}", ")", "]"]), OPENERS = { "{": "}", "(": ")", "[": "]" };
const TALL = 90, BEGINNINGS = new Set(["PREFIX", "BASE", "SELECT", "CONSTRUCT", "DESCRIBE", "ASK", "ORDER", "GROUP", "HAVING", "LIMIT"]);

export function tidy(text) {
  const pieces = measured(text), lines = [];
  let line = "", depth = 0, carried = 0;
  const end = () => {
    lines.push(line.trimEnd());
    carried = /[;,]$/.test(line.replace(/\s+#.*$/, "").trimEnd()) ? 1 : 0;
    line = "";
  };
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    if (before && (piece.breaks || broken(before, piece))) {
      end();
      if (piece.breaks > 1 && lines.at(-1) !== "") lines.push("");
    }
    if (CLOSERS.has(piece.text)) depth = Math.max(0, depth - 1);
    if (!line) line = "  ".repeat(depth + (CLOSERS.has(piece.text) ? 0 : carried));
    else if (piece.spaced) line += " ";
    line += piece.kind === "word" && !LOWER.has(piece.text) ? piece.text.toUpperCase() : piece.text;
    if (OPENERS[piece.text]) depth += 1;
  });
  end();
  return `${lines.join("\n").trim()}\n`;
}

/** How far in a line begins, by what is before it and its own first sign: what Enter does. */
export function indent(before, own) {
  const signs = tokens(before).filter((each) => each.kind !== "comment"), last = signs.at(-1)?.text;
  const depth = signs.reduce((sum, { kind, text }) => (kind === "sign" ? sum + (OPENERS[text] ? 1 : 0) - (CLOSERS.has(text) ? 1 : 0) : sum), 0);
  return 2 * Math.max(0, depth + (last === ";" || last === "," ? 1 : 0) - (CLOSERS.has(own.trim()[0]) ? 1 : 0));
}

/** The pieces with what was before them, and whether the group that they open, close or stand in is a tall one. */
function measured(text) {
  const found = [], open = [{ tall: text.length > TALL || text.includes("\n"), depth: 0 }];
  let blank = "";
  for (const each of tokens(text, { blanks: true })) {
    if (each.kind === "blank") {
      blank = each.text;
      continue;
    }
    const piece = { ...each, breaks: blank.split("\n").length - 1, spaced: blank !== "" };
    if (OPENERS[each.text] && each.kind === "sign") open.push({ sign: each.text, from: each.from, first: piece, tall: false });
    piece.group = open.at(-1);
    if (CLOSERS.has(each.text) && open.length > 1) open.pop().tall = piece.group.sign === "{" && tall(text.slice(piece.group.from, each.to));
    piece.outermost = open.length === 1;
    found.push(piece);
    blank = "";
  }
  return found;
}

const tall = (text) => text.length > TALL || text.includes("\n");

/** Whether a line ends between two pieces, though it did not when it came. */
function broken(before, piece) {
  if (before.kind === "comment") return true;
  if (piece.kind === "comment") return false;
  if (piece.outermost && piece.kind === "word" && BEGINNINGS.has(piece.text.toUpperCase())) return !["CONSTRUCT"].includes(before.text);
  if (before.text === "{" || piece.text === "}") return (before.text === "{" ? before : piece).group.tall;
  return before.text === "." && before.kind === "sign" && before.group.sign === "{" && before.group.tall;
}
