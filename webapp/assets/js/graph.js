// The graph's picture, with JavaScript: larger and smaller, dragged about, what hangs together brought out, saved as PNG.
const SMALLEST = 0.2, LARGEST = 3, STEP = 1.25, PAN = 80, SHARP = 2, MOST_PIXELS = 16000;

const frame = document.querySelector(".graph");
if (frame) start(frame, frame.querySelector(".scroll"), frame.querySelector("svg.net"));

function start(frame, window_, svg) {
  const natural = { width: svg.width.baseVal.value, height: svg.height.baseVal.value };
  let scale = 1;
  const zoom = (to, x = window_.clientWidth / 2, y = window_.clientHeight / 2) => {
    const next = Math.min(LARGEST, Math.max(SMALLEST, to));
    const left = ((window_.scrollLeft + x) / scale) * next - x, top = ((window_.scrollTop + y) / scale) * next - y;
    svg.setAttribute("width", natural.width * next);
    svg.setAttribute("height", natural.height * next);
    window_.scrollTo({ left, top, behavior: "instant" });
    scale = next;
  };
  const whole = () => zoom(Math.min((window_.clientWidth - 34) / natural.width, (window_.clientHeight - 34) / natural.height, 1));
  const larger = () => zoom(scale * STEP), smaller = () => zoom(scale / STEP), size = () => zoom(1);
  addButtons(frame, [["+", frame.dataset.zoomIn, larger], ["−", frame.dataset.zoomOut, smaller],
    [frame.dataset.whole, "", whole], [frame.dataset.size, "", size], [frame.dataset.png, "", () => savePng(natural)]]);
  listen(window_, { "+": larger, "-": smaller, 0: whole, 1: size });
  window_.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = window_.getBoundingClientRect();
    zoom(scale * (event.deltaY < 0 ? STEP : 1 / STEP), event.clientX - at.left, event.clientY - at.top);
  }, { passive: false });
  drag(window_);
  bringOut(svg);
  if (!location.hash.startsWith("#n-")) toMiddle(window_, svg);
}

// The thing in the middle is seen at first, and the page stays where it is.
function toMiddle(window_, svg) {
  const thing = svg.querySelector(".middle")?.getBoundingClientRect(), seen = window_.getBoundingClientRect();
  if (thing && (thing.bottom > seen.bottom || thing.right > seen.right)) {
    window_.scrollTo({ left: thing.left - seen.left - PAN, top: thing.top - seen.top - PAN, behavior: "instant" });
  }
}

function addButtons(frame, wanted) {
  const row = document.createElement("div");
  row.className = "buttons";
  for (const [sign, label, act] of wanted) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    if (label) button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    row.append(button);
  }
  frame.prepend(row);
}

// Keys work while the picture has the focus, and nowhere else.
function listen(window_, acts) {
  const pans = { ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0], ArrowUp: [0, -PAN], ArrowDown: [0, PAN] };
  window_.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (acts[event.key]) acts[event.key]();
    else if (pans[event.key]) window_.scrollBy({ left: pans[event.key][0], top: pans[event.key][1], behavior: "instant" });
    else return;
    event.preventDefault();
  });
}

function drag(window_) {
  let from = null;
  window_.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button || event.target.closest("a")) return;
    from = { x: event.clientX + window_.scrollLeft, y: event.clientY + window_.scrollTop };
    window_.setPointerCapture(event.pointerId);
  });
  window_.addEventListener("pointermove", (event) => {
    if (from) window_.scrollTo({ left: from.x - event.clientX, top: from.y - event.clientY, behavior: "instant" });
  });
  for (const end of ["pointerup", "pointercancel"]) window_.addEventListener(end, () => { from = null; });
}

// What a thing is linked to stands out while the pointer or the focus is on it.
function bringOut(svg) {
  const links = [...svg.querySelectorAll(".link")];
  const clear = () => {
    svg.classList.remove("pointing");
    for (const each of svg.querySelectorAll(".near")) each.classList.remove("near");
  };
  const show = (event) => {
    const thing = event.target.closest(".thing");
    clear();
    if (!thing) return;
    svg.classList.add("pointing");
    thing.classList.add("near");
    for (const link of links.filter((each) => [each.dataset.start, each.dataset.end].includes(thing.id))) {
      link.classList.add("near");
      for (const end of [link.dataset.start, link.dataset.end]) svg.getElementById(end)?.classList.add("near");
    }
  };
  svg.addEventListener("pointerover", show);
  svg.addEventListener("pointerleave", clear);
  svg.addEventListener("focusin", show);
  svg.addEventListener("focusout", clear);
}

// The server draws the picture with its colours in it; here it becomes pixels.
async function savePng(natural) {
  const answer = await fetch(document.querySelector("a.svg").href);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`;
  await image.decode();
  const sharp = Math.min(SHARP, MOST_PIXELS / natural.width, MOST_PIXELS / natural.height);
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * sharp;
  canvas.height = image.naturalHeight * sharp;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "graf.png";
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
