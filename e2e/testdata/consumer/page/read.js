// Reads files by their addresses and tells what the module says of them.
export async function read(parser, files) {
  const said = { lines: "", failures: [], isolated: self.crossOriginIsolated };
  for (const name of files) {
    const { filings, failures } = await parser.parse(await fetch("/files/" + name), { name });
    said.lines += filings.map((f) => JSON.stringify(f) + "\n").join("");
    said.failures.push(...failures);
  }
  const inputs = await Promise.all(files.map(async (name) => ({ name, data: await (await fetch("/files/" + name)).blob() })));
  said.report = JSON.stringify((await parser.check(inputs)).report) + "\n";
  return said;
}
