// The parser in a worker of a page.
import { Queue } from "./queue.js";

export class ParserWorker extends Queue {
  constructor(options = {}) {
    super((take, fail) => {
      const worker = options.worker?.() ?? new Worker(new URL("./worker-thread.js", import.meta.url), { type: "module", name: "filingview-parser" });
      worker.onmessage = ({ data }) => take(data);
      worker.onmessageerror = () => fail("a message could not be read");
      worker.onerror = (event) => {
        event.preventDefault?.();
        fail(event.message || "its script could not be loaded");
      };
      return {
        post: (message) => worker.postMessage(message),
        kill: () => worker.terminate(),
        busy() {},
      };
    }, options);
  }
}
