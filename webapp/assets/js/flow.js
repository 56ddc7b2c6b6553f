// In a flow, the strands of the node under the pointer or in focus stand out.
const picture = document.querySelector("svg.flow");
const show = (name) => {
  picture.classList.toggle("lit", Boolean(name));
  for (const band of picture.querySelectorAll(".band"))
    band.classList.toggle("on", band.dataset.through.split(" ").includes(name));
};
const named = (event) => show(event.target.closest("[data-node]")?.dataset.node);
for (const event of ["pointerover", "focusin"]) picture?.addEventListener(event, named);
for (const event of ["pointerleave", "focusout"]) picture?.addEventListener(event, () => show());
