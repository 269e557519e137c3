// The programs: where they come from, and the workers in which they run.
//
//   <script defer src="program.js" data-wasm="viewer.wasm" data-exec="wasm_exec.js"
//           data-engine="engine.js" data-compile="compile.js" data-rehearse="rehearse.js"
//           data-later-reader="reader.wasm"></script>
//
// The viewer's program runs twice, as the page (boot.js) and, in a worker, as the engine
// (engine.js). The reader's, for pages, PDFs and text, runs in a worker below the
// engine's.
"use strict";

(() => {
  const place = document.currentScript.dataset;
  const at = (name) => new URL(name, document.baseURI).href;
  const view = window.filingview;

  const alone = window.top === window; // and not one of many frames
  const sparing = () => Boolean(navigator.connection && navigator.connection.saveData);

  // Where no page around waits, answering the user goes before being ready early. Only
  // Chromium, which alone has userAgentData, compiles a function when it is called.
  const rehearsing = () => place.rehearse && alone && !sparing() && "userAgentData" in navigator;

  const script = (url) =>
    new Promise((yes, no) => {
      const element = document.createElement("script");
      element.src = url;
      element.onload = yes;
      element.onerror = () => no(new Error(`${url} could not be loaded`));
      document.head.append(element);
    });

  // compileAway has a worker compile, which takes a few hundred milliseconds in which the
  // page would not answer.
  function compileAway(what) {
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

  // compileHere does without the time in which a worker starts: nobody uses a frame that
  // is not ready yet. A frame has no service worker that keeps its files, so it keeps the
  // program itself, the one of its own build and no other.
  async function compileHere(url) {
    await script(at(place.compile));
    const { module, copy } = await window.compileProgram({ url, priority: "auto", cache: programCache });
    if (copy) {
      view.atRest().then(() => keepProgram(url, copy)).catch((err) => console.info("The program is not kept for the next visit:", err.message));
    }
    return module;
  }

  const programCache = `filingview-program ${new URL("./", document.baseURI).pathname}`;

  async function keepProgram(url, response) {
    const cache = await caches.open(programCache);
    await cache.put(url, response);
    const old = (await cache.keys()).filter((request) => request.url !== url);
    await Promise.all(old.map((request) => cache.delete(request)));
  }

  let compiled; // the program of page and engine

  async function viewer() {
    const url = at(place.wasm);
    compiled = alone
      ? await compileAway({ url, priority: "auto", rehearse: rehearsing() && [at(place.exec), at(place.rehearse)] })
      : await compileHere(url);
    return compiled;
  }

  let compiledReader; // a promise of the reader's program

  // loadReader gets that program, which nothing waits for before somebody opens such a
  // file. It is part of loading the page, so that no request ever tells the server what
  // is opened; only who asks to spare the line gets it when it is needed.
  function loadReader() {
    compiledReader ||= compileAway({ url: at(place.laterReader), priority: "low" }).catch((err) => {
      compiledReader = undefined; // to be tried again
      throw err;
    });
    return compiledReader;
  }

  // startEngine starts an engine. What it says and why it dies wait until listen is
  // called with functions for both.
  function startEngine() {
    let worker;
    let over = false;
    let hear, die;
    const early = []; // calls of hear and die that have nobody to go to yet
    const say = (which, ...args) => {
      if (over) {
        return;
      }
      over = which === "die";
      if (hear) {
        which === "die" ? die(...args) : hear(...args);
      } else {
        early.push([which, args]);
      }
    };
    const post = (message, transfer) => {
      try {
        worker?.postMessage(message, transfer);
      } catch (err) {
        // Not at once: the program may be in the midst of the call.
        setTimeout(() => say("die", `a message could not be sent: ${err.message}`));
      }
    };
    try {
      worker = new Worker(at(place.engine), { name: "engine" });
    } catch (err) {
      setTimeout(() => say("die", `the browser does not let the page start it: ${err.message}`));
    }
    if (worker) {
      worker.onmessage = ({ data }) => {
        if ("died" in data) {
          say("die", data.died);
        } else if ("wants" in data) {
          loadReader().then((module) => ({ reader: module }), (err) => ({ problem: err.message })).then((answer) => worker.postMessage(answer));
        } else {
          say("hear", data.header, data.body);
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        say("die", event.message || "its script could not be loaded");
      };
      worker.onmessageerror = () => say("die", "a message was lost");
      // A reader is started before it is needed where somebody has come to open files.
      post({ module: compiled, exec: at(place.exec), engine: at(place.engine), early: alone && !sparing() });
    }
    return {
      listen(h, d) {
        [hear, die] = [h, d];
        for (const [which, args] of early.splice(0)) {
          which === "die" ? die(...args) : hear(...args);
        }
      },
      post: (header, body) => post({ header, body }, body ? [header.buffer, body.buffer] : [header.buffer]),
      end() {
        over = true;
        worker?.terminate();
      },
    };
  }

  // atRest resolves once the page that has just become ready stands there, and the
  // browser has nothing to do: what nobody waits for must not hold up its start. Where
  // nothing is drawn, as in a frame that is out of sight, a browser is never idle.
  view.atRest = () =>
    new Promise((go) => setTimeout(() => (window.requestIdleCallback ? window.requestIdleCallback(go, { timeout: 1000 }) : go()), 500));

  view.programs = {
    viewer,
    exec: () => script(at(place.exec)),
    startEngine,
    // readyEarly loads the reader once the page is at rest, for those who come to open files.
    readyEarly() {
      if (alone && !sparing()) {
        view.atRest().then(loadReader).catch(() => {}); // whoever needs it tries again, and tells
      }
    },
  };
})();
