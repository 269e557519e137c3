// What the user gives: files and folders dropped, chosen or pasted, pasted text,
// and the system's "open with". It works before the program runs: what is given
// waits until the program connects (boot.js). What was kept of an earlier visit comes
// first (keep.js).
//
// Each thing given becomes {name, size, file, number} or, if it cannot be read, {name,
// size, problem, number} with a sentence, so that nothing is passed over in silence.
// While files are dragged over the window, html has data-dragging.
"use strict";

(() => {
  const maxFiles = 10000; // of one folder or choice
  const maxDepth = 32;
  const batch = 250; // handed over at once, so that thousands do not hold up the page

  const html = document.documentElement;
  const waiting = [];
  let take = null; // the program's function for a list of things given
  let draining = false;

  function give(things) {
    waiting.push(...things);
    if (!take && waiting.length > 0) {
      html.dataset.state = "reading";
    }
    drain();
  }

  async function drain() {
    if (!take || draining) {
      return;
    }
    draining = true;
    await pause(); // the program has only just begun
    const { kept, number, keep } = window.filingview;
    for (const known = await kept(); known.length > 0; await pause()) {
      take(known.splice(0, batch));
    }
    while (waiting.length > 0) {
      const things = waiting.splice(0, batch);
      await number(things);
      take(things);
      keep(things.filter((thing) => !thing.given && !thing.fetched));
      await pause();
    }
    draining = false;
  }

  const pause = () => new Promise((next) => setTimeout(next));
  const thing = (file, name = file.webkitRelativePath || file.name) => ({ name, size: file.size, file });
  const refusal = (name, problem) => ({ name, size: 0, problem });

  function giveFiles(files) {
    const things = files.slice(0, maxFiles).map((file) => thing(file));
    if (files.length > maxFiles) {
      things.push(refusal(`${files.length} files`, `Only the first ${maxFiles} files are read.`));
    }
    give(things);
  }

  function giveText(text, name) {
    if (/^\s*https?:\/\/\S+\s*$/.test(text)) {
      give([refusal(text.trim(), "This is a link, and the viewer fetches nothing from other sites. Save the file first, then open it here.")]);
    } else if (text.trim() !== "") {
      give([thing(new File([text], name, { type: "text/plain" }))]);
    }
  }

  // Folders.

  // Files that systems put into folders to remember how to show them.
  const isSystemFile = (name) => name === ".DS_Store" || name === "Thumbs.db" || name === "desktop.ini";

  async function giveEntries(given) {
    for (const { entry, file } of given) {
      if (!entry || !entry.isDirectory) {
        if (file) {
          give([thing(file)]);
        }
        continue;
      }
      const found = [];
      await walk(entry, entry.name, 1, found);
      if (found.length >= maxFiles) {
        found.push(refusal(entry.name, `Only the first ${maxFiles} files of this folder are read.`));
      }
      give(found);
    }
  }

  async function walk(folder, path, depth, found) {
    if (depth > maxDepth) {
      found.push(refusal(path, `Folders more than ${maxDepth} deep are not opened.`));
      return;
    }
    const before = found.length;
    try {
      for (const entry of await entriesOf(folder)) {
        if (found.length >= maxFiles) {
          return;
        }
        const name = `${path}/${entry.name}`;
        if (entry.isDirectory) {
          await walk(entry, name, depth + 1, found);
        } else if (!isSystemFile(entry.name)) {
          found.push(await fileOf(entry, name));
        }
      }
    } catch (err) {
      found.push(refusal(path, `This folder cannot be read: ${sentence(err)}`));
    }
    if (found.length === before) {
      found.push(refusal(path, "This folder is empty."));
    }
  }

  // A reader gives a folder's entries in parts, in any order.
  async function entriesOf(folder) {
    const reader = folder.createReader();
    const entries = [];
    for (;;) {
      const part = await new Promise((yes, no) => reader.readEntries(yes, no));
      if (part.length === 0) {
        return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      }
      entries.push(...part);
    }
  }

  const fileOf = (entry, name) =>
    new Promise((done) =>
      entry.file(
        (file) => done(thing(file, name)),
        (err) => done(refusal(name, sentence(err))),
      ),
    );

  function sentence(err) {
    switch (err && err.name) {
      case "NotFoundError":
        return "It is no longer where it was: it was moved, renamed or deleted.";
      case "NotReadableError":
      case "NotAllowedError":
      case "SecurityError":
        return "The browser may not read it. It may be a folder, in use by another program, or changed since it was chosen.";
      case "NotKeptError":
        return "The browser does not keep it any more. It was forgotten in another window, or the browser has made room.";
      case "RangeError":
        return "It does not fit into the memory that the browser gives.";
    }
    return `The browser says: ${(err && err.message) || err}.`;
  }

  // The four ways in.

  const editable = (el) => el instanceof Element && el.closest("input, textarea, [contenteditable]") !== null;
  const holdsFiles = (event) => event.dataTransfer !== null && [...event.dataTransfer.types].includes("Files");
  let ours = false; // what is dragged is a part of the page

  window.addEventListener("dragstart", () => { ours = true; });
  window.addEventListener("dragend", () => { ours = false; });

  // A drop that nobody has announced would make the browser leave the page for
  // the file.
  function announce(event) {
    if (!holdsFiles(event) && (ours || editable(event.target))) {
      return;
    }
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    if (holdsFiles(event)) {
      html.dataset.dragging = "";
    }
  }
  window.addEventListener("dragenter", announce);
  window.addEventListener("dragover", announce);
  window.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
      delete html.dataset.dragging;
    }
  });
  window.addEventListener("drop", (event) => {
    delete html.dataset.dragging;
    if (!holdsFiles(event) && editable(event.target)) {
      return;
    }
    event.preventDefault();
    const data = event.dataTransfer;
    // The items are gone once the event is over.
    const items = [...data.items].filter((item) => item.kind === "file");
    if (items.length > 0) {
      giveEntries(items.map((item) => ({ entry: item.webkitGetAsEntry && item.webkitGetAsEntry(), file: item.getAsFile() })));
    } else if (data.files.length > 0) {
      giveFiles([...data.files]);
    } else if (!ours) {
      giveText(data.getData("text/plain"), "dropped text");
    }
  });

  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "file") {
      giveFiles([...target.files]);
      target.value = ""; // so that the same file can be chosen again
    }
  });

  // Whatever says so opens the one field for files, which no view replaces.
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest('[data-do="choose"]')) {
      document.querySelector('input[type="file"]').click();
    }
  });

  document.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    // A spreadsheet or an editor puts a picture of the text beside it.
    const files = [...event.clipboardData.files].filter((file) => text === "" || !file.type.startsWith("image/"));
    if (files.length > 0) {
      event.preventDefault();
      giveFiles(files);
    } else if (!editable(event.target)) {
      event.preventDefault();
      giveText(text, "pasted text");
    }
  });

  if ("launchQueue" in window) {
    launchQueue.setConsumer(async ({ files, targetURL }) => {
      // A shortcut of the installed app leads to a state of the window that is there.
      const { hash } = new URL(targetURL || location.href);
      if (hash && hash !== location.hash) {
        location.hash = hash;
      }
      for (const handle of files || []) {
        try {
          give([thing(await handle.getFile())]);
        } catch (err) {
          give([refusal(handle.name, sentence(err))]);
        }
      }
    });
  }

  window.filingview = {
    giveFiles,
    giveRefusal: (name, problem) => give([refusal(name, problem)]),

    // takeFiles hands over what was given and what will be.
    takeFiles(f) {
      take = f;
      drain();
    },

    // give hands over things that another script has, {name, size, file} or {name,
    // size, problem}, as if the user had given them; given is the number of a request
    // of the page around the frame, fetched is set if the address names the file
    // (frame.js). Neither is kept: it comes again by itself.
    give,

    // loadFile reads a file and calls done with its bytes, or with the sentence
    // that says why there are none.
    async loadFile(file, done) {
      let body;
      try {
        body = new Uint8Array(await file.arrayBuffer());
      } catch (err) {
        done(undefined, sentence(err));
        return;
      }
      done(body, undefined);
    },
  };
})();
