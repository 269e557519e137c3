// The viewer in a frame of another page, the host. embed.js speaks for the host and
// this for the viewer; web/embed.html documents what they say.
//
//   - The host sends {type: "filingview:connect", version} with one port to this
//     window. Only window.parent is heard, and only once. Everything else goes
//     through the port, so that nobody else can hear or say it.
//   - The host may be anybody whom frame-ancestors lets frame the viewer, and where no
//     server says who may, anybody at all. So it can only do what does no harm: open
//     what it has itself, and ask for that.
//
// What the address says after the # is for pages without embed.js too: src, a file
// of the viewer's own origin to open, view, theme, embed and keep.
"use strict";

(() => {
  const version = 1;
  const maxFiles = 10000; // of one request
  const maxWaiting = 100; // requests that are not answered
  const maxText = 4096; // of a name, a path or a sentence

  const html = document.documentElement;
  const framed = window.parent !== window;
  const address = () => new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
  const said = address();

  let port; // to the host
  let program; // its functions: open, select, data, look
  const waiting = new Map(); // what the host asked and is not answered, by the program's number
  let last = 0; // number of a request to the program
  const early = []; // what the host asked before the program ran
  let wrong = ""; // the sentence of why the viewer does not run

  const isText = (v, max = maxText) => typeof v === "string" && v.length <= max;
  const isView = (v) => v === "tables" || v === "holdings" || v === "source";
  const isNumber = (v) => Number.isSafeInteger(v) && v >= 0;

  // How it looks.

  function setTheme(theme) {
    if (theme === "light" || theme === "dark") {
      html.dataset.theme = theme;
    } else {
      delete html.dataset.theme;
    }
  }

  const parts = "#app, #boot-failure";
  let tall = false; // the host makes the frame as high as what is in it
  let told = 0; // the height that it was told

  function measure() {
    if (!tall || !port) {
      return;
    }
    // What is in the page, not the page, which is as high as its frame at least.
    const end = [...document.querySelectorAll(parts)].reduce((y, e) => Math.max(y, e.getBoundingClientRect().bottom), 0);
    const height = Math.ceil(end + scrollY);
    if (height > 0 && Math.abs(height - told) >= 1) {
      told = height;
      say({ type: "resize", height });
    }
  }

  function setHeight(auto) {
    tall = auto;
    told = 0;
    if (auto) {
      html.dataset.height = "auto";
      measure();
    } else {
      delete html.dataset.height;
    }
  }

  const watch = new ResizeObserver(measure);

  // What the host says.

  function say(message, transfer = []) {
    port?.postMessage(message, transfer);
  }

  window.addEventListener("message", (event) => {
    const data = event.data;
    if (!framed || event.source !== window.parent || port || typeof data !== "object" || data === null ||
        data.type !== "filingview:connect" || !isNumber(data.version) || event.ports.length !== 1) {
      return;
    }
    if (data.version !== version) {
      event.ports[0].postMessage({
        type: "refused", versions: [version],
        message: `The viewer speaks version ${version} of its protocol, and the page speaks version ${data.version}. Load embed.js from the viewer's own address.`,
      });
      return;
    }
    port = event.ports[0];
    port.onmessage = ({ data }) => hear(data);
    say({ type: "connected", version });
    if (wrong) {
      say({ type: "broken", message: wrong });
    } else if (program) {
      say({ type: "ready", version });
    }
  });

  function hear(m) {
    if (typeof m !== "object" || m === null || !isText(m.type)) {
      return;
    }
    if (m.type === "look") {
      look(m);
      return;
    }
    if (!isNumber(m.id) || !fits(m)) {
      return;
    }
    if (waiting.size >= maxWaiting) {
      say({ type: "failed", id: m.id, message: "The page asks for too much at once.", failures: [] });
      return;
    }
    waiting.set(++last, m.id);
    if (wrong) {
      answer(last, { type: "failed", message: wrong, failures: [] });
    } else if (program) {
      ask(last, m);
    } else {
      early.push([last, m]);
      if (m.type === "open") {
        html.dataset.state = "reading";
      }
    }
  }

  // fits reports whether a request is one, with all that belongs to it.
  function fits(m) {
    switch (m.type) {
      case "open":
        return Array.isArray(m.files) && m.files.length > 0 && m.files.length <= maxFiles && typeof m.add === "boolean" &&
          m.files.every((f) => typeof f === "object" && f !== null && isText(f.name) &&
            (f.body instanceof ArrayBuffer || f.body instanceof Blob || isText(f.problem)));
      case "select":
        return isText(m.path) && (m.filing === -1 || isNumber(m.filing));
      case "data":
        return true;
    }
    return false;
  }

  function ask(number, m) {
    switch (m.type) {
      case "open":
        html.dataset.embed = "given";
        program.open(number, m.files.length, m.add);
        window.filingview.give(m.files.map((f) => thing(f, number)));
        break;
      case "select":
        program.select(number, m.path, m.filing);
        break;
      case "data":
        program.data(number);
        break;
    }
  }

  function thing({ name, body, problem }, given) {
    if (body === undefined) {
      return { name, size: 0, problem, given };
    }
    const file = new File([body], name);
    return { name, size: file.size, file, given };
  }

  function look(m) {
    if (isText(m.theme)) {
      setTheme(m.theme);
    }
    if (typeof m.auto === "boolean" && m.auto !== tall) {
      setHeight(m.auto);
    }
    if (isView(m.view) && m.view !== frame.view) {
      frame.view = m.view;
      program?.look(m.view);
    }
  }

  function answer(number, message, transfer) {
    const id = waiting.get(number);
    if (waiting.delete(number)) {
      say({ ...message, id }, transfer);
    }
  }

  // What the program says (app/embedded.go).

  const frame = {
    framed,
    view: isView(said.get("view")) ? said.get("view") : "",

    // connect takes the program's functions: open(number, files, add), how many,
    // select(number, path, filing), data(number) and look(view).
    connect(open, select, data, look) {
      program = { open, select, data, look };
      document.querySelectorAll(parts).forEach((e) => watch.observe(e));
      say({ type: "ready", version });
      for (const [number, m] of early.splice(0)) {
        ask(number, m);
      }
    },

    opened(number, filings, failures) {
      measure();
      answer(number, { type: "opened", filings, failures });
    },

    failed(number, message, failures) {
      measure();
      answer(number, { type: "failed", message, failures });
    },

    selected(number, message) {
      answer(number, { type: "selected", message });
    },

    data(number, lines, message) {
      if (message) {
        answer(number, { type: "failed", message, failures: [] });
      } else {
        answer(number, { type: "data", lines }, lines ? [lines.buffer] : []);
      }
    },

    picked(path, filing, text) {
      say({ type: "select", path, filing, text });
    },

    reveal(element) {
      if (tall) {
        const { top, bottom } = element.getBoundingClientRect();
        say({ type: "reveal", top, bottom });
      }
    },

    // broken tells that the viewer does not run, by a sentence. A frame that is shut
    // off from its own files has no origin that the host could speak to, so that it
    // is told without having asked; there is nothing in it that is not for everybody.
    broken(sentence) {
      wrong = sentence;
      measure();
      for (const number of waiting.keys()) {
        answer(number, { type: "failed", message: sentence, failures: [] });
      }
      if (port) {
        say({ type: "broken", message: sentence });
      } else if (framed && self.origin === "null") {
        window.parent.postMessage({ type: "filingview:broken", message: sentence }, "*");
      }
    },
  };
  window.filingview.frame = frame;

  // What the address says.

  // A page that the host's own script fills says so, so that the welcome of the
  // viewer is not seen in between.
  if (framed) {
    html.dataset.embed = said.get("embed") === "file" || said.has("src") ? "file" : said.get("embed") === "empty" ? "empty" : "page";
  }
  setTheme(said.get("theme"));

  // In a frame nothing is kept from visit to visit unless the host asks.
  if (framed && said.has("keep")) {
    window.filingview.keepFiles?.();
  }

  async function fetchOwn(src) {
    const name = src.slice(0, maxText);
    const refuse = (problem) => window.filingview.give([{ name, size: 0, problem, fetched: true }]);
    let url;
    try {
      url = new URL(src, document.baseURI);
    } catch {
      refuse("This is no address of a file.");
      return;
    }
    if (url.origin !== location.origin) {
      refuse(`The viewer at ${location.host} fetches nothing from other sites. Put the file beside the viewer, or use its <filing-viewer> element, with which the page fetches the file itself.`);
      return;
    }
    try {
      const response = await fetch(url);
      if (!response.ok) {
        refuse(`The server answered ${response.status} ${response.statusText}`.trim() + ".");
        return;
      }
      const body = await response.blob();
      const last = url.pathname.split("/").pop();
      window.filingview.give([{ name: decoded(last) || name, size: body.size, file: new File([body], decoded(last) || name), fetched: true }]);
    } catch (err) {
      refuse(`It could not be fetched: ${err.message}. Check the address and the connection.`);
    }
  }

  function decoded(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }

  let fetched = null;

  function fetchSaid() {
    const src = address().get("src");
    if (src && src !== fetched && self.origin !== "null") {
      if (!program) {
        html.dataset.state = "reading";
      }
      fetchOwn(src);
    }
    fetched = src;
  }
  window.addEventListener("hashchange", fetchSaid);
  fetchSaid();
})();
