// The worker thread of node-worker.js.
import { parentPort } from "node:worker_threads";
import * as parser from "./node.js";
import { answerWith } from "./thread.js";

parentPort.on("message", answerWith(parser, (message) => parentPort.postMessage(message)));
