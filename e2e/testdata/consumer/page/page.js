// A page without any tools: the package's files lie beside it.
import * as parser from "./filingview-parser/index.js";
import { ParserWorker } from "./filingview-parser/worker.js";
import { read } from "./read.js";

const before = new Set(Reflect.ownKeys(globalThis));
window.read = async (where, files) => {
  switch (where) {
    case "page": {
      const said = await read(parser, files);
      said.left = Reflect.ownKeys(globalThis).filter((k) => !before.has(k) && k !== "read").map(String);
      return said;
    }
    case "ParserWorker": {
      const worker = new ParserWorker();
      const said = await read(worker, files);
      worker.terminate();
      return said;
    }
    default: // the page's own worker, which is a module and imports the parser
      return new Promise((resolve, reject) => {
        const worker = new Worker("worker.js", { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(files);
      });
  }
};
document.documentElement.dataset.ready = "";
