// In a matrix, arrow keys move between cells; Tab then leaves it in one step. Without this, Tab goes from link to link.
const table = document.querySelector("table[data-grid]");
const stop = (cell) => cell?.querySelector("a[href]") ?? cell;
const cells = () => [...table.rows].map((row) => [...row.cells]);
const moves = {
  ArrowRight: (r, c) => [r, c + 1],
  ArrowLeft: (r, c) => [r, c - 1],
  ArrowDown: (r, c) => [r + 1, c],
  ArrowUp: (r, c) => [r - 1, c],
  Home: (r, c, event) => [event.ctrlKey ? 0 : r, 0],
  End: (r, c, event, all) => [event.ctrlKey ? all.length - 1 : r, all[r].length - 1],
};

function focus(target) {
  for (const each of table.querySelectorAll('[tabindex="0"]')) each.tabIndex = -1;
  target.tabIndex = 0;
  target.focus();
}

function moved(event) {
  const at = event.target.closest("td, th");
  const move = moves[event.key];
  if (!at || !move || event.altKey || event.metaKey) return;
  const all = cells();
  const [row, column] = move(at.parentNode.rowIndex, at.cellIndex, event, all);
  const next = all[row]?.[column];
  event.preventDefault();
  if (next) focus(stop(next));
}

if (table) {
  for (const link of table.querySelectorAll("a[href]")) link.tabIndex = -1;
  stop(table.tBodies[0].rows[0].cells[0]).tabIndex = 0;
  table.addEventListener("keydown", moved);
}
