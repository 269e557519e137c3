// The worker in which a program runs that has no page: the engine and, in a worker
// below the engine's, the reader of pages, PDFs and text. The first message brings the
// compiled program and the addresses of Go's wasm_exec.js and of this script; all
// others are for the program (app/worker), and wait until it listens. {died} tells
// whoever started it that the program has ended, {wants} asks the page for the compiled
// reader.
"use strict";

(() => {
  let take; // the program's function for a header and a body
  let places; // where the scripts are
  let asked; // the promise of the reader's program, and
  let answer; // the function that takes what the page answers
  const waiting = []; // messages that came before the program listened

  self.onmessage = ({ data }) => {
    if (data.module) {
      places = data;
      self.filingview.early = Boolean(data.early);
      run(data.module, data.exec);
    } else if (data.reader || data.problem) {
      answer(data);
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

  function theReader() {
    asked ||= new Promise((yes, no) => {
      answer = ({ reader, problem }) => {
        if (reader) {
          yes(reader);
        } else {
          asked = undefined; // to be asked again
          no(new Error(problem));
        }
      };
      self.postMessage({ wants: "reader" });
    });
    return asked;
  }

  // startReader starts the reader's program. Its messages go to receive; if it ends, or
  // does not start, died is told why, once.
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

    theReader().then((module) => {
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
    }).catch((err) => death(err.message));
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
