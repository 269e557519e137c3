// The rehearsal of the page's start, in the worker in which its program was compiled
// (compile.js). Chromium compiles each function when it is first called, and holds up
// whoever calls; what is compiled counts for all that run the same program. So the
// program is run once here, before a document that takes everything and gives nothing,
// up to where the page would start its engine. The page then starts without compiling,
// which would hold up its user for most of the time.
//
// rehearse resolves once that is reached, or with the reason why it was not: then the
// page starts as it would have without.
"use strict";

self.rehearse = (module, most) =>
  new Promise((done) => {
    // Whatever is asked of it is a function, an object and a class, and gives the same.
    const nothing = new Proxy(function () {}, {
      get: (_, key) => (key === Symbol.toPrimitive || key === "length" ? 0 : nothing),
      set: () => true,
      apply: () => nothing,
      construct: () => nothing,
    });
    const only = (known) => new Proxy(known, { get: (_, key) => (key in known ? known[key] : nothing), set: () => true });

    Object.assign(self, {
      window: self,
      document: nothing,
      localStorage: nothing,
      sessionStorage: nothing,
      scrollTo: nothing,
      innerWidth: 1000,
      innerHeight: 1000,
      goappGetenv: (name) => ({ GOAPP_ROOT_PREFIX: location.pathname, GOAPP_INTERNAL_URLS: "[]" })[name],
      goappIsAppInstalled: () => false,
      goappIsAppInstallable: () => false,
      filingview: only({
        frame: only({ framed: false, view: "" }),
        startEngine() {
          setTimeout(done, 20); // what is done in the same turn and the next belongs to it
          return nothing;
        },
      }),
    });
    setTimeout(() => done("it took too long"), most);

    let said = "";
    globalThis.fs.writeSync = (_, bytes) => {
      said += new TextDecoder().decode(bytes);
      return bytes.length;
    };
    const go = new Go();
    go.exit = () => {};
    WebAssembly.instantiate(module, go.importObject)
      .then((instance) => go.run(instance))
      .then(() => done(said || "the program has ended"), (err) => done(String(err)));
  });
