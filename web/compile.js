// The worker in which a program of the page is compiled: there it holds up nobody. It
// is told the program's address, how urgent it is and, if its start is to be rehearsed,
// the scripts for that (rehearse.js). It answers with {module}, and with {missed} if
// the rehearsal did not get to its end; or with {problem}, which says why there is no
// module.
"use strict";

const patience = 1000; // ms that a rehearsal may take

self.onmessage = async ({ data }) => {
  try {
    const response = await fetch(data.url, { priority: data.priority });
    if (!response.ok) {
      throw new Error(`the server answered ${response.status} ${response.statusText}`);
    }
    // The browser streams, and keeps what it has compiled, only for this type.
    const streams = WebAssembly.compileStreaming && /^application\/wasm\b/.test(response.headers.get("Content-Type") || "");
    const module = await (streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
    const missed = data.rehearse && (await rehearsed(module, data.rehearse));
    self.postMessage({ module, missed });
  } catch (err) {
    self.postMessage({ problem: err.message || String(err) });
  }
};

async function rehearsed(module, scripts) {
  try {
    importScripts(...scripts);
    return await self.rehearse(module, patience);
  } catch (err) {
    return String(err);
  }
}
