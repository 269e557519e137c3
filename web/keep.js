// The kept files: what is open is kept in the browser's own database (IndexedDB), so
// that it is there again after a reload, until it is forgotten.
//
// Every file has a number that no other file of this origin's pages ever had, so that
// an address (#filing=7.0) means the same file after a reload and in every window. A
// page shows what was kept when it started, and keeps what it opens; other windows do
// not hear of it until they start.
//
// The database "filingview PATH", PATH being the page's folder, has three stores:
//
//   count   "next": the next number
//   list    by number: {number, name, size, when, reason}
//   bytes   by number: a Blob
//
// reason is why the file is not to be read again by itself (app/session/crash.go).
// Which file a page is reading stands in localStorage, which is written at once: a
// file that is found there had the page end over it, and is not read again by itself
// either, so that no file keeps the page from opening.
//
// In a frame nothing is kept unless keepFiles is called.
"use strict";

(() => {
  const maxFiles = 5000;
  const maxBytes = 1024 * 1024 * 1024; // of all kept files
  const maxFile = 512 * 1024 * 1024; // see maxFile in app/session/file.go
  const openTime = 10000; // ms that the database has to open before the page goes on without

  const folder = new URL("./", document.baseURI).pathname;
  const mark = `filingview ${folder} reading `;
  const html = document.documentElement;
  const view = window.filingview;

  let database = null; // once it is open
  let next = 1; // the number that the next file gets where nothing is kept
  let files = 0; // kept, as far as this page knows
  let bytes = 0;
  let writing = Promise.resolve(); // the last thing that is to be written
  const forgotten = new Set(); // numbers that are not to be written any more,
  let forgottenBelow = 0; // with all below this one
  const reasons = new Map(); // of files that may still have to be written
  const reading = new Set();

  const isForgotten = (number) => number < forgottenBelow || forgotten.has(number);

  const asked = (request) =>
    new Promise((yes, no) => {
      request.onsuccess = () => yes(request.result);
      request.onerror = () => no(request.error);
    });

  // done is over once all of a transaction is written, or nothing of it.
  const done = (transaction) =>
    new Promise((yes, no) => {
      transaction.oncomplete = () => yes();
      transaction.onabort = () => no(transaction.error || new Error("the database gave up"));
    });

  const change = (...stores) => database.transaction(stores, "readwrite", { durability: "relaxed" });

  async function open() {
    const request = indexedDB.open(`filingview ${folder}`, 1);
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore("count");
      db.createObjectStore("list", { keyPath: "number" });
      db.createObjectStore("bytes");
    };
    let late = false;
    const opened = asked(request).then((db) => { if (late) { db.close(); } return db; });
    const db = await Promise.race([opened, new Promise((_, no) => setTimeout(() => {
      late = true;
      no(new Error("its database does not open"));
    }, openTime))]);
    // A page of a later build may want to change the stores.
    db.onversionchange = () => { db.close(); lose(); };
    db.onclose = lose;
    return db;
  }

  function lose() {
    database = null;
    html.dataset.keeps = "no";
    view.tell("keep", "The browser has closed its database. What is open stays open, but is not kept for the next visit.");
  }

  // begin opens the database and returns the files that are kept, as files.js hands
  // them over: what they hold is fetched when it is asked for.
  async function begin() {
    let kept;
    let living;
    try {
      database = await open();
      kept = await asked(database.transaction("list").objectStore("list").getAll());
      living = await livingPages();
    } catch (err) {
      database = null;
      html.dataset.keeps = "no";
      view.tell("keep", `What you open is not kept for the next visit. ${told(err)}`);
      return [];
    }
    html.dataset.keeps = "yes";
    return kept.map((file) => {
      const { number, name, size } = file;
      files += 1;
      bytes += size;
      next = Math.max(next, number + 1);
      let { reason } = file;
      if (!reason && endedOver(number, living)) {
        reason = "The page ended while this file was read, so it is not read again by itself. Open it once more to try again.";
        spoilt(number, reason);
      }
      const thing = { number, name, size, kept: true, file: { arrayBuffer: () => fetchBytes(number) } };
      return reason ? { ...thing, problem: reason } : thing;
    });
  }

  async function fetchBytes(number) {
    const blob = database && (await asked(database.transaction("bytes").objectStore("bytes").get(number)));
    if (!blob) {
      throw new DOMException("", "NotKeptError");
    }
    return blob.arrayBuffer();
  }

  // number gives things their numbers. What gets one that could not be written down is
  // not kept: another window may give the same one.
  async function number(things) {
    let first = next;
    if (database) {
      try {
        const transaction = change("count");
        const count = transaction.objectStore("count");
        first = Math.max(first, (await asked(count.get("next"))) || 1);
        count.put(first + things.length, "next");
        await done(transaction);
      } catch (err) {
        for (const thing of things.filter((thing) => thing.file)) {
          thing.unkept = true;
          unkept(thing.name, told(err));
        }
      }
    }
    next = first + things.length;
    things.forEach((thing, i) => { thing.number = first + i; });
  }

  // keep writes files, one after the other, beside all else that the page does.
  function keep(things) {
    for (const thing of things) {
      if (thing.file && !thing.unkept) {
        writing = writing.then(() => write(thing));
      }
    }
  }

  async function write({ number, name, size, file }) {
    if (!database || isForgotten(number)) {
      return;
    }
    if (size > maxFile) {
      return; // it is not read either
    }
    if (files >= maxFiles || bytes + size > maxBytes) {
      unkept(name, `${files.toLocaleString("en")} files of ${megabytes(bytes)} are kept, and more than ${maxFiles.toLocaleString("en")} files or ${megabytes(maxBytes)} are not. Forget some that you no longer need.`);
      return;
    }
    try {
      const transaction = change("list", "bytes");
      transaction.objectStore("bytes").put(file, number);
      transaction.objectStore("list").put({ number, name, size, when: Date.now(), reason: reasons.get(number) || "" });
      await done(transaction);
      files += 1;
      bytes += size;
      if (isForgotten(number)) {
        await remove(number); // meanwhile
      }
    } catch (err) {
      unkept(name, told(err));
    }
  }

  const megabytes = (n) => `${Math.ceil(n / (1024 * 1024)).toLocaleString("en")} MB`;

  const left = []; // names of what is not kept

  function unkept(name, why) {
    left.push(name);
    const more = left.length > 1 ? ` and ${left.length - 1} more` : "";
    view.tell("keep", `Open, but not kept for the next visit: ${left[0]}${more}. ${why}`);
  }

  function told(err) {
    switch (err && err.name) {
      case "QuotaExceededError":
        return "The browser gives this page no more room. Forget files that you no longer need, or make room on the disk.";
      case "SecurityError":
      case "InvalidStateError":
        return "The browser does not let this page keep anything, as in some private windows.";
      case "NotFoundError":
      case "NotReadableError":
        return "The file could not be read any more when it was to be kept.";
    }
    return `The browser says: ${(err && err.message) || err}.`;
  }

  // What the program tells of the files.

  function spoilt(number, reason) {
    reasons.set(number, reason);
    writing = writing.then(async () => {
      if (!database || isForgotten(number)) {
        return;
      }
      const transaction = change("list");
      const list = transaction.objectStore("list");
      const file = await asked(list.get(number));
      if (file) {
        list.put({ ...file, reason });
      }
      await done(transaction);
    }).catch((err) => console.warn("What became of a file could not be kept:", err));
  }

  async function remove(number) {
    const transaction = change("list", "bytes");
    const list = transaction.objectStore("list");
    const file = await asked(list.get(number));
    list.delete(number);
    transaction.objectStore("bytes").delete(number);
    await done(transaction);
    if (file) {
      files -= 1;
      bytes -= file.size;
    }
  }

  async function removeAll() {
    const transaction = change("list", "bytes");
    transaction.objectStore("list").clear();
    transaction.objectStore("bytes").clear();
    await done(transaction);
    files = bytes = 0;
  }

  function forget(number) {
    if (number > 0) {
      forgotten.add(number);
    } else {
      forgottenBelow = next;
      left.length = 0;
      view.tell("keep", "");
    }
    writing = writing.then(() => database && (number > 0 ? remove(number) : removeAll())).catch((err) => {
      view.tell("keep", `What was to be forgotten is still kept by the browser: ${told(err)}`);
    });
  }

  // The mark of a file that is being read, with the page that reads it. A page that
  // is closed or hidden takes it away: only one that has crashed leaves it. As long as
  // a page lives it holds a lock of its name.
  const me = crypto.randomUUID ? crypto.randomUUID() : String(Math.random());

  async function livingPages() {
    if (!navigator.locks) {
      return null; // nobody knows
    }
    navigator.locks.request(mark + me, () => new Promise(() => {}));
    return new Set((await navigator.locks.query()).held.map((lock) => lock.name));
  }

  function endedOver(number, living) {
    const page = stored("getItem", mark + number);
    if (!page || !living || living.has(mark + page)) {
      return false;
    }
    stored("removeItem", mark + number);
    return true;
  }

  function setMark(number, on) {
    if (on) {
      stored("setItem", mark + number, me);
    } else {
      stored("removeItem", mark + number);
    }
  }

  // stored asks localStorage, which throws where it is full or forbidden.
  function stored(what, ...args) {
    try {
      return localStorage[what](...args);
    } catch {
      return null; // then a crash is not remembered
    }
  }

  window.addEventListener("pagehide", () => reading.forEach((number) => setMark(number, false)));
  document.addEventListener("visibilitychange", () => reading.forEach((number) => setMark(number, !document.hidden)));

  // keepFiles has files kept, and brings those that are kept already.
  let keeping = null;
  const keepFiles = () => (keeping ||= begin());

  Object.assign(view, {
    keepFiles,

    // What files.js asks: kept brings the kept files, number gives things their
    // numbers, keep keeps them.
    kept: async () => (keeping ? keeping : []),
    number,
    keep,

    // written is over once all that is to be kept is.
    written: () => writing,

    // What the program tells: that a file is being read, or no more; that it is not to
    // be read again; that it is to be forgotten, or all for 0.
    reading(number, on) {
      if (!database) {
        return;
      }
      if (on) {
        reading.add(number);
      } else {
        reading.delete(number);
      }
      setMark(number, on && !document.hidden);
    },
    spoilt,
    forget,
  });

  if (window.top === window && self.origin !== "null") {
    keepFiles();
  } else {
    html.dataset.keeps = "no";
  }
})();
