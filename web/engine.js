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
    let said = "";
    try {
      importScripts(exec);
      const write = globalThis.fs.writeSync;
      globalThis.fs.writeSync = (fd, bytes) => {
        said = (said + new TextDecoder().decode(bytes)).slice(0, 10000);
        return write.call(globalThis.fs, fd, bytes);
      };
      const go = new Go();
      await go.run(await WebAssembly.instantiate(module, go.importObject));
    } catch (err) {
      said = String(err);
    }
    const line = said.split("\n").find((l) => /^(panic|fatal error|runtime):/.test(l)) || said.split("\n")[0];
    self.postMessage({ died: line || "the program has ended" });
  }
})();
