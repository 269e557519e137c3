// The worker in which a program of the page is compiled: there it holds up nobody. It
// is told the program's address and how urgent it is, and answers with {module}, or
// with {problem}, which says why there is none.
"use strict";

self.onmessage = async ({ data }) => {
  try {
    const response = await fetch(data.url, { priority: data.priority });
    if (!response.ok) {
      throw new Error(`the server answered ${response.status} ${response.statusText}`);
    }
    // The browser streams, and keeps what it has compiled, only for this type.
    const streams = WebAssembly.compileStreaming && /^application\/wasm\b/.test(response.headers.get("Content-Type") || "");
    const module = await (streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
    self.postMessage({ module });
  } catch (err) {
    self.postMessage({ problem: err.message || String(err) });
  }
};
