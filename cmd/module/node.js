// The parser in Node, where fetch does not read files.
import { readFile } from "node:fs/promises";
import { parserOf } from "./core.js";

async function get(place) {
  const url = new URL(place);
  return url.protocol === "file:" ? readFile(url) : fetch(url);
}

export const { init, parse, check } = parserOf(new URL("./filingview.wasm", import.meta.url), get);
