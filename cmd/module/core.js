// The parser's program, started when it is first needed and again should it end, and
// the calls that are made of it.
import { goOf } from "./go.js";
import { inputsOf, nameOf, bytesOf } from "./input.js";

// parserOf returns the three functions of the module. place is where the program is
// unless init says otherwise, and get brings what a URL is the address of.
export function parserOf(place, get) {
  let wasm = place;
  let compiled; // a promise of the compiled program
  let program; // a promise of the running one

  function start() {
    compiled ??= compile(wasm, get).catch((err) => {
      compiled = undefined; // the next call tries again
      throw err;
    });
    program ??= compiled
      .then((module) => run(module, () => { program = undefined; }))
      .catch((err) => {
        program = undefined;
        throw err;
      });
    return program;
  }

  async function call(what, inputs, options) {
    const { signal, onProgress } = options ?? {};
    signal?.throwIfAborted();
    const running = await start();
    signal?.throwIfAborted();
    return running.call(what, inputs, signal, onProgress);
  }

  return {
    async init(options) {
      if (options?.wasm !== undefined && !compiled) {
        wasm = options.wasm;
      }
      await start();
    },
    async parse(input, options) {
      const name = nameOf(input, options?.name, "file"); // before anything is loaded
      const { filings, failures } = await call("parse", [{ name, data: input }], options);
      return { filings, failures };
    },
    async check(inputs, options) {
      const { report, failures } = await call("check", inputsOf(inputs), options);
      return { report, failures };
    },
  };
}

const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

// compile makes a module of whatever stands for one. A value of another realm is as
// good as one of this, so that classes are not asked.
async function compile(wasm, get) {
  wasm = await (typeof wasm === "function" ? wasm() : wasm);
  if (typeof wasm === "string" || kindOf(wasm) === "URL" || wasm instanceof URL) {
    wasm = await get(wasm);
  }
  switch (kindOf(wasm)) {
    case "WebAssembly.Module":
      return wasm;
    case "Response":
      if (!wasm.ok) {
        throw new Error(`The parser's program cannot be loaded from ${wasm.url}: the server answered ${wasm.status} ${wasm.statusText}`.trim() + ".");
      }
      if (/^application\/wasm\b/i.test(wasm.headers.get("Content-Type") ?? "")) {
        return WebAssembly.compileStreaming(wasm);
      }
      return WebAssembly.compile(await wasm.arrayBuffer());
    default:
      if (ArrayBuffer.isView(wasm) || kindOf(wasm) === "ArrayBuffer") {
        return WebAssembly.compile(wasm);
      }
      throw new TypeError("wasm must be a URL, a Response, the bytes or a WebAssembly.Module.");
  }
}

// pause comes true when what waited has been done. Timers would take 4 ms each.
function pause() {
  if (typeof setImmediate === "function") {
    return new Promise((resolve) => setImmediate(resolve));
  }
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      port1.close();
      resolve();
    };
    port1.postMessage(0);
  });
}

// run runs the program. ended is called when it has come to an end, which it never
// does by itself: something that it read has exhausted its stack or its memory.
async function run(module, ended) {
  const jobs = new Set();
  let said = ""; // what the program wrote last, from the beginning of a panic on
  let take;
  let at; // the job that the program is at

  function end(reason) {
    ended();
    for (const job of jobs) {
      job.end(reason);
    }
  }

  const decoder = new TextDecoder();
  const unknown = () => Object.assign(new Error("not implemented"), { code: "ENOSYS" });
  const fs = new Proxy({
    constants: { O_WRONLY: -1, O_RDWR: -1, O_CREAT: -1, O_TRUNC: -1, O_APPEND: -1, O_EXCL: -1, O_DIRECTORY: -1 },
    writeSync(_, bytes) {
      const text = decoder.decode(bytes);
      said = (/^(panic|fatal error|runtime): /.test(text) ? text : said + text).slice(0, 10_000);
      return bytes.length;
    },
    write(fd, bytes, offset, length, _, callback) {
      callback(null, fs.writeSync(fd, bytes.subarray(offset, offset + length)));
    },
  }, { get: (own, name) => own[name] ?? ((...args) => args.at(-1)(unknown())) });

  // The program sees these and nothing else of the page that it runs in, and leaves
  // nothing there.
  const Go = goOf({
    Object, Array, Uint8Array, Date, String, TextEncoder, TextDecoder, fs,
    crypto: globalThis.crypto, performance: globalThis.performance,
    filingview: { receive: (f) => { take = f; } },
  }, fs);
  const go = new Go();
  let code = 0;
  go.exit = (n) => { code = n; };
  // Everything that runs the program goes through here, timers too: an exception that
  // leaves it, such as a stack that is too deep, leaves it in pieces.
  const resume = go._resume;
  go._resume = function () {
    if (this.exited) {
      return;
    }
    try {
      resume.call(this);
    } catch (err) {
      this.exited = true;
      end(String(err));
    }
  };
  const instance = await WebAssembly.instantiate(module, go.importObject);
  go.run(instance).then(() => end(said.split("\n")[0] || `it ended with code ${code}`), (err) => end(String(err)));
  if (!take) {
    throw new Error("The parser's program does not start: is the wasm that of this version?");
  }

  return {
    call: (what, inputs, signal, onProgress) => new Promise((resolve, reject) => {
      const iterator = inputs[Symbol.iterator]();
      const answer = { filings: [], failures: [], report: undefined };
      let filings = 0;
      let current = "";
      const progress = () => onProgress?.({ filings, failures: answer.failures.length });
      const settle = (how, value) => {
        host.stopped = true;
        jobs.delete(host);
        signal?.removeEventListener("abort", abort);
        how(value);
      };
      const abort = () => settle(reject, signal.reason);
      // What is the caller's may throw, and that is the caller's to know.
      const guarded = (f) => (...args) => {
        try {
          return f(...args);
        } catch (err) {
          settle(reject, err);
        }
      };
      const host = {
        stopped: false,
        pause,
        running() {
          at = host;
          at.name = current;
        },
        async next() {
          try {
            const { done, value } = iterator.next();
            if (done) {
              return null;
            }
            current = value.name;
            return { name: value.name, data: await bytesOf(value.data, value.name) };
          } catch (err) {
            settle(reject, err);
            return null;
          }
        },
        filing: guarded((json) => {
          filings++;
          if (json !== undefined) {
            answer.filings.push(JSON.parse(json));
          }
          progress();
        }),
        failure: guarded((json) => {
          answer.failures.push(JSON.parse(json));
          progress();
        }),
        report: guarded((json) => { answer.report = JSON.parse(json); }),
        done(fault) {
          if (fault !== undefined) {
            settle(reject, new Error(`${current}: ${fault}`));
          } else {
            settle(resolve, answer);
          }
        },
        end(reason) {
          const fate = at && at !== host
            ? `The parser ended while it read another input, ${at.name} (${reason}). Read this one again.`
            : `The parser ended while it read this (${reason}). It is damaged, or made to do harm.`;
          settle(reject, new Error(`${current}: ${fate}`));
        },
      };
      jobs.add(host);
      signal?.addEventListener("abort", abort);
      take(what, host);
    }),
  };
}
