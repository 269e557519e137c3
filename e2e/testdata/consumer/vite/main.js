// The same page through a bundler, which finds the package by its name.
import * as parser from "filingview-parser";
import { ParserWorker } from "filingview-parser/worker";
import { read } from "../page/read.js";

window.read = async (where, files) => {
  if (where === "page") {
    return read(parser, files);
  }
  const worker = new ParserWorker();
  const said = await read(worker, files);
  worker.terminate();
  return said;
};
document.documentElement.dataset.ready = "";
