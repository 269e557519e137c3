// Reads the files that standard input lists, in the folder that it names, and writes
// down what the module says of them.
import { readFile } from "node:fs/promises";
import { json } from "node:stream/consumers";
import { join } from "node:path";
import { check, parse } from "filingview-parser";

const { folder, files } = await json(process.stdin);
const said = { lines: "", failures: [] };
for (const name of files) {
  const { filings, failures } = await parse(await readFile(join(folder, name)), { name });
  said.lines += filings.map((f) => JSON.stringify(f) + "\n").join("");
  said.failures.push(...failures);
}
const inputs = await Promise.all(files.map(async (name) => ({ name, data: await readFile(join(folder, name)) })));
said.report = JSON.stringify((await check(inputs)).report) + "\n";
process.stdout.write(JSON.stringify(said));
