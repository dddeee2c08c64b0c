/* Search on /cari/; without it the page is an index A-Z. What the files hold: rendering/search. */
const form = document.querySelector(".pencarian");
const fields = [...form.elements].filter((field) => field.name);
const ids = ["kotak", "daftar", "keadaan", "bantuan", "lagi"];
const [box, list, state, help, more] = ids.map((id) => document.getElementById(`hasil-${id}`));
const files = new Map();
let turn = 0;
let wait;

/* Folds words as words.py does. */
const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f'’‘ʼ`]/g, "").toLowerCase()
  .replace(/(\d)[.,](?=\d)/g, "$1").match(/[a-z0-9]+/g)?.map((word) => word.slice(0, 40)) || [];

const read = (name) => {
  const ask = () => fetch(`/cari/data/${name}.json`).then((found) => found.ok ? found.json() : {});
  if (!files.has(name)) files.set(name, ask().catch((fault) => { files.delete(name); throw fault; }));
  return files.get(name);
};

/* The file whose first key is the last one not behind this key. */
const file = async (kind, key) => {
  const starts = (await read("indeks"))[kind].split(",");
  const start = starts.findLast((first) => first && first <= key);
  return new Map(Object.entries(start ? await read(`${kind}-${start}`) : {}));
};

/* Adds a key and its forms; returns its entries: 3 for the title, 2 the summary, 1 the text. */
const entries = async (key, forms) => {
  const found = new Map();
  for (const side of await Promise.all([file("lama", key), file("baru", key)])) {
    const [spoken, ...places] = side.get(key) || [""];
    [key, ...spoken.split(",")].forEach((word) => forms.add(word));
    places.forEach((steps, place) => {
      let number = 0;
      steps.forEach((step) => found.set(number += step, 3 - place));
    });
  }
  return found;
};

/* Keys of each word, or of each run of words that the glossary knows; the last may be begun. */
const meanings = async (words) => {
  const known = await Promise.all(words.map((word) => file("kata", word)));
  const found = [];
  for (let at = 0; at < words.length;) {
    let end = words.length;
    const run = () => words.slice(at, end).join(" ");
    while (end > at + 1 && !known[at].has(run())) end -= 1;
    const begun = end === words.length && words[at].length > 2;
    const near = [...known[at].keys()].filter((word) => begun && word.startsWith(run())).slice(0, 6);
    const keys = [run(), ...near].map((word, n) => known[at].get(word) || (n ? "" : word));
    found.push([...new Set(keys.join(" ").split(" "))]);
    at = end;
  }
  return found;
};

/* Numbers of what has most of the words, the best first, then the newest; whether words lack. */
const find = async (words, filters, forms) => {
  const groups = await meanings(words);
  const sets = await Promise.all(filters.map((key) => entries(key, new Set())));
  const sums = new Map(groups.length ? [] : [...sets[0].keys()].map((number) => [number, 0]));
  for (const keys of groups) {
    const best = new Map();
    (await Promise.all(keys.map((key) => entries(key, forms)))).forEach((found, rank) => {
      found.forEach((place, number) => {
        best.set(number, Math.max(best.get(number) || 0, 2 * place - (rank ? 1 : 0)));
      });
    });
    best.forEach((score, number) => sums.set(number, (sums.get(number) || 0) + 1000 + score));
  }
  const kept = [...sums].filter(([number]) => sets.every((set) => set.has(number)));
  kept.sort(([a, x], [b, y]) => y - x || b - a);
  const count = ([, score]) => Math.floor(score / 1000);
  const best = kept.filter((one) => count(one) === count(kept[0]));
  return [best.map(([number]) => number), best.some((one) => count(one) < groups.length)];
};

/* Begin and end of each word, or run of words, of a text that was looked for. */
const places = (text, forms) => {
  const hits = [...text.matchAll(/\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}'’‘ʼ`]+/gu)];
  const words = hits.map(([word]) => fold(word).join(""));
  const found = [];
  for (let at = 0; at < hits.length; at += 1) {
    let end = at + 5;
    while (end > at && !forms.has(words.slice(at, end).join(" "))) end -= 1;
    if (end > at) {
      const last = hits[Math.min(end, hits.length) - 1];
      found.push([hits[at].index, last.index + last[0].length]);
      at = end - 1;
    }
  }
  return found;
};

const make = (name, ...parts) => {
  const element = document.createElement(name);
  element.append(...parts);
  return element;
};

const marked = (text, forms) => {
  let last = 0;
  const parts = places(text, forms).flatMap(([begin, end]) => {
    const before = text.slice(last, begin);
    last = end;
    return [before, make("mark", text.slice(begin, end))];
  });
  return [...parts, text.slice(last)];
};

/* The summary; what stands about the words in the text where the summary has none of them. */
const extract = (summary, text, forms) => {
  const hit = places(summary, forms).length ? null : places(text, forms)[0];
  if (!hit) return summary;
  const from = hit[0] < 90 ? 0 : text.indexOf(" ", hit[0] - 80);
  const end = text.indexOf(" ", from + 220);
  return (from ? "…" : "") + text.slice(from, end < 0 ? undefined : end) + (end < 0 ? "" : " …");
};

const show = async (numbers, forms, mine) => {
  const step = numbers.splice(0, 10);
  const found = await Promise.all(step.map((n) => read(`d/${n < 0 ? Math.floor(n / 64) : n}`)));
  if (mine !== turn) return;
  more.hidden = !numbers.length;
  const there = step.map((number, at) => found[at][number]).filter(Boolean);
  const items = there.map(([title, url, kind, unit, detail, summary, text]) => {
    const link = make("a", ...marked(title, forms));
    link.href = url;
    const about = [kind, unit, detail].filter(Boolean).join(" · ");
    const extracted = marked(extract(summary, text, forms), forms);
    return make("li", make("h3", link), make("small", about), make("p", ...extracted));
  });
  list.append(...items);
  more.onclick = async () => (await show(numbers, forms, mine)).querySelector("a").focus();
  return items[0];
};

const run = async () => {
  const mine = turn += 1;
  const [query, ...others] = fields;
  const words = fold(query.value.slice(0, 200)).slice(0, 12);
  const filters = others.filter((o) => o.value).map((o) => `${o.name}.${o.value}`);
  const forms = new Set();
  box.hidden = !words.length && !filters.length;
  state.textContent = "";
  if (box.hidden) return;
  try {
    const [numbers, lacks] = await find(words, filters, forms);
    forms.delete("");
    if (mine !== turn) return;
    list.replaceChildren();
    help.hidden = numbers.length > 0;
    const count = numbers.length.toLocaleString("id-ID");
    await show(numbers, forms, mine);
    if (mine !== turn) return;
    state.textContent = `${count} hasil${lacks ? "; tidak ada yang memuat semua kata" : ""}`;
  } catch {
    if (mine === turn) state.textContent = "Pencarian gagal dimuat. Pakai daftar menurut huruf.";
  }
};

const keep = (way) => {
  clearTimeout(wait);
  const filled = fields.filter((field) => field.value).map((field) => [field.name, field.value]);
  history[way](null, "", `/cari/?${new URLSearchParams(filled)}`);
  run();
};
const fill = () => {
  const asked = new URLSearchParams(location.search);
  fields.forEach((field) => {
    field.value = asked.get(field.name) || "";
    if (field.selectedIndex < 0) field.value = "";
  });
  run();
};
form.addEventListener("input", ({ target }) => {
  clearTimeout(wait);
  if (target === fields[0]) wait = setTimeout(keep, 200, "replaceState");
  else keep("pushState");
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  keep("pushState");
});
addEventListener("popstate", fill);
fill();
