// Links the article's marks with the panel's items: pointing at one lights the other.
const items = document.querySelectorAll("[data-item]");
const marks = document.querySelectorAll("[data-items]");
const marksOf = new Map();
for (const mark of marks) {
  for (const id of mark.dataset.items.split(" ")) {
    if (!marksOf.has(id)) marksOf.set(id, []);
    marksOf.get(id).push(mark);
  }
}
const itemOf = new Map(Array.from(items, (item) => [item.dataset.item, item]));
const light = (ids, on) => {
  for (const id of ids) {
    itemOf.get(id)?.classList.toggle("lit", on);
    for (const mark of marksOf.get(id) ?? []) mark.classList.toggle("lit", on);
  }
};
const link = (element, ids) => {
  for (const name of ["mouseenter", "focus"]) element.addEventListener(name, () => light(ids, true));
  for (const name of ["mouseleave", "blur"]) element.addEventListener(name, () => light(ids, false));
};
for (const item of items) {
  link(item, [item.dataset.item]);
  const show = () => marksOf.get(item.dataset.item)?.[0]?.scrollIntoView({ block: "center" });
  item.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === item) show(); });
  item.addEventListener("click", (event) => { if (event.target.tagName !== "A") show(); });
}
for (const mark of marks) {
  const ids = mark.dataset.items.split(" ");
  link(mark, ids);
  mark.addEventListener("click", () => itemOf.get(ids[0])?.scrollIntoView({ block: "nearest" }));
}
