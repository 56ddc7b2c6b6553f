/** A question in order: its indents, its keywords in capitals, what stands on one line broken where a pattern ends. Nothing else changes. */
import { tokens } from "./tokens.mjs";

const LOWER = new Set(["a", "true", "false"]), CLOSERS = new Set(["}", ")", "]"]), OPENERS = new Set(["{", "(", "["]);
const BEGINNINGS = new Set(["PREFIX", "BASE", "SELECT", "CONSTRUCT", "DESCRIBE", "ASK", "ORDER", "GROUP", "HAVING", "LIMIT"]);
const GOES_ON = new Set(["UNION", "WHERE", "AS"]);
/** A group that is longer is broken into lines; lines begin no further in than so many steps. */
const TALL = 90, DEEPEST = 30;

export function tidy(text) {
  const pieces = measured(text), lines = [];
  let line = "", depth = 0, carried = 0;
  const end = () => {
    lines.push(line.trimEnd());
    line = "";
  };
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    if (before && (piece.breaks || broken(before, piece))) {
      end();
      if (piece.breaks > 1 && lines.at(-1) !== "") lines.push("");
    }
    if (piece.closes) depth = Math.max(0, depth - 1);
    if (!line) line = "  ".repeat(Math.min(depth + (piece.closes ? 0 : carried), DEEPEST));
    else if (piece.spaced) line += " ";
    line += piece.kind === "word" && !LOWER.has(piece.text) ? piece.text.toUpperCase() : piece.text;
    if (piece.opens) depth += 1;
    if (piece.kind !== "comment") carried = carries(piece);
  });
  end();
  return `${lines.join("\n").trim()}\n`;
}

const carries = ({ kind, text }) => (kind === "sign" && (text === ";" || text === ",") ? 1 : 0);

/** How far in a line begins, by what is before it and its own first sign: what Enter does. */
export function indent(before, own) {
  const pieces = tokens(before).filter((each) => each.kind !== "comment");
  const depth = pieces.reduce((sum, piece) => sum + (opens(piece) ? 1 : 0) - (closes(piece) ? 1 : 0), 0);
  return 2 * Math.min(Math.max(0, depth + (pieces.length ? carries(pieces.at(-1)) : 0) - (CLOSERS.has(own.trim()[0]) ? 1 : 0)), DEEPEST);
}

const opens = ({ kind, text }) => kind === "sign" && OPENERS.has(text), closes = ({ kind, text }) => kind === "sign" && CLOSERS.has(text);

/** The pieces with what was before them, and whether the group that they open, close or stand in is a tall one. */
function measured(text) {
  const found = [], open = [{ tall: true }];
  let blank = "";
  for (const each of tokens(text, { blanks: true })) {
    if (each.kind === "blank") {
      blank = each.text;
      continue;
    }
    const piece = { ...each, opens: opens(each), closes: closes(each), breaks: blank.split("\n").length - 1, spaced: blank !== "", within: open.at(-1) };
    if (piece.opens) open.push({ sign: each.text, from: each.from, tall: false });
    piece.group = open.at(-1);
    if (piece.closes && open.length > 1) open.pop().tall = piece.group.sign === "{" && tall(text, piece.group.from, each.to);
    piece.outermost = open.length === 1;
    found.push(piece);
    blank = "";
  }
  return found;
}

const tall = (text, from, to) => to - from > TALL || text.slice(from, to).includes("\n");

/** Whether a line ends between two pieces, though it did not when it came. */
function broken(before, piece) {
  const word = piece.kind === "word" ? piece.text.toUpperCase() : "";
  if (before.kind === "comment") return true;
  if (piece.kind === "comment") return false;
  if (piece.outermost && BEGINNINGS.has(word)) return true;
  if (before.opens && before.text === "{") return before.group.tall;
  if (piece.closes && piece.text === "}") return piece.group.tall;
  if (before.closes && before.text === "}") return piece.within.tall && piece.kind !== "sign" && !GOES_ON.has(word);
  return before.kind === "sign" && before.text === "." && before.group.sign === "{" && before.group.tall;
}
