// The form of a record: what stands in it is checked, and shown as it would look, while it is typed.
// Without this script the button Periksa does the same.
const form = document.querySelector("#tulis");
let timer;
let asked = 0;

async function check() {
  const mine = ++asked;
  const fields = new FormData(form);
  fields.delete("_lampiran");
  fields.set("_tombol", "periksa");
  const answer = await fetch(form.action, { method: "POST", body: fields });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== asked || !page.querySelector("#tulis")) return;
  for (const old of document.querySelectorAll("[data-hidup]")) {
    const fresh = page.getElementById(old.id);
    if (fresh && fresh.innerHTML !== old.innerHTML) old.replaceWith(fresh);
  }
}

form.addEventListener("input", (event) => {
  if (event.target.type === "file") return;
  clearTimeout(timer);
  timer = setTimeout(() => check().catch(() => {}), 600);
});
