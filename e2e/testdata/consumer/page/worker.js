import * as parser from "./filingview-parser/index.js";
import { read } from "./read.js";

self.onmessage = async ({ data }) => self.postMessage(await read(parser, data));
