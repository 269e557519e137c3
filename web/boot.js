// The start of the page: it gets the program, runs it as the page, and starts the
// workers in which the same program is the engine.
//
// The script element says where things are, relative to the page:
//
//   <script defer src="files.js"></script>
//   <script defer src="boot.js" data-wasm="viewer.wasm" data-exec="wasm_exec.js"
//           data-engine="engine.js" data-compile="compile.js"
//           data-rehearse="rehearse.js" data-later-reader="reader.wasm" data-version="1.0"></script>
//
// The program finds its side of things in window.filingview (app/browser.go), and
// what go-app expects in window.goapp*. html gets data-ready once the program
// runs; if it cannot, or ends, the page says so and html gets data-state="failed".
"use strict";

(() => {
  const html = document.documentElement;
  const place = document.currentScript.dataset;
  const at = (name) => new URL(name, document.baseURI).href;

  // Failure.

  function fail(sentence, detail) {
    if (document.getElementById("boot-failure")) {
      return;
    }
    html.dataset.state = "failed";
    delete html.dataset.ready;
    const box = document.createElement("div");
    box.id = "boot-failure";
    box.className = "boot-failure";
    box.setAttribute("role", "alert");
    const say = document.createElement("p");
    say.textContent = sentence;
    const reload = document.createElement("button");
    reload.type = "button";
    reload.textContent = "Reload";
    reload.addEventListener("click", () => location.reload());
    box.append(say, reload);
    if (detail) {
      const more = document.createElement("details");
      const summary = document.createElement("summary");
      const text = document.createElement("pre");
      summary.textContent = "What the program said";
      text.textContent = detail;
      more.append(summary, text);
      box.append(more);
    }
    document.body.prepend(box);
    window.filingview.frame.broken(sentence);
    console.error(sentence, detail || "");
  }

  // An exception that leaves the program, such as a stack that is too deep, leaves
  // it in pieces.
  window.addEventListener("error", ({ error }) => {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      fail("The viewer's program has failed. What was open is unchanged on your disk; reload the page to go on.", String(error.stack || error));
    }
  });

  // What go-app expects.

  // Go reads no address in which a % stands for nothing, and go-app needs one.
  const stray = /%(?![0-9a-f]{2})/gi;
  if (stray.test(location.hash)) {
    history.replaceState(history.state, "", location.hash.replace(stray, "%25"));
  }

  const env = {
    GOAPP_VERSION: place.version || "",
    // go-app cuts this off the path to find the route: what is left is "/",
    // wherever the page stands and whatever it is called there.
    GOAPP_ROOT_PREFIX: decodeURIComponent(location.pathname),
    GOAPP_STATIC_RESOURCES_URL: new URL(".", document.baseURI).pathname.replace(/\/$/, ""),
    GOAPP_INTERNAL_URLS: "[]",
  };
  let installPrompt = null;
  Object.assign(window, {
    goappGetenv: (name) => env[name],
    goappNav() {}, // these three are replaced by the program
    goappOnUpdate() {},
    goappOnAppInstallChange() {},
    goappIsAppInstalled: () => matchMedia("(display-mode: standalone)").matches,
    goappIsAppInstallable: () => installPrompt !== null && !goappIsAppInstalled(),
    async goappShowInstallPrompt() {
      const prompt = installPrompt;
      installPrompt = null;
      await prompt.prompt();
      goappOnAppInstallChange();
    },
  });
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installPrompt = event;
    goappOnAppInstallChange();
  });
  window.addEventListener("appinstalled", () => {
    installPrompt = null;
    goappOnAppInstallChange();
  });

  // What the program asks of the page.

  let module; // the compiled program
  let reader; // a promise of the one that reads pages, PDFs and text

  // loadReader gets that program, which nothing waits for before somebody opens such a
  // file. It is part of loading the page, so that no request ever tells the server what
  // is opened; only who asks to spare the line gets it when it is needed.
  function loadReader() {
    reader ||= compile({ url: at(place.laterReader), priority: "low" }).catch((err) => {
      reader = undefined; // to be tried again
      throw err;
    });
    return reader;
  }

  const alone = () => window.top === window; // and not one of many frames
  // Where no page around waits, answering the user goes before being ready early. Only
  // Chromium, which alone has userAgentData, compiles a function when it is called.
  const rehearsing = () => alone() && !sparing() && "userAgentData" in navigator;
  const sparing = () => Boolean(navigator.connection && navigator.connection.saveData);

  let program; // the functions that it has given: files, message, death, loaded

  Object.assign(window.filingview, {
    // connect takes the program's functions: files(list), message(generation,
    // header, body), death(generation, why) and loaded(load, body, problem).
    connect(files, message, death, loaded) {
      program = { message, death, loaded };
      html.dataset.ready = "";
      window.filingview.takeFiles(files);
      if (alone() && !sparing()) {
        window.filingview.atRest().then(loadReader).catch(() => {}); // whoever needs it tries again, and tells
      }
    },

    // atRest resolves once the page that has just become ready stands there, and the
    // browser has nothing to do: what nobody waits for must not hold up its start.
    atRest: () => new Promise((go) => setTimeout(() => (window.requestIdleCallback || setTimeout)(go), 500)),

    load(file, load) {
      window.filingview.loadFile(file, (body, problem) => program.loaded(load, body, problem));
    },

    // startEngine starts the program in a worker, with what is compiled already; in the
    // next turn, since starting a worker takes its time.
    startEngine(generation) {
      let worker;
      let over = false;
      const posts = []; // what is sent before there is a worker
      const death = (why) => {
        if (!over) {
          over = true;
          program.death(generation, why);
        }
      };
      const post = (message, transfer) => {
        try {
          worker.postMessage(message, transfer);
        } catch (err) {
          // Not at once: the program may be in the midst of the call.
          setTimeout(() => death(`a message could not be sent: ${err.message}`));
        }
      };
      setTimeout(() => {
        if (over) {
          return;
        }
        try {
          worker = new Worker(at(place.engine), { name: "engine" });
        } catch (err) {
          death(`the browser does not let the page start it: ${err.message}`);
          return;
        }
        worker.onmessage = ({ data }) => {
          if ("died" in data) {
            death(data.died);
          } else if ("wants" in data) {
            loadReader().then((module) => ({ reader: module }), (err) => ({ problem: err.message })).then((answer) => worker.postMessage(answer));
          } else if (!over) {
            program.message(generation, data.header, data.body);
          }
        };
        worker.onerror = (event) => {
          event.preventDefault();
          death(event.message || "its script could not be loaded");
        };
        worker.onmessageerror = () => death("a message was lost");
        // A reader is started before it is needed where somebody has come to open files.
        post({ module, exec: at(place.exec), engine: at(place.engine), early: alone() && !sparing() });
        posts.splice(0).forEach((p) => post(...p));
      });
      return {
        post(header, body) {
          const parts = [{ header, body }, body ? [header.buffer, body.buffer] : [header.buffer]];
          if (worker) {
            post(...parts);
          } else {
            posts.push(parts);
          }
        },
        end() {
          over = true;
          worker?.terminate();
        },
      };
    },

    // save offers bytes as a download. It returns a sentence if it cannot.
    save(name, type, bytes) {
      try {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([bytes], { type }));
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        return "";
      } catch (err) {
        return `The browser could not save ${name}: ${err.message}.`;
      }
    },
  });

  // The program.

  // compile has a worker do it, since it takes a few hundred milliseconds in which the
  // page would not answer (compile.js).
  function compile(what) {
    return new Promise((yes, no) => {
      const worker = new Worker(at(place.compile), { name: "compile" });
      const done = (then, value) => {
        worker.terminate();
        then(value);
      };
      worker.onmessage = ({ data }) => {
        if (data.missed) {
          console.warn("The start was not rehearsed:", data.missed);
        } else if (what.rehearse) {
          performance.mark("rehearsed");
        }
        data.module ? done(yes, data.module) : done(no, new Error(data.problem));
      };
      worker.onmessageerror = () => done(no, new Error("the compiled program was lost"));
      worker.onerror = (event) => {
        event.preventDefault();
        done(no, new Error(event.message || `${place.compile} could not be loaded`));
      };
      worker.postMessage(what);
    });
  }

  // turn lets the browser answer its user between two steps of the start.
  const turn = () =>
    new Promise((go) => {
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = go;
      port1.postMessage(0);
    });

  const script = (url) =>
    new Promise((yes, no) => {
      const element = document.createElement("script");
      element.src = url;
      element.onload = yes;
      element.onerror = () => no(new Error(`${url} could not be loaded`));
      document.head.append(element);
    });

  async function run() {
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
      fail("This browser cannot run the viewer: it has no WebAssembly or no workers. Use a current version of Firefox, Chrome, Edge or Safari.");
      return;
    }
    if (self.origin === "null") {
      fail(location.protocol === "file:"
        ? "The viewer cannot run from a file on disk: it must come from a web server."
        : 'The viewer is shown in a frame that shuts it off from its own files. The page around it must give the frame sandbox="allow-scripts allow-same-origin", or no sandbox.');
      return;
    }
    let said = ""; // what the program wrote last, from the beginning of a panic on
    try {
      [module] = await Promise.all([
        compile({ url: at(place.wasm), priority: "auto", rehearse: rehearsing() && [at(place.exec), at(place.rehearse)] }),
        script(at(place.exec)),
      ]);
      const go = new Go();
      const write = globalThis.fs.writeSync;
      globalThis.fs.writeSync = (fd, bytes) => {
        const text = new TextDecoder().decode(bytes);
        said = (/^(panic|fatal error): /.test(text) ? text : said + text).slice(0, 10000);
        return write.call(globalThis.fs, fd, bytes);
      };
      const instance = await WebAssembly.instantiate(module, go.importObject);
      await turn();
      await go.run(instance);
    } catch (err) {
      fail(`The viewer's program could not be started: ${err.message || err}. Check the connection and reload the page.`, said);
      return;
    }
    fail("The viewer's program has ended, which it never should. What was open is unchanged on your disk; reload the page to go on.", said);
  }

  run();
})();
