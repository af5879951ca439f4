/** Fields that find: what does not hold all the words is hidden, and what holds nothing any more. */
for (const field of document.querySelectorAll("input[data-finds]")) {
  const place = document.getElementById(field.dataset.finds);
  const status = document.querySelector(".found");
  const items = [...place.querySelectorAll("[data-item]")];
  const texts = items.map((item) => (item.dataset.item + " " + item.textContent).toLowerCase());
  const holders = [...place.querySelectorAll("[data-holds]")];
  const find = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    items.forEach((item, i) => {
      item.hidden = !words.every((word) => texts[i].includes(word));
      found += item.hidden ? 0 : 1;
    });
    for (const holder of holders) {
      holder.hidden = holder.querySelector("[data-item]:not([hidden])") === null;
      if (holder.tagName === "DETAILS") {
        holder.open = words.length > 0 ? !holder.hidden : holder.querySelector("[aria-current]") !== null;
      }
    }
    status.textContent = words.length > 0 ? found + " of " + items.length : "";
  };
  field.addEventListener("input", find);
  field.closest("[hidden]").hidden = false;
  if (field.value) find();
}

/** Commands that can be taken along. */
if (navigator.clipboard) {
  for (const text of document.querySelectorAll("pre[aria-label]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy: " + text.getAttribute("aria-label"));
    button.addEventListener("click", () =>
      navigator.clipboard.writeText(text.innerText).then(
        () => (button.textContent = "Copied"),
        () => (button.textContent = "Not copied"),
      ),
    );
    const around = document.createElement("div");
    around.className = "commands";
    text.replaceWith(around);
    around.append(text, button);
  }
}

/** A link to one type opens it. */
function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) named.open = true;
}
window.addEventListener("hashchange", openNamed);
openNamed();
