// A whole plan on a canvas: the places come from the server, the table beside it holds all that the canvas shows.
import cytoscape from "cytoscape";

const SHOWN_ZOOM = 0.9, LEAST_READ = 0.6, DASHES = { suggested: [7, 5], accepted: [7, 5], inferred: [2, 4], lineage: [2, 4] };
const canvas = document.querySelector(".canvas");
if (canvas) draw(canvas, document.querySelector(".details"));

async function draw(canvas, details) {
  const data = await (await fetch(canvas.dataset.elements)).json();
  ownStyle();
  canvas.closest(".large").classList.add("drawn");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const cy = cytoscape({ container: canvas, elements: elements(data), style: style(colour), layout: { name: "preset" },
    minZoom: 0.05, maxZoom: 3, autoungrabify: true, userZoomingEnabled: false });
  canvas.addEventListener("wheel", (event) => cy.userZoomingEnabled(event.ctrlKey || event.metaKey), { capture: true, passive: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(style(colour)));
  const choose = (id, move) => chosen(cy, details, id, move);
  cy.on("tap", "node[label]", (event) => choose(event.target.id(), false));
  cy.on("tap", (event) => { if (event.target === cy) clear(cy); });
  addShowers(choose, canvas);
  addKeys(canvas, cy);
  addButtons(canvas, cy);
  atTop(cy);
  canvas.cytoscape = cy;
}

// At first the columns fill the width, so that the topmost can be read.
function atTop(cy) {
  const box = cy.elements().boundingBox(), room = 24;
  const zoom = Math.min(1, Math.max((cy.width() - 2 * room) / box.w, LEAST_READ));
  cy.viewport({ zoom, pan: { x: room - box.x1 * zoom, y: room - box.y1 * zoom } });
}

// Cytoscape would write its own style element, which the page does not allow: it is told that there is one.
function ownStyle() {
  const mark = document.createElement("meta");
  mark.id = "__________cytoscape_stylesheet";
  document.head.append(mark);
}

function elements(data) {
  const nodes = [...data.things, ...data.columns].map((each) => ({ data: each, position: { x: each.x, y: each.y } }));
  return nodes.concat(data.links.map((each, number) => ({ data: { id: `e${number}`, ...each } })));
}

function style(colour) {
  const node = { shape: "round-rectangle", width: 250, height: 26, label: "data(label)", "text-max-width": 236, "text-wrap": "ellipsis",
    "text-valign": "center", "text-halign": "center", "font-family": getComputedStyle(document.body).fontFamily, "font-size": 13, "min-zoomed-font-size": 5, color: colour("--ink"),
    "background-color": colour("--sheet"), "border-width": 2 };
  const hues = [6, 1, 5, 2, 4, 3, 7, 8, 6];
  return [
    { selector: "node[label]", style: node },
    { selector: "node[heading]", style: { label: "data(heading)", width: 250, height: 20, "background-opacity": 0, "font-size": 15,
      "font-weight": 600, color: colour("--quiet"), "text-valign": "center", events: "no" } },
    ...hues.map((hue, column) => ({ selector: `node[column = ${column}]`, style: { "border-color": colour(`--c${hue}`) } })),
    { selector: "edge", style: { width: 1.2, "line-color": colour("--edge"), "curve-style": "straight", opacity: 0.5 } },
    ...Object.entries(DASHES).map(([ground, dashes]) => ({ selector: `edge[ground = "${ground}"]`,
      style: { "line-style": "dashed", "line-dash-pattern": dashes, "line-color": colour("--warn") } })),
    { selector: ".far", style: { opacity: 0.12 } },
    { selector: "edge.near", style: { width: 2.5, opacity: 1, "line-color": colour("--ink") } },
    { selector: "node.chosen", style: { "border-width": 5, "background-color": colour("--mark") } },
  ];
}

function clear(cy) {
  cy.elements().removeClass("far near chosen");
}

function chosen(cy, details, id, move) {
  const node = cy.getElementById(id);
  if (node.empty()) return;
  const near = node.closedNeighborhood();
  clear(cy);
  cy.elements().not(near).not("[heading]").addClass("far");
  near.addClass("near");
  node.addClass("chosen");
  if (move) { cy.zoom(SHOWN_ZOOM); cy.center(node); }
  tell(details, node);
}

// What was chosen, in words and with links, for eyes and for screen readers alike.
function tell(details, node) {
  const { label, kind, page } = node.data();
  details.querySelector("h3 a").textContent = label;
  details.querySelector("h3 a").href = page;
  details.querySelector(".kind").textContent = kind;
  const list = details.querySelector("ul");
  list.replaceChildren(...node.connectedEdges().map((edge) => {
    const there = edge.source().same(node), other = there ? edge.target() : edge.source();
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = other.data("page");
    link.textContent = other.data("label");
    item.append(there ? `${edge.data("says")} ` : "", link, there ? "" : ` ${edge.data("says")} …`);
    return item;
  }));
  details.hidden = false;
}

function addShowers(choose, canvas) {
  for (const row of document.querySelectorAll("tr[data-key]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "small";
    button.textContent = canvas.dataset.show;
    button.setAttribute("aria-label", `${canvas.dataset.show}: ${row.cells[0].textContent.trim()}`);
    button.addEventListener("click", () => { choose(row.dataset.key, true); canvas.scrollIntoView({ block: "center", behavior: "instant" }); });
    row.cells[row.cells.length - 1].append(button);
  }
}

function addKeys(canvas, cy) {
  const by = (x, y) => () => cy.panBy({ x, y }), zoom = (factor) => () => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  const acts = { "+": zoom(1.25), "-": zoom(0.8), 0: () => cy.fit(undefined, 24), ArrowLeft: by(80, 0), ArrowRight: by(-80, 0), ArrowUp: by(0, 80), ArrowDown: by(0, -80) };
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !acts[event.key]) return;
    acts[event.key]();
    event.preventDefault();
  });
  canvas.acts = acts;
}

function addButtons(canvas, cy) {
  const row = document.createElement("div");
  row.className = "buttons";
  const wanted = [["+", canvas.dataset.zoomIn, "+"], ["−", canvas.dataset.zoomOut, "-"], [canvas.dataset.whole, "", "0"]];
  for (const [sign, label, key] of wanted) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    if (label) button.setAttribute("aria-label", label);
    button.addEventListener("click", () => canvas.acts[key]());
    row.append(button);
  }
  canvas.before(row);
}
