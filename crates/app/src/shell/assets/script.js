// Every page works without this; it only makes some of them kinder.
"use strict";
// On a phone the menu is folded until it is asked for.
const menu = document.querySelector(".menu > details");
const phone = matchMedia("(max-width: 40rem)");
const fold = () => { if (menu) menu.open = !phone.matches; };
phone.addEventListener("change", fold);
fold();
// After a form came back with faults, reading starts at their summary.
const faults = document.querySelector("[data-focus]");
if (faults) faults.focus();
// A link in the summary goes to the field itself.
for (const link of document.querySelectorAll(".faults a")) {
  link.addEventListener("click", (event) => {
    const field = document.getElementById(link.hash.slice(1));
    if (field) { event.preventDefault(); field.focus(); field.scrollIntoView({ block: "center" }); }
  });
}
// A form that was sent is not sent again by a second tap; the server would not mind. One that only asks may ask again.
for (const form of document.querySelectorAll("form[method=post]:not([data-again])")) {
  form.addEventListener("submit", () => {
    setTimeout(() => form.querySelectorAll("button").forEach((button) => { button.disabled = true; }), 0);
  });
}
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("button[disabled]").forEach((button) => { button.disabled = false; });
});
// Who goes back and sends the same words once more sends the same form, which the server knows by its bits; with other
// words it is another one. The bits stay with the entry of the history, where the browser keeps the words anyway; the
// page itself may come back with the same ones.
const same = document.querySelector("form[data-same]");
if (same) addEventListener("pageshow", () => {
  const { once, story } = same.elements;
  const [kept, words] = [history.state?.once, story.value];
  const random = () => Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, "0"));
  const fresh = kept ? random().join("") : once.value;
  history.replaceState({ once: kept ?? fresh }, "");
  same.addEventListener("submit", () => {
    once.value = kept && story.value === words ? kept : fresh;
    history.replaceState({ once: once.value }, "");
  });
}, { once: true });
// Choosing in a filter shows the result at once.
for (const choice of document.querySelectorAll("form[data-live] select")) {
  choice.addEventListener("change", () => choice.form.requestSubmit());
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
// On paper nothing is folded away; afterwards the page is as it was.
addEventListener("beforeprint", () => {
  document.querySelectorAll("main details:not([open])").forEach((fold) => { fold.open = true; fold.dataset.folded = ""; });
});
addEventListener("afterprint", () => {
  document.querySelectorAll("details[data-folded]").forEach((fold) => { fold.open = false; delete fold.dataset.folded; });
});
// A block of text goes to the clipboard where the browser allows it; it can always be selected by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}
