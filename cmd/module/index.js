// The parser in a page or a worker.
import { parserOf } from "./core.js";

export const { init, parse, check } = parserOf(new URL("./filingview.wasm", import.meta.url), (url) => fetch(url));
