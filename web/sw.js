// The service worker: it keeps all files of one build of the page, so that the page
// opens without a server, and hands over to the next build only when it is told to.
//
// Its name never changes and its scope is the folder it stands in. cmd/build puts the
// list of files into it, so that another build is another worker. A file is kept only
// if its content is the one in the list: a server that is being updated, and sends
// files of two builds, cannot make a half-old page; the browser tries again later.
//
// The page that this worker serves asks it for nothing but files. Its messages:
//
//   page -> worker   {take: true}   you wait: take over
//   page -> worker   {tidy: true}   a page has opened: there may be old builds to delete
//   worker -> page   {needs: true}  say into the port which files you may still need,
//                                  by their addresses
//   worker -> page   {shared: true} something was shared: pick it up
"use strict";

// cmd/build fills this: what the files hold together, as a hash, and each file's name
// and hash, those of a first visit first.
const build = { version: "", files: [] };

const scope = new URL("./", self.location.href);
const family = `filingview ${scope.pathname} `; // one host can hold several viewers
const cacheName = family + build.version;
const sharedName = `filingview-shared ${scope.pathname}`;
const atOnce = 3; // files on their way together, so that the page's own are not held up
const patience = 10000; // ms that a page has to say what it needs

const hashes = new Map(build.files);
const at = (name) => new URL(name, scope).href;

// nameOf returns the name, relative to the scope, of what an address leads to, or
// undefined for what is elsewhere. What stands after ? does not count.
function nameOf(address) {
  const url = new URL(address);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) {
    return undefined;
  }
  return url.pathname.slice(scope.pathname.length) || "index.html";
}

// Keeping a build.

self.addEventListener("install", (event) => event.waitUntil(keepAll()));

async function keepAll() {
  const cache = await caches.open(cacheName);
  const left = [...build.files];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      await keep(cache, ...next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function keep(cache, name, hash) {
  if (await cache.match(at(name))) {
    return; // an earlier attempt came so far
  }
  // A file named by its content that the build before had too is the same file.
  const old = namedByContent(name) && (await inFamily(name));
  if (old && (await hashOf(old)) === hash) {
    return cache.put(at(name), old);
  }
  for (const mode of [namedByContent(name) ? "default" : "no-cache", "reload"]) {
    const response = await fetch(at(name), { cache: mode, credentials: "same-origin" });
    if (response.ok && (await hashOf(response)) === hash) {
      return cache.put(at(name), await plain(response));
    }
  }
  throw new Error(`${name} is not the file of this build`);
}

const namedByContent = (name) => /\.[0-9a-f]{8}\.\w+$/.test(name);

async function hashOf(response) {
  const sum = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  return [...new Uint8Array(sum, 0, 8)].map((b) => b.toString(16).padStart(2, "0")).join("");
}

// plain returns a response that a navigation accepts: some hosts lead from index.html
// to the folder.
async function plain(response) {
  if (!response.redirected) {
    return response;
  }
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) {
    headers.delete(name);
  }
  return new Response(await response.blob(), { headers });
}

// Letting go of old builds.

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const first = (await families()).length <= 1;
  if (first) {
    await self.clients.claim(); // so that the page of the first visit is held up too
  }
  await tidy();
}

self.addEventListener("message", (event) => {
  if (event.data && event.data.take) {
    self.skipWaiting();
  } else if (event.data && event.data.tidy) {
    event.waitUntil(tidy());
  }
});

const families = async () => (await caches.keys()).filter((name) => name.startsWith(family));

// tidy deletes the builds that no page needs any more. A page of an old build may
// start its engine again at any time, and loads parts when they are first needed. A
// page that does not answer may need anything.
async function tidy() {
  const { waiting, installing } = self.registration;
  if (waiting || installing || (await families()).length <= 1) {
    return; // a build that is coming is not old
  }
  const needs = new Set();
  for (const client of await self.clients.matchAll({ includeUncontrolled: true, type: "window" })) {
    if (nameOf(client.url) === undefined) {
      continue;
    }
    const addresses = await ask(client);
    if (!addresses) {
      return; // another time
    }
    addresses.map(nameOf).filter((name) => name !== undefined && !hashes.has(name)).forEach((name) => needs.add(name));
  }
  for (const name of await families()) {
    const cache = await caches.open(name);
    let needed = name === cacheName;
    for (const file of needs) {
      needed = needed || Boolean(await cache.match(at(file)));
    }
    if (!needed) {
      await caches.delete(name);
    }
  }
}

function ask(client) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(Array.isArray(data) ? data : null);
    setTimeout(() => done(null), patience);
    client.postMessage({ needs: true }, [port2]);
  });
}

// Answering the page.

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const name = nameOf(request.url);
  if (name === undefined) {
    return;
  }
  if (request.method === "POST" && name === "share" && request.mode === "navigate" && request.destination === "document") {
    event.respondWith(takeShared(request));
  } else if (request.method !== "GET") {
    return;
  } else if (request.mode !== "navigate") {
    event.respondWith(file(name, request));
  } else if (request.destination !== "document") {
    // In a frame the server's word counts on who may show the page, as long as there
    // is a server.
    event.respondWith(fetch(request).catch(() => file(name, request)));
  } else if (hashes.has(name)) {
    event.respondWith(file(name, request));
  } else {
    // Something else of this host, or nothing. The page is better than the browser's
    // word that there is no connection, but only where its relative addresses fit.
    event.respondWith(fetch(request).catch(() => Response.redirect(scope.href)));
  }
});

// file returns a file of this build, or one that a page of an older build asks for.
async function file(name, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(at(name), { ignoreSearch: true, ignoreVary: true })) || (await inFamily(name)) || fetch(request);
}

async function inFamily(name) {
  for (const other of await families()) {
    const response = other !== cacheName && (await (await caches.open(other)).match(at(name), { ignoreVary: true }));
    if (response) {
      return response;
    }
  }
  return undefined;
}

// What other programs share.

const maxShared = 512 * 1024 * 1024; // bytes in all; see maxFile in app/session/file.go

// takeShared puts what comes with a share where the page finds it (web/update.js),
// and shows the page.
async function takeShared(request) {
  try {
    const form = await request.formData();
    const files = form.getAll("files").filter((part) => part instanceof File && part.size > 0);
    const words = ["text", "url"].map((key) => form.get(key)).filter((part) => typeof part === "string" && part.trim() !== "");
    if (files.length === 0 && words.length > 0) {
      files.push(new File([words[0]], "shared text", { type: "text/plain" }));
    }
    const cache = await caches.open(sharedName);
    let room = maxShared;
    for (const part of files) {
      room -= part.size;
      const key = at(`share/${Date.now()}-${crypto.randomUUID()}`);
      const headers = { "X-Name": encodeURIComponent(part.name), "Content-Type": part.type || "application/octet-stream" };
      await cache.put(key, room < 0 ? new Response(null, { headers: { ...headers, "X-Problem": "large" } }) : new Response(part, { headers }));
    }
    for (const client of await self.clients.matchAll({ type: "window" })) {
      client.postMessage({ shared: true });
    }
  } catch (err) {
    console.error("What was shared could not be taken:", err);
    return Response.redirect(at("./?share=failed"), 303);
  }
  return Response.redirect(scope.href, 303);
}
