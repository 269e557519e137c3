// The start of the page: it gets the program (program.js), runs it as the page, and
// starts engines for it.
//
// The program finds its side of things in window.filingview (app/browser.go), and
// what go-app expects in window.goapp*. html gets data-ready once the program
// runs; if it cannot, or ends, the page says so and html gets data-state="failed".
"use strict";

(() => {
  const html = document.documentElement;
  const { programs } = window.filingview;

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

  let program; // the functions that it has given: files, message, death, loaded
  let waiting; // an engine that was started before it was asked for

  Object.assign(window.filingview, {
    // connect takes the program's functions: files(list), message(generation,
    // header, body), death(generation, why) and loaded(load, body, problem).
    connect(files, message, death, loaded) {
      program = { message, death, loaded };
      html.dataset.ready = "";
      window.filingview.takeFiles(files);
      programs.readyEarly();
    },

    load(file, load) {
      window.filingview.loadFile(file, (body, problem) => program.loaded(load, body, problem));
    },

    // startEngine starts an engine, in the next turn, since it takes its time.
    startEngine(generation) {
      let engine;
      let over = false;
      const posts = []; // what is sent before there is one
      setTimeout(() => {
        if (!over) {
          engine = waiting || programs.startEngine();
          waiting = undefined;
          engine.listen((header, body) => program.message(generation, header, body), (why) => program.death(generation, why));
          posts.splice(0).forEach((p) => engine.post(...p));
        }
      });
      return {
        post(header, body) {
          engine ? engine.post(header, body) : posts.push([header, body]);
        },
        end() {
          over = true;
          engine?.end();
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

  // turn lets the browser answer its user between two steps of the start.
  const turn = () =>
    new Promise((go) => {
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = go;
      port1.postMessage(0);
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
      const [module] = await Promise.all([programs.viewer(), programs.exec()]);
      if (window.top !== window) {
        waiting = programs.startEngine(); // both at once: the page around waits for a filing
      }
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
