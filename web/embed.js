// <filing-viewer>: an SEC Section 16 filing in a page of any site.
//
//   <script type="module" src="https://viewer.example/embed.js"></script>
//   <filing-viewer src="form4.xml"></filing-viewer>
//
// The element holds a frame with the viewer from the address that this file came
// from. The page that has the element fetches the filing and passes its bytes; the
// viewer asks nobody for anything. embed.html beside this file says how it is used,
// and what the two say to each other (web/frame.js is the other side).

import { fetched, filesOf } from "./embed_given.js";
import { enter, leave } from "./embed_queue.js";

const version = 1; // of what is said to the viewer
const viewer = new URL("index.html", import.meta.url);

const startLimit = 20000; // milliseconds from the start of the frame until it answers
const loadLimit = 8000; // and from when it is loaded
const maxHeight = 20000; // pixels that height="auto" makes at most

const views = ["tables", "holdings", "source"];
const themes = ["auto", "light", "dark"];

const isObject = (v) => typeof v === "object" && v !== null;
const isText = (v) => typeof v === "string";

// A sheet and not a style attribute, which the page's policy may forbid.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; block-size: 40rem; max-inline-size: 100%; contain: content; }
  :host([hidden]) { display: none; }
  .mark { position: absolute; scroll-margin: 4rem; }
  iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; color-scheme: normal; }
`);

export class FilingViewerElement extends HTMLElement {
  static observedAttributes = ["src", "view", "theme", "height", "title", "sandbox"];

  #frame = null;
  #port = null; // to the viewer of the frame
  #ready = false; // it runs
  #broken = ""; // the sentence of why it never will
  #timer = 0;
  #last = 0; // number of a request
  #asked = new Map(); // requests that are not answered: {yes, no, message, transfer}
  #sheet = new CSSStyleSheet(); // the height
  #source = null; // the fetch that is under way: an AbortController
  #sight = null; // an IntersectionObserver until the element is near the window
  #wanted = false; // the frame is to be there
  #mute = false; // the frame has no origin and cannot be spoken to
  #opening = Promise.resolve(); // the latest opening; it never fails
  #filings = []; // what the viewer said is open

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet, this.#sheet];
  }

  // The attributes, as properties.

  get src() {
    const src = this.getAttribute("src");
    return src ? new URL(src, document.baseURI).href : "";
  }
  set src(v) { this.#set("src", v); }
  get view() { return oneOf(views, this.getAttribute("view")); }
  set view(v) { this.#set("view", v); }
  get theme() { return oneOf(themes, this.getAttribute("theme")); }
  set theme(v) { this.#set("theme", v); }
  get height() { return this.getAttribute("height") ?? ""; }
  set height(v) { this.#set("height", v); }
  get loading() { return this.getAttribute("loading") === "lazy" ? "lazy" : "eager"; }
  set loading(v) { this.#set("loading", v); }
  get crossOrigin() {
    const v = this.getAttribute("crossorigin");
    return v === null ? null : v === "use-credentials" ? v : "anonymous";
  }
  set crossOrigin(v) { this.#set("crossorigin", v); }
  get keep() { return this.hasAttribute("keep"); }
  set keep(v) { this.toggleAttribute("keep", Boolean(v)); }
  get sandbox() { return this.getAttribute("sandbox"); }
  set sandbox(v) { this.#set("sandbox", v); }
  get filings() { return structuredClone(this.#filings); }

  #set(name, value) {
    if (value === null || value === undefined) {
      this.removeAttribute(name);
    } else {
      this.setAttribute(name, value);
    }
  }

  // The methods.

  open(given, { name, add = false } = {}) {
    this.#source?.abort(); // what was said later holds
    this.#source = null;
    return this.#opens(filesOf(given, name).then((files) => this.#open(files, add === true)));
  }

  select(path, { filing = -1 } = {}) {
    if (!isText(path) || !(Number.isSafeInteger(filing) && filing >= -1)) {
      return Promise.reject(new TypeError("select takes the path of a cell, and perhaps the number of a filing."));
    }
    return this.#ask({ type: "select", path, filing });
  }

  async data() {
    await this.#opening;
    if (!this.#wanted) {
      return [];
    }
    const lines = await this.#ask({ type: "data" });
    const text = isText(lines) ? lines : new TextDecoder().decode(lines);
    return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
  }

  // Life.

  connectedCallback() {
    // What a script has set before the element was defined stands in the accessors' way.
    for (const name of ["src", "view", "theme", "height", "loading", "crossOrigin", "keep", "sandbox"]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#lay();
    if (this.loading === "lazy" && "IntersectionObserver" in window) {
      this.#sight = new IntersectionObserver((entries) => {
        if (entries.some((e) => e.isIntersecting)) {
          this.#begin();
        }
      }, { rootMargin: "400px" });
      this.#sight.observe(this);
    } else {
      this.#begin();
    }
  }

  disconnectedCallback() {
    this.#sight?.disconnect();
    this.#sight = null;
    this.#source?.abort();
    this.#source = null;
    this.#end("The element was taken out of the page.");
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) {
      return;
    }
    switch (name) {
      case "src":
        if (this.#wanted) {
          this.#fetch();
        }
        break;
      case "view":
      case "theme":
        this.#look();
        break;
      case "height":
        this.#lay();
        this.#look();
        break;
      case "title":
        this.#name();
        break;
      case "sandbox": // holds for what is loaded after it
        if (this.#frame) {
          this.#end("The viewer was started anew.");
          this.#begin();
        }
    }
  }

  // Begins with the frame, and with the filing that src names.
  #begin() {
    this.#sight?.disconnect();
    this.#sight = null;
    if (this.#wanted || !this.isConnected) {
      return;
    }
    this.#wanted = true;
    enter(this, () => this.#start());
    if (this.getAttribute("src")) {
      this.#fetch();
    }
  }

  #start() {
    const frame = document.createElement("iframe");
    const url = new URL(viewer);
    const coming = this.getAttribute("src") || this.#asked.size > 0;
    url.hash = new URLSearchParams({
      embed: coming ? "file" : "empty", theme: this.theme, view: this.view, ...(this.keep && { keep: "1" }),
    }).toString();
    if (this.sandbox !== null) {
      frame.setAttribute("sandbox", this.sandbox);
    }
    frame.referrerPolicy = "no-referrer";
    frame.addEventListener("load", () => this.#connect());
    frame.src = url.href;
    this.#frame = frame;
    this.#mute = this.sandbox !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(this.sandbox);
    this.#name();
    this.#wait(startLimit);
    this.shadowRoot.append(frame);
    addEventListener("message", this.#heardFrame);
  }

  // Forgets the frame, with all that was asked of it.
  #end(why) {
    clearTimeout(this.#timer);
    removeEventListener("message", this.#heardFrame);
    this.#port?.close();
    this.#port = null;
    this.#frame?.remove();
    this.#frame = null;
    this.#ready = this.#wanted = false;
    this.#broken = "";
    this.#filings = [];
    leave(this);
    for (const { no } of this.#asked.values()) {
      no(new Error(why));
    }
    this.#asked.clear();
  }

  // The frame is loaded, or loaded again.
  #connect() {
    if (this.#mute) {
      return;
    }
    if (this.#port) { // it was reloaded, and what was open in it is gone
      this.#port.close();
      this.#ready = false;
      this.#broken = "";
      for (const [id, { no, sent }] of this.#asked) {
        if (sent) {
          this.#asked.delete(id);
          no(new Error("The viewer was reloaded."));
        }
      }
      if (this.getAttribute("src") && !this.#source) {
        this.#fetch();
      }
    }
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => {
      if (this.#port === port1 && isObject(data)) {
        this.#hear(data);
      }
    };
    this.#wait(loadLimit);
    // Only the viewer's own origin gets it, whatever the frame shows by now.
    this.#frame.contentWindow.postMessage({ type: "filingview:connect", version }, viewer.origin, [port2]);
  }

  #wait(limit) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#breakDown(
      `The viewer at ${viewer.origin} does not answer. It may be out of reach, or not allow pages of ${location.origin} to show it: ` +
      "its server names those that may (filingview serve -embed-origins), and this page's own policy must let it in (frame-src)."), limit);
  }

  // A viewer in a frame without an origin cannot be spoken to. All that it may tell
  // is why.
  #heardFrame = (event) => {
    const { data } = event;
    if (this.#frame && event.source === this.#frame.contentWindow && event.origin === "null" &&
        isObject(data) && data.type === "filingview:broken" && isText(data.message)) {
      this.#mute = true;
      this.#breakDown(data.message.slice(0, 1000));
    }
  };

  #breakDown(message) {
    clearTimeout(this.#timer);
    leave(this);
    this.#broken = message;
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    this.#tell("failed", { message, failures: [] });
    for (const { no } of asked) {
      no(new Error(message));
    }
  }

  // The viewer says something.
  #hear(m) {
    switch (m.type) {
      case "connected":
        clearTimeout(this.#timer);
        if (this.#broken) { // it was given up too early
          this.#broken = "";
          if (this.getAttribute("src")) {
            this.#fetch();
          }
        }
        this.#look();
        this.#flush();
        break;
      case "refused":
      case "broken":
        this.#breakDown(isText(m.message) ? m.message : "The viewer does not run.");
        break;
      case "ready":
        this.#ready = true;
        leave(this);
        this.#tell("ready", { version });
        break;
      case "opened": {
        const detail = { filings: listOf(m.filings), failures: listOf(m.failures) };
        this.#filings = detail.filings;
        this.#name();
        this.#settle(m.id, (r) => {
          this.#tell("opened", detail);
          r.yes(detail);
        });
        break;
      }
      case "failed":
        this.#settle(m.id, (r) => {
          const message = isText(m.message) ? m.message : "It failed.";
          if (r.message.type === "open") {
            this.#tell("failed", { message, failures: listOf(m.failures) });
          }
          r.no(new Error(message));
        });
        break;
      case "selected":
        this.#settle(m.id, (r) => (m.message ? r.no(new Error(String(m.message))) : r.yes()));
        break;
      case "data":
        this.#settle(m.id, (r) => r.yes(m.lines));
        break;
      case "select":
        if (isText(m.path) && Number.isSafeInteger(m.filing) && isText(m.text)) {
          this.#tell("select", { path: m.path, filing: m.filing, text: m.text });
        }
        break;
      case "resize":
        this.#resize(m.height);
        break;
      case "reveal":
        this.#reveal(m.top, m.bottom);
        break;
    }
  }

  #settle(id, how) {
    const r = this.#asked.get(id);
    if (r && this.#asked.delete(id)) {
      how(r);
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  // Asking.

  #ask(message, transfer = []) {
    if (this.#broken) {
      return Promise.reject(new Error(this.#broken));
    }
    return new Promise((yes, no) => {
      this.#asked.set(++this.#last, { yes, no, message: { ...message, id: this.#last }, transfer, sent: false });
      if (this.isConnected) {
        this.#begin();
      }
      this.#flush();
    });
  }

  // What was asked before the viewer was there is sent as soon as it is.
  #flush() {
    if (!this.#port) {
      return;
    }
    for (const [id, r] of this.#asked) {
      if (r.sent) {
        continue;
      }
      r.sent = true;
      try {
        this.#port.postMessage(r.message, r.transfer);
      } catch (err) { // a buffer that the page has given away
        this.#asked.delete(id);
        r.no(err);
      }
    }
  }

  #open(files, add) {
    const transfer = files.filter((f) => f.ours).map((f) => f.body);
    return this.#ask({ type: "open", add, files: files.map(({ ours, ...f }) => f) }, transfer);
  }

  // Keeps in mind that something is being opened.
  #opens(promise) {
    this.#opening = Promise.allSettled([this.#opening, promise]);
    return promise;
  }

  #fetch() {
    this.#source?.abort();
    this.#source = null;
    const src = this.src;
    if (src === "") {
      return;
    }
    const source = new AbortController();
    this.#source = source;
    // That it failed is said by an event; there is nobody else to hear it.
    this.#opens(fetched(src, this.crossOrigin, source.signal).then((file) => {
      if (this.#source === source) {
        this.#source = null;
        return this.#open([file], false);
      }
    })).catch(() => {});
  }

  // How it looks.

  #look() {
    this.#port?.postMessage({ type: "look", view: this.view, theme: this.theme, auto: this.height === "auto" });
  }

  #lay() {
    const n = Number.parseFloat(this.height);
    if (this.height === "auto") {
      this.#grow(Number.NaN); // until the viewer says how high it is
    } else {
      this.#sheet.replaceSync(n > 0 ? `:host { block-size: ${Math.min(n, maxHeight)}px; }` : "");
    }
  }

  // The frame gets the height and not the element, so that a border of the page's
  // takes nothing of it.
  #grow(height) {
    this.#sheet.replaceSync(`:host { block-size: auto; } iframe { block-size: ${height > 0 ? `${Math.min(height, maxHeight)}px` : "20rem"}; }`);
  }

  #resize(height) {
    if (typeof height !== "number" || !(height > 0) || !Number.isFinite(height)) {
      return;
    }
    if (this.height === "auto") {
      this.#grow(height);
      this.#tell("resize", { height: Math.min(height, maxHeight) });
    }
  }

  // With height="auto" the frame does not scroll, the page does.
  #reveal(top, bottom) {
    if (this.height !== "auto" || typeof top !== "number" || typeof bottom !== "number" || !this.#frame) {
      return;
    }
    const mark = document.createElement("span");
    mark.className = "mark";
    const from = Math.min(Math.max(0, top), maxHeight);
    mark.style.top = `${from}px`;
    mark.style.height = `${Math.min(Math.max(0, bottom - from), innerHeight / 2)}px`;
    this.shadowRoot.append(mark);
    mark.scrollIntoView({ block: "nearest", inline: "nearest" });
    mark.remove();
  }

  #name() {
    if (this.#frame) {
      const [f] = this.#filings;
      const found = f && this.#filings.length === 1 ? `Form ${f.form}, ${f.issuer || f.name}` : "SEC insider filings";
      this.#frame.title = this.getAttribute("title") || found;
    }
  }
}

const oneOf = (list, value) => (list.includes(value) ? value : list[0]);
const listOf = (v) => (Array.isArray(v) ? v.filter(isObject) : []);

if (!customElements.get("filing-viewer")) {
  customElements.define("filing-viewer", FilingViewerElement);
}
