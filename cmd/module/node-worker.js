// The parser in a worker thread of Node.
import { Worker } from "node:worker_threads";
import { Queue } from "./queue.js";

// What this process was started with (--eval, loaders) is for its own scripts.
const execArgv = [];

export class ParserWorker extends Queue {
  constructor(options = {}) {
    super((take, fail) => {
      const worker = options.worker?.() ?? new Worker(new URL("./node-worker-thread.js", import.meta.url), { name: "filingview-parser", execArgv });
      worker.on("message", take);
      worker.on("messageerror", () => fail("a message could not be read"));
      worker.on("error", (err) => fail(String(err?.message ?? err)));
      worker.on("exit", (code) => fail(`it ended with code ${code}`));
      return {
        post: (message) => worker.postMessage(message),
        kill: () => worker.terminate(),
        // A thread that has nothing to do does not keep the process.
        busy: (is) => (is ? worker.ref() : worker.unref()),
      };
    }, options);
  }
}
