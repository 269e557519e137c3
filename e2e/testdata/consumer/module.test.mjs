// What the module does besides reading, tried from Node.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { promisify } from "node:util";
import { check, init, parse } from "filingview-parser";
import { ParserWorker } from "filingview-parser/worker";

const form4 = await readFile(process.env.FORM4);
const program = new URL(import.meta.resolve("filingview-parser/filingview.wasm"));
const failing = new URL("failing.wasm", import.meta.url); // a program that fails as it is told
let copies = 0;
// fresh is the module as if nobody had used it yet.
const fresh = () => import(new URL(`node.js?${++copies}`, program).href);

const one = async (input, options) => {
  const { filings, failures } = await parse(input, options);
  assert.deepEqual(failures, []);
  assert.equal(filings.length, 1);
  return filings[0];
};

test("the bytes may come in any shape, and bring their name", async () => {
  const exact = form4.buffer.slice(form4.byteOffset, form4.byteOffset + form4.byteLength);
  const around = new Uint8Array(form4.length + 200);
  around.set(form4, 100);
  const shared = new SharedArrayBuffer(form4.length);
  new Uint8Array(shared).set(form4);
  const want = await one(form4, { name: "a.xml" });
  assert.equal(want.source.name, "a.xml");
  for (const [shape, input, name] of [
    ["ArrayBuffer", exact, "file"],
    ["a part of a buffer", around.subarray(100, 100 + form4.length), "file"],
    ["DataView", new DataView(exact), "file"],
    ["SharedArrayBuffer", shared, "file"],
    ["Blob", new Blob([form4]), "file"],
    ["File", new File([form4], "b.xml"), "b.xml"],
    ["Response", new Response(form4), "file"],
    ["Response with an address", Object.defineProperty(new Response(form4), "url", { value: "http://localhost/x/a%20b.xml?q#h" }), "a b.xml"],
  ]) {
    const got = await one(input);
    assert.equal(got.source.name, name, shape);
    assert.deepEqual(got, { ...want, source: { ...want.source, name } }, shape);
  }
  assert.equal((await one(new File([form4], "b.xml"), { name: "c.xml" })).source.name, "c.xml");
});

test("what is no input is refused in a sentence", async () => {
  await assert.rejects(parse("form4.xml"), { name: "TypeError", message: /a string is neither\. .*TextEncoder/ });
  await assert.rejects(parse(null), { name: "TypeError", message: /null is neither/ });
  await assert.rejects(parse(), { name: "TypeError", message: /undefined is neither/ });
  await assert.rejects(check(form4), { name: "TypeError", message: /check takes a list/ });
  await assert.rejects(check("form4.xml"), { name: "TypeError", message: /check takes a list/ });
  await assert.rejects(check([form4, "form4.xml"]), { name: "TypeError", message: /a string is neither/ });
  await assert.rejects(parse(new Response("", { status: 404, statusText: "Not Found" })), { message: "file: The server answered 404 Not Found in place of a file." });
});

test("what cannot be read is a failure, and the rest is checked", async () => {
  const { report, failures } = await check([form4, Buffer.from("no filing"), { name: "mine.xml", data: form4 }]);
  assert.deepEqual(report.filings.map((f) => f.file), ["file 1", "mine.xml"]);
  assert.deepEqual(failures.map((f) => f.name), ["file 2"]);
  assert.equal(failures[0].message, `file 2: ${failures[0].reason} ${failures[0].advice}`);
});

test("several calls at once do not mix", async () => {
  const names = Array.from({ length: 30 }, (_, i) => `${i}.xml`);
  const got = await Promise.all(names.map((name, i) => i % 3 ? one(form4, { name }) : check([{ name, data: form4 }])));
  assert.deepEqual(got.map((r, i) => i % 3 ? r.source.name : r.report.filings[0].file), names);
});

test("inputs are taken as they are needed, and a call can be given up", async () => {
  let given = 0;
  const endless = function* () {
    for (;;) {
      given++;
      yield form4;
    }
  };
  const stop = new AbortController();
  const seen = [];
  await assert.rejects(check(endless(), { signal: stop.signal, onProgress: ({ filings }) => {
    seen.push(filings);
    if (filings === 5) {
      stop.abort();
    }
  } }), { name: "AbortError" });
  assert.deepEqual([given, seen], [5, [1, 2, 3, 4, 5]]);
  await assert.rejects(parse(form4, { signal: AbortSignal.abort(new Error("no more")) }), { message: "no more" });
  await assert.rejects(check(endless(), { onProgress() { throw new Error("mine"); } }), { message: "mine" });
  await one(form4);
});

test("others get their turn while much is read", async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await check(Array(200).fill(form4));
  clearInterval(timer);
  assert.ok(turns > 3, `${turns} turns`);
});

test("nothing is left among the globals", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", `
    const before = new Set(Reflect.ownKeys(globalThis));
    const { parse } = await import("filingview-parser");
    await parse(new Uint8Array(9));
    console.log(Reflect.ownKeys(globalThis).filter((k) => !before.has(k)));`], { cwd: import.meta.dirname });
  assert.equal(stdout.trim(), "[]");
});

test("the program may come from elsewhere", async () => {
  const bytes = await readFile(program);
  const typed = () => new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  for (const wasm of [program, program.href, bytes, await WebAssembly.compile(bytes), new Response(bytes), typed, Promise.resolve(typed())]) {
    const { init, parse } = await fresh();
    await init({ wasm });
    await init();
    assert.equal((await parse(form4)).filings.length, 1);
  }
});

test("a program that cannot be loaded is told of, and tried again", async () => {
  const { init, parse } = await fresh();
  await assert.rejects(init({ wasm: new URL("missing.wasm", program) }), { code: "ENOENT" });
  await assert.rejects(init({ wasm: new Response("", { status: 503 }) }), { message: /server answered 503/ });
  await assert.rejects(init({ wasm: 5 }), { name: "TypeError" });
  await assert.rejects(init({ wasm: new Uint8Array(8) }), WebAssembly.CompileError);
  await init({ wasm: program });
  assert.equal((await parse(form4)).filings.length, 1);
});

test("a program that ends costs what it was at, and is started again", async () => {
  const { init, parse } = await fresh();
  await init({ wasm: failing });
  const all = await Promise.allSettled(["fine", "slow", "overflow", "fine"].map((name) => parse(form4, { name })));
  // Whether it is Go's stack or the engine's that comes to its end first is up to them.
  const reason = /\((runtime: goroutine stack exceeds|RangeError: Maximum call stack size exceeded).*?\)/;
  assert.deepEqual(all.map((r) => r.reason?.message.replace(reason, "(why)") ?? "read"), [
    "read",
    "slow: The parser ended while it read another input, overflow (why). Read this one again.",
    "overflow: The parser ended while it read this (why). It is damaged, or made to do harm.",
    "read",
  ]);
  await assert.rejects(parse(form4, { name: "exit" }), { message: /^exit: The parser ended while it read this \(it ended with code 3\)/ });
  await assert.rejects(parse(form4, { name: "throw" }), { message: /^throw: The parser ended while it read this \(.*the host/ });
  assert.equal((await parse(form4, { name: "fine" })).filings.length, 1);
});

test("a worker answers as the module does, one call after the other", async () => {
  const worker = new ParserWorker();
  await worker.init();
  const [parsed, checked, again] = await Promise.all([
    worker.parse(form4, { name: "a.xml" }), worker.check([new File([form4], "a.xml")]), worker.parse(new Response(form4))]);
  worker.terminate();
  assert.deepEqual(parsed, await parse(form4, { name: "a.xml" }));
  assert.deepEqual(checked, await check([{ name: "a.xml", data: form4 }]));
  assert.equal(again.filings.length, 1);
  assert.equal(form4.length > 1000, true, "the caller keeps the bytes");
});

test("a file that hangs a worker costs one call", async () => {
  const worker = new ParserWorker({ wasm: failing, timeout: 1000 });
  await worker.init();
  const all = await Promise.allSettled(["fine", "hang", "fine"].map((name) => worker.parse(form4, { name })));
  assert.deepEqual(all.map((r) => r.reason?.name ?? "read"), ["read", "TimeoutError", "read"]);
  assert.equal(all[1].reason.message, "hang: The parser said nothing for 1 s and was ended.");
  await assert.rejects(worker.check(["fine", "hang", "fine"].map((name) => ({ name, data: form4 })), { timeout: 700 }), { name: "TimeoutError", message: /^hang: .* 0.7 s/ });
  const stop = new AbortController();
  const given = worker.parse(form4, { name: "hang", signal: stop.signal, timeout: Infinity });
  const behind = worker.parse(form4, { name: "fine" });
  setTimeout(() => stop.abort(), 200);
  await assert.rejects(given, { name: "AbortError" });
  assert.equal((await behind).filings.length, 1);
  await assert.rejects(worker.parse(form4, { name: "exit" }), { message: /^exit: The parser ended/ });
  const last = worker.parse(form4, { name: "hang" });
  worker.terminate();
  await assert.rejects(last, { name: "AbortError" });
  await assert.rejects(worker.parse(form4), { name: "AbortError" });
});

test("a worker with nothing to do does not keep the process", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", `
    import { ParserWorker } from "filingview-parser/worker";
    const { failures } = await new ParserWorker().parse(new Uint8Array(9));
    console.log(failures.length);`], { cwd: import.meta.dirname, timeout: 30_000 });
  assert.equal(stdout.trim(), "1");
});
