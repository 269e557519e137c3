// What a page gives to a viewer, as the viewer takes it (embed.js).

// Makes what a page may give into what the viewer takes: {name, body} with ours set if
// the body is nobody else's, or {name, problem} with a sentence.
export async function filesOf(given, name) {
  const list = Array.isArray(given) ? given : [given];
  if (list.length === 0) {
    throw new TypeError("open takes at least one file.");
  }
  return Promise.all(list.map((g) => one(g, list.length === 1 ? name : undefined)));
}

// fetched gets the file of an address, in the way of a crossorigin attribute.
export async function fetched(src, crossOrigin, signal) {
  try {
    const credentials = { "use-credentials": "include", anonymous: "omit" }[crossOrigin] ?? "same-origin";
    return await one(await fetch(src, { credentials, signal }), undefined, src);
  } catch (err) {
    return {
      name: lastPart(src),
      problem: `The page could not fetch ${src} (${err.message}). Check the address, the connection, the page's policy (connect-src), and that another site allows it (CORS).`,
    };
  }
}

async function one(given, name, address) {
  if (given instanceof ArrayBuffer) {
    return { name: name || "filing", body: given };
  }
  if (ArrayBuffer.isView(given)) { // of a larger buffer perhaps, or of a shared one
    const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    return { name: name || "filing", body: new Uint8Array(bytes).buffer, ours: true };
  }
  if (given instanceof Blob) {
    return { name: name || given.name || "filing", body: given };
  }
  if (given instanceof Response) {
    const from = given.url || address || "";
    if (!given.ok) {
      return { name: name || lastPart(from), problem: `The server answered ${`${given.status} ${given.statusText}`.trim()} for ${from || "it"}.` };
    }
    return { name: name || lastPart(from), body: await given.arrayBuffer(), ours: true };
  }
  throw new TypeError("open takes an ArrayBuffer, a typed array, a File or Blob, a Response, or a list of them.");
}

function lastPart(address) {
  let part = "";
  try {
    part = new URL(address, document.baseURI).pathname.split("/").pop();
    part = decodeURIComponent(part);
  } catch {
    // It is a name all the same.
  }
  return part || "filing";
}
