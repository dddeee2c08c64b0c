// A button behind every field that is there to be copied. Without it the field is copied by hand.
for (const field of document.querySelectorAll(".salin > :is(input, textarea)")) {
  const [label] = field.labels;
  const said = Object.assign(document.createElement("span"), { role: "status" });
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Salin" });
  button.setAttribute("aria-label", `Salin ${label.textContent}`);
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = "Tersalin";
    } catch {
      said.textContent = "Terpilih: tekan Ctrl+C";
    }
  });
  field.after(button, said);
}
