// Plain links do everything on these screens; this lets a click on one of ours go to the program without loading the page anew.
// It also copies, moves the focus to where something opened, and closes with Escape.
const state = (window.mattersArising ??= { focused: "", scrolled: "", send: () => {} });

function followed(event) {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.("a[data-ma]");
  if (link) {
    event.preventDefault();
    const url = new URL(link.href);
    state.send(url.pathname + url.search);
    return;
  }
  const copier = event.target.closest?.("button[data-copy], button[data-copy-link]");
  if (copier) copy(copier);
}

async function copy(button) {
  const text = button.dataset.copyLink
    ? new URL(button.dataset.copyLink, document.baseURI).href
    : button.dataset.copy;
  const before = (button.dataset.before ??= button.textContent);
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    window.prompt("Copy this:", text);
  }
  setTimeout(() => { button.textContent = before; }, 2000);
}

function closed(event) {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (document.querySelector("[role=dialog], [role=listbox]")) return;
  document.querySelector("a[data-ma-close]")?.click();
}

if (!state.listening) {
  state.listening = true;
  document.addEventListener("click", followed);
  document.addEventListener("keydown", closed);
}

// What is waited for may be drawn anew while it is: whatever stands there when the drawing has come to rest is meant.
function at(id, act, tries = 20, last = null) {
  const wanted = document.getElementById(id);
  if (wanted && wanted === last) return act(wanted);
  if (tries) setTimeout(() => at(id, act, tries - 1, wanted), 120);
}

function show(element, block) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
}

// Drawn anew after all, what had the focus is gone and the focus with it: it is given to what stands there now.
function keep(id, tries = 12) {
  if (document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true });
  if (tries) setTimeout(() => keep(id, tries - 1), 150);
}

// The page may be too short to bring a question to the top until its answer is there: then it is done once more.
function showAsked(wanted) {
  show(wanted, "start");
  const page = document.querySelector(".st-key-conversation");
  if (!page || !document.querySelector(".ma-coming")) return;
  const growth = new ResizeObserver(() => {
    const now = document.getElementById(wanted.id);
    if (now) show(now, "start");
    if (!document.querySelector(".ma-coming")) growth.disconnect();
  });
  growth.observe(page);
  for (const own of ["wheel", "touchstart", "keydown", "pointerdown"])
    document.addEventListener(own, () => growth.disconnect(), { once: true, passive: true });
}

function focus(wanted) {
  wanted.focus({ preventScroll: true });
  keep(wanted.id);
  const panel = wanted.closest(".st-key-panel");
  const mark = panel?.querySelector(".ma-source mark");
  const place = wanted.getBoundingClientRect();
  // On a telephone the quotation may stand a screen below its heading: it is what the reader wants to see.
  const far = mark && mark.getBoundingClientRect().bottom - place.top > window.innerHeight - 200;
  if (far && panel.scrollHeight <= panel.clientHeight + 1) show(mark, "nearest");
  else if (place.top < 60 || place.bottom > window.innerHeight - 140) show(wanted, "start");
  if (mark && panel.scrollHeight > panel.clientHeight + 1) {
    const head = panel.querySelector(".ma-panel-head").offsetHeight;
    panel.scrollTop += mark.getBoundingClientRect().top - panel.getBoundingClientRect().top - head - 40;
  }
}

export default function ({ data, setTriggerValue }) {
  const { focus: key = "", scroll = "", listening = false } = data ?? {};
  if (listening) state.send = (href) => setTriggerValue("went", href);
  // What opened comes after the id, so that the same place is gone to again when something else opens there.
  if (listening && key !== state.focused) {
    state.focused = key;
    if (key) at(key.split(" ")[0], focus);
  }
  if (scroll && scroll !== state.scrolled) {
    state.scrolled = scroll;
    at(scroll.split(" ")[0], showAsked);
  }
}
