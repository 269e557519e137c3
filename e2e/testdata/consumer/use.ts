// What a user writes in TypeScript. What is marked as an error must be one.
import { check, init, parse, type Failure, type Filing, type NumberCell } from "filingview-parser";
import { ParserWorker } from "filingview-parser/worker";

await init();
await init({ wasm: new URL("https://example.com/filingview.wasm") });
await init({ wasm: () => fetch("filingview.wasm") });

const { filings, failures } = await parse(new Uint8Array(), { name: "form4.xml", signal: AbortSignal.timeout(1000) });
const all: Filing[] = filings;
const why: string[] = failures.map((f: Failure) => `${f.kind}: ${f.message}`);

function dollars(cell: NumberCell | undefined): string {
  switch (cell?.state) {
    case undefined: return "absent";
    case "known": return cell.value;
    case "blank": return (cell.notes ?? []).join(", ");
    case "malformed": return cell.raw;
  }
}

for (const filing of all) {
  for (const row of [...(filing.tableI ?? []), ...(filing.tableII ?? [])]) {
    const price: string = dollars(row.transaction?.price);
    const shares: string | undefined = row.transaction?.shares?.value;
    const direction: "A" | "D" | undefined = row.transaction?.acquiredDisposed?.value;
    const kind: "transaction" | "holding" = row.kind;
    console.log(price, shares, direction, kind, row.at?.start.toFixed());
  }
  // @ts-expect-error: numbers are exact, which a number is not
  const following: number | undefined = filing.tableI?.[0]?.sharesFollowing?.value;
  // @ts-expect-error: there is no such member
  console.log(filing.tableIII, following);
  // @ts-expect-error: there may be no owners
  console.log(filing.owners[0]);
}

declare const input: HTMLInputElement;
const { report } = await check(input.files ?? []);
await check([new ArrayBuffer(0), { name: "a.xml", data: new Blob() }, await fetch("b.xml")]);
const unexplained = report.lines.filter((line) => line.state === "unexplained").map((line) => line.file + " " + line.path);

// @ts-expect-error: a string is no input
await parse("form4.xml");
// @ts-expect-error: check takes a list
await check(new Blob());

const worker = new ParserWorker({ timeout: 5000 });
const read = await worker.parse(new Blob(), { timeout: Infinity, onProgress: ({ filings }) => filings.toFixed() });
console.log(why, unexplained, read.filings.length);
worker.terminate();
