// Calls to a parser in a thread of its own, one after the other. The thread is ended
// when it takes too long over something, and the next call gets a new one.
import { inputsOf, isBlob, nameOf, bytesOf } from "./input.js";

const patience = 30_000;

// Queue is what a ParserWorker does wherever it runs. spawn(take, fail) starts a
// thread and returns {post(message, kept), kill(), busy(is)}; take is called with its
// messages, fail with what ended it.
export class Queue {
  #spawn;
  #wasm;
  #timeout;
  #thread;
  #waiting = [];
  #running;
  #ended = false;

  constructor(spawn, { wasm, timeout = patience } = {}) {
    if (!(timeout > 0)) {
      throw new TypeError("timeout is a number of milliseconds above 0, or Infinity.");
    }
    this.#spawn = spawn;
    this.#wasm = wasm;
    this.#timeout = timeout;
  }

  async init() {
    return this.#call("init", []);
  }

  async parse(input, options) {
    return this.#call("parse", [{ name: nameOf(input, options?.name, "file"), data: input }], options);
  }

  async check(inputs, options) {
    return this.#call("check", [...inputsOf(inputs)], options);
  }

  // terminate ends the thread for good. What is not answered yet is refused.
  terminate() {
    this.#ended = true;
    this.#kill();
    const over = new DOMException("The parser was terminated.", "AbortError");
    for (const job of [this.#running, ...this.#waiting.splice(0)]) {
      job?.settle("reject", over);
    }
    this.#running = undefined;
  }

  #kill() {
    this.#thread?.kill();
    this.#thread = undefined;
  }

  #call(what, inputs, { signal, onProgress, timeout = this.#timeout } = {}) {
    signal?.throwIfAborted();
    if (this.#ended) {
      throw new DOMException("The parser was terminated.", "AbortError");
    }
    return new Promise((resolve, reject) => {
      const abort = () => this.#drop(job, signal.reason);
      const job = {
        what, inputs, onProgress, timeout,
        settle(how, value) {
          clearTimeout(job.timer);
          signal?.removeEventListener("abort", abort);
          (how === "resolve" ? resolve : reject)(value);
        },
      };
      signal?.addEventListener("abort", abort);
      this.#waiting.push(job);
      this.#next();
    });
  }

  // drop refuses a job wherever it stands, with its thread if it is being done.
  #drop(job, reason) {
    if (this.#running === job) {
      this.#kill();
      this.#running = undefined;
    } else {
      this.#waiting = this.#waiting.filter((other) => other !== job);
    }
    job.settle("reject", reason);
    this.#next();
  }

  async #next() {
    const job = this.#running ? undefined : this.#waiting.shift();
    if (!job) {
      if (!this.#running) {
        this.#thread?.busy(false);
      }
      return;
    }
    this.#running = job;
    try {
      const inputs = [];
      for (const { name, data } of job.inputs) {
        inputs.push({ name, data: isBlob(data) ? data : whole(await bytesOf(data, name)) });
      }
      if (this.#running !== job) {
        return; // it was dropped meanwhile
      }
      this.#thread ??= this.#start();
      this.#thread.busy(true);
      this.#wait(job);
      this.#thread.post({ what: job.what, inputs });
    } catch (err) {
      this.#drop(job, err);
    }
  }

  // wait gives the thread time for the next sign of life.
  #wait(job) {
    clearTimeout(job.timer);
    if (job.timeout === Infinity) {
      return;
    }
    job.timer = setTimeout(() => {
      const name = job.at ?? job.inputs[0]?.name;
      const subject = name === undefined ? "" : `${name}: `;
      this.#drop(job, new DOMException(`${subject}The parser said nothing for ${job.timeout / 1000} s and was ended.`, "TimeoutError"));
    }, job.timeout);
  }

  #start() {
    const thread = this.#spawn(
      (message) => {
        if (this.#thread === thread && this.#running) {
          this.#take(this.#running, message);
        }
      },
      (reason) => {
        if (this.#thread !== thread) {
          return;
        }
        this.#thread = undefined;
        if (this.#running) {
          this.#drop(this.#running, new Error(`The parser's thread has ended: ${reason}`));
        }
      });
    thread.post({ what: "wasm", wasm: addressOf(this.#wasm) });
    return thread;
  }

  #take(job, { progress, at, answer, error }) {
    if (at !== undefined) {
      job.at = at;
    }
    if (answer === undefined && error === undefined) {
      this.#wait(job);
      if (progress) {
        try {
          job.onProgress?.(progress);
        } catch (err) {
          this.#drop(job, err);
        }
      }
      return;
    }
    this.#running = undefined;
    job.settle(error ? "reject" : "resolve", error ? errorOf(error) : answer);
    this.#next();
  }
}

// whole returns the bytes in a buffer that holds no others: a view would be sent with
// all that is after it.
const whole = (bytes) => bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();

// addressOf makes an address whole, which means something else in the thread.
function addressOf(wasm) {
  if (typeof wasm !== "string" && !(wasm instanceof URL)) {
    return wasm;
  }
  return new URL(wasm, globalThis.document?.baseURI ?? globalThis.location?.href).href;
}

const errorOf = ({ name, message }) => new ({ TypeError, RangeError }[name] ?? Error)(message);
