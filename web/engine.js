// The worker in which the program is the engine. The first message brings the
// compiled program and the address of Go's wasm_exec.js; all others are for the
// program (app/engine/worker_js.go), which starts to listen before it says that
// it is ready. {died} tells the page that the program has ended.
"use strict";

(() => {
  let take; // the program's function for a header and a body

  self.onmessage = ({ data }) => {
    if (data.module) {
      run(data.module, data.exec);
    } else {
      take(data.header, data.body);
    }
  };

  self.filingview = {
    receive(f) {
      take = f;
    },
    send(header, body) {
      self.postMessage({ header, body }, body ? [header.buffer, body.buffer] : [header.buffer]);
    },
  };

  async function run(module, exec) {
    let said = ""; // what the program wrote last, from the beginning of a panic on
    let code = 0;
    try {
      importScripts(exec);
      const write = globalThis.fs.writeSync;
      globalThis.fs.writeSync = (fd, bytes) => {
        const text = new TextDecoder().decode(bytes);
        said = (/^(panic|fatal error): /.test(text) ? text : said + text).slice(0, 10000);
        return write.call(globalThis.fs, fd, bytes);
      };
      const go = new Go();
      go.exit = (n) => { code = n; };
      await go.run(await WebAssembly.instantiate(module, go.importObject));
    } catch (err) {
      said = String(err);
    }
    self.postMessage({ died: said.split("\n")[0] || `the program has ended with code ${code}` });
  }
})();
