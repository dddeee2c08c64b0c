// The form of a record: what stands in it is checked, and shown as it would look, while it is typed.
// Without this script the button Periksa does the same, and a row comes or goes with a new page.
const form = document.querySelector("#tulis");
let timer;
let asked = 0;

async function ask(button) {
  const mine = ++asked;
  const fields = new FormData(form);
  fields.delete("_lampiran");
  fields.set("_tombol", button);
  const answer = await fetch(form.action, { method: "POST", body: fields });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector("#tulis")) throw new Error(answer.status);
  for (const old of mine === asked ? document.querySelectorAll("[data-hidup]") : []) {
    const fresh = page.getElementById(old.id);
    if (fresh && fresh.innerHTML !== old.innerHTML) old.replaceWith(fresh);
  }
  return page;
}

form.addEventListener("input", (event) => {
  if (event.target.type === "file") return;
  clearTimeout(timer);
  timer = setTimeout(() => ask("periksa").catch(() => {}), 600);
});

form.addEventListener("click", async (event) => {
  const button = event.target.closest("button.tulis-kecil, button[value=periksa]");
  if (!button) return;
  event.preventDefault();
  const rows = document.getElementById(new URL(button.formAction).hash.slice(1));
  try {
    if (rows) rows.inert = true;
    const fresh = (await ask(button.value)).getElementById(rows?.id);
    if (!rows) return;
    rows.replaceWith(fresh);
    const last = [...fresh.querySelectorAll("input, select, textarea")].pop();
    last.closest("fieldset, p").querySelector("input, select, textarea").focus();
  } catch {
    if (rows) rows.inert = false;
    form.requestSubmit(button);
  }
});
