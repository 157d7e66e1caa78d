import { toCodePoint, toUtf16 } from "./codepoints.js";

// Links the article's marks with the panel's items: pointing at or focusing one lights the other.
// Everything here only adds comfort: without it, marks and items are still links to each other.
const items = new Map(Array.from(document.querySelectorAll("[data-item]"), (item) => [item.dataset.item, item]));
const marks = new Map();
for (const mark of document.querySelectorAll("[data-items]")) {
  for (const id of mark.dataset.items.split(" ")) {
    if (!marks.has(id)) marks.set(id, []);
    marks.get(id).push(mark);
  }
}
let lit = [];
const light = (ids) => {
  for (const element of lit) element.classList.remove("lit");
  lit = ids.flatMap((id) => [items.get(id), ...(marks.get(id) ?? [])]).filter(Boolean);
  for (const element of lit) element.classList.add("lit");
};
// The item that a place in the page belongs to; of a mark, the innermost ones: what its last line shows.
const idsAt = (target) => {
  const mark = target.closest?.("[data-items]");
  if (mark) return mark.dataset.items.split(" ");
  const item = target.closest?.("[data-item]");
  return item ? [item.dataset.item] : [];
};
if (items.size > 0) {
  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, (event) => light(idsAt(event.target)));
  }
  document.addEventListener("focusout", () => light([]));
  // A mark's item is brought to sight in the panel without moving the text.
  document.addEventListener("pointerover", (event) => {
    const mark = event.target.closest?.("[data-items]");
    const panel = document.querySelector(".panel");
    const item = mark && items.get(mark.dataset.items.split(" ")[0]);
    if (!item || !panel || getComputedStyle(panel).position !== "sticky" || item.closest("details:not([open])")) return;
    const where = item.getBoundingClientRect();
    if (where.top < 40 || where.bottom > innerHeight) panel.scrollTop += where.top - innerHeight / 3;
  });
  // Folded parts open when they are led to.
  const open = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const element = id ? document.getElementById(id) : null;
    for (let fold = element?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    element?.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);
  open();
  // Layers of marks are shown or hidden.
  for (const box of document.querySelectorAll("[data-layer]")) {
    const show = () => document.querySelector(".article").classList.toggle(`no-${box.dataset.layer}`, !box.checked);
    box.addEventListener("change", show);
    show();
  }
}

// Words can be linked to: select them, and the address of exactly these words (in code points) is offered.
const text = document.querySelector(".article .text");
if (text) {
  const paragraphs = Array.from(text.children);
  const whole = paragraphs.map((paragraph) => paragraph.textContent).join("\n");
  const starts = [];
  paragraphs.reduce((at, paragraph) => (starts.push(at), at + paragraph.textContent.length + 1), 0);
  const unitAt = (node, offset) => {
    const paragraph = paragraphs.findIndex((each) => each.contains(node));
    if (paragraph < 0) return -1;
    const before = document.createRange();
    before.setStart(paragraphs[paragraph], 0);
    before.setEnd(node, offset);
    return starts[paragraph] + before.toString().length;
  };
  const placeAt = (unit) => {
    const paragraph = starts.findLastIndex((start) => start <= unit);
    const nodes = document.createTreeWalker(paragraphs[paragraph], NodeFilter.SHOW_TEXT);
    let left = unit - starts[paragraph];
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
    return [paragraphs[paragraph], 0];
  };
  const offer = document.createElement("a");
  offer.className = "offer";
  offer.textContent = "Link to these words";
  offer.hidden = true;
  document.querySelector(".article").append(offer);
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const start = range ? unitAt(range.startContainer, range.startOffset) : -1;
    const end = range ? unitAt(range.endContainer, range.endOffset) : -1;
    offer.hidden = start < 0 || end <= start;
    if (!offer.hidden) offer.href = `#at=${toCodePoint(whole, start)}-${toCodePoint(whole, end)}`;
  });
  const show = () => {
    const asked = /^#at=(\d+)-(\d+)$/.exec(location.hash);
    if (!asked || !CSS.highlights) return;
    const range = document.createRange();
    range.setStart(...placeAt(toUtf16(whole, Number(asked[1]))));
    range.setEnd(...placeAt(toUtf16(whole, Number(asked[2]))));
    CSS.highlights.set("linked", new Highlight(range));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", show);
  show();
}
