// Compiling a program: in a worker of its own, where it holds up nobody, or in the page.
//
// The worker is told {url, priority} and, if the program's start is to be rehearsed, the
// scripts for that (rehearse.js). It answers with {module}, and with {missed} if the
// rehearsal did not get to its end; or with {problem}, which says why there is no module.
"use strict";

(() => {
  // compileProgram returns the module and, with the name of a cache, a copy of the answer to
  // be kept there if it was not. The cache hands it over in a third of the time that the
  // browser takes to hand over ten megabytes of its own.
  self.compileProgram = async ({ url, priority, cache }) => {
    const kept = cache && (await fromCache(cache, url));
    if (kept) {
      try {
        return { module: await compiled(kept) };
      } catch {
        // It is damaged, and will be replaced.
      }
    }
    const response = await fetch(url, { priority });
    if (!response.ok) {
      throw new Error(`the server answered ${response.status} ${response.statusText}`);
    }
    const copy = cache ? response.clone() : undefined;
    return { module: await compiled(response), copy };
  };

  // The browser streams, and keeps what it has compiled, only for this type.
  async function compiled(response) {
    const streams = WebAssembly.compileStreaming && /^application\/wasm\b/.test(response.headers.get("Content-Type") || "");
    return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  async function fromCache(name, url) {
    try {
      return await (await caches.open(name)).match(url);
    } catch {
      return undefined; // a frame may have no storage
    }
  }

  if (!("document" in self)) {
    const patience = 1000; // ms that a rehearsal may take

    const rehearsed = async (module, scripts) => {
      try {
        importScripts(...scripts);
        return await self.rehearse(module, patience);
      } catch (err) {
        return String(err);
      }
    };

    self.onmessage = async ({ data }) => {
      try {
        const { module } = await self.compileProgram(data);
        const missed = data.rehearse && (await rehearsed(module, data.rehearse));
        self.postMessage({ module, missed });
      } catch (err) {
        self.postMessage({ problem: err.message || String(err) });
      }
    };
  }
})();
