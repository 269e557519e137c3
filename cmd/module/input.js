// What a user hands over: bytes in any shape, with a name.

const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

const isBytes = (value) => ArrayBuffer.isView(value) || ["ArrayBuffer", "SharedArrayBuffer"].includes(kindOf(value));
export const isBlob = (value) => ["Blob", "File"].includes(kindOf(value));
const isResponse = (value) => kindOf(value) === "Response";

// largest is what the program can hold of one input.
const largest = 2 ** 30;

// nameOf returns the name under which an input is told of, and throws if the input is
// none.
export function nameOf(input, given, otherwise) {
  if (!isBytes(input) && !isBlob(input) && !isResponse(input)) {
    const advice = typeof input === "string"
      ? "a string is neither. Read the file or fetch the address first; of text that you have, make bytes with new TextEncoder().encode(text)."
      : `${input === null ? "null" : typeof input} is neither.`;
    throw new TypeError(`The input must be a Uint8Array, an ArrayBuffer, a Blob, a File or a Response: ${advice}`);
  }
  if (given !== undefined) {
    return String(given);
  }
  if (isBlob(input) && input.name) {
    return input.name;
  }
  if (isResponse(input) && input.url) {
    const last = new URL(input.url).pathname.split("/").at(-1);
    try {
      return decodeURIComponent(last) || otherwise;
    } catch {
      return last; // a % that stands for itself
    }
  }
  return otherwise;
}

// bytesOf returns the bytes of an input.
export async function bytesOf(input, name) {
  if (isBlob(input)) {
    bounded(input.size, name);
    return new Uint8Array(await input.arrayBuffer());
  }
  if (isResponse(input)) {
    if (!input.ok) {
      throw new Error(`${name}: The server answered ${input.status} ${input.statusText}`.trim() + " in place of a file.");
    }
    input = await input.arrayBuffer();
  }
  bounded(input.byteLength, name);
  if (ArrayBuffer.isView(input)) {
    return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  }
  return new Uint8Array(input);
}

function bounded(size, name) {
  if (size > largest) {
    throw new RangeError(`${name}: It is larger than 1 GB, which is not read at once. Give it in parts.`);
  }
}

// inputsOf goes through what check is given, each input by itself or as {name, data}.
// It is lazy, so that a thousand files need not be there at once.
export function inputsOf(inputs) {
  if (typeof inputs?.[Symbol.iterator] !== "function" || typeof inputs === "string" || isBytes(inputs)) {
    throw new TypeError("check takes a list of inputs: check([bytes]), check(fileInput.files).");
  }
  return (function* () {
    let n = 0;
    for (const input of inputs) {
      n++;
      const named = kindOf(input) === "Object" && "data" in input;
      const data = named ? input.data : input;
      yield { name: nameOf(data, named ? input.name : undefined, `file ${n}`), data };
    }
  })();
}
