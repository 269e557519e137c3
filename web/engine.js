// The worker in which a program runs that has no page: the engine and, in a worker
// below the engine's, the reader of pages, PDFs and text. The first message brings the
// compiled program, the address of Go's wasm_exec.js and, for the engine, of the
// reader; all others are for the program (app/worker), and wait until it listens.
// {died} tells whoever started it that the program has ended.
"use strict";

(() => {
  let take; // the program's function for a header and a body
  let places; // where the reader's program and the scripts are
  const waiting = []; // messages that came before the program listened

  self.onmessage = ({ data }) => {
    if (data.module) {
      places = data;
      self.filingview.early = Boolean(data.early);
      run(data.module, data.exec);
    } else if (take) {
      take(data.header, data.body);
    } else {
      waiting.push(data);
    }
  };

  self.filingview = {
    receive(f) {
      take = f;
      for (const { header, body } of waiting.splice(0)) {
        take(header, body);
      }
    },
    send(header, body) {
      self.postMessage({ header, body }, body ? [header.buffer, body.buffer] : [header.buffer]);
    },
    startReader,
  };

  // startReader starts the reader's program. Its messages go to receive; if it ends, or
  // does not start, died is told why, once. The program comes over the line the first
  // time, and is kept for the next reader.
  let program;
  function startReader(receive, died) {
    let worker;
    let over = false;
    const posts = []; // what is sent before there is a worker
    const death = (why) => {
      if (!over) {
        over = true;
        died(why);
      }
    };
    const post = (message) => worker.postMessage(message, message.body ? [message.header.buffer, message.body.buffer] : [message.header.buffer]);

    program ||= compile(places.reader);
    program.then((module) => {
      if (over) {
        return;
      }
      worker = new Worker(places.engine, { name: "reader" });
      worker.onmessage = ({ data }) => {
        if ("died" in data) {
          death(data.died);
        } else if (!over) {
          receive(data.header);
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        death(event.message || "its script could not be loaded");
      };
      worker.onmessageerror = () => death("a message was lost");
      worker.postMessage({ module, exec: places.exec });
      posts.splice(0).forEach(post);
    }).catch((err) => {
      program = undefined; // to be tried again
      death(err.message);
    });
    return {
      post(header, body) {
        if (worker) {
          post({ header, body });
        } else {
          posts.push({ header, body });
        }
      },
      end() {
        over = true;
        worker?.terminate();
      },
    };
  }

  async function compile(url) {
    const response = await fetch(url);
    if (!response.ok) {
      throw new Error(`the server answered ${response.status} ${response.statusText}`);
    }
    // The browser streams, and keeps what it has compiled, only for this type.
    if (WebAssembly.compileStreaming && /^application\/wasm\b/.test(response.headers.get("Content-Type") || "")) {
      return WebAssembly.compileStreaming(response);
    }
    return WebAssembly.compile(await response.arrayBuffer());
  }

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
