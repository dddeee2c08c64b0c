() => {
  // What a page could still do when somebody touches it: every element, by rules of the test's own.
  const bad = [];
  const say = (element, what) => bad.push(`${element.outerHTML.slice(0, 120)}: ${what}`);
  const loads = ["src", "srcset", "poster", "data", "background", "ping", "manifest", "formaction"];
  const own = (value) => new URL(value, location.href).origin === location.origin;
  const names = ["document", "location", "cookie", "getElementById", "__proto__", "constructor"];
  for (const element of document.querySelectorAll("*")) {
    for (const {name, value} of element.attributes) {
      if (name.startsWith("on")) say(element, name);
      if (loads.includes(name) && name !== "srcset" && !own(value)) say(element, name);
      if (["href", "xlink:href", "action"].includes(name)) {
        const to = new URL(value, location.href);
        if (!["http:", "https:", "mailto:"].includes(to.protocol)) say(element, to.protocol);
        if (element.tagName !== "A" && element.tagName !== "LINK" && !own(value)) say(element, name);
      }
      if (["id", "name"].includes(name) && names.includes(value)) say(element, name);
    }
    if (["IFRAME", "OBJECT", "EMBED", "FRAME", "APPLET", "STYLE"].includes(element.tagName))
      say(element, "element");
    if (element.matches("base[href]")) say(element, "base");
    if (element.matches("link[rel~=stylesheet], link[rel~=manifest]") && !own(element.href))
      say(element, "link");
    if (element.tagName === "SCRIPT" && !element.src) {
      if (element.type !== "application/ld+json") say(element, "script");
      else JSON.parse(element.textContent);
    }
    if (element.matches("meta[http-equiv=refresh i]") && !/^\d+; ?url=\/(?!\/)/i.test(element.content))
      say(element, "refresh");
  }
  if (typeof document.getElementById !== "function" || typeof document.cookie !== "string")
    bad.push("the document is clobbered");
  if (document.querySelectorAll("[id=isi]").length > 1) bad.push("an id of the theme stands twice");
  return bad;
}
