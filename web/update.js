// The page's side of the service worker (web/sw.js): it registers it, offers a build
// that has come, and takes in what other programs share.
//
//   <script defer src="update.js" data-worker="sw.js"></script>
//
// Nothing happens by itself: another build waits until the user presses "Reload to
// update", or has closed every window of the page.
"use strict";

(() => {
  const workers = navigator.serviceWorker;
  const place = document.currentScript.dataset;
  const view = window.filingview;
  const longest = 10000; // ms to wait for files to be kept before a reload

  // A frame belongs to the page around it; a file on disk and a sandbox have no
  // workers.
  if (!workers || window.top !== window || self.origin === "null" || !/^https?:$/.test(location.protocol)) {
    return;
  }

  let taking = false;
  let controlled = workers.controller !== null;

  async function reload() {
    await Promise.race([view.written(), new Promise((go) => setTimeout(go, longest))]);
    location.reload();
  }

  function offer(registration) {
    view.tell("update", "A new version of the viewer is here. What is open will be opened again.", "Reload to update", () => {
      taking = true;
      if (registration.waiting) {
        registration.waiting.postMessage({ take: true });
      } else {
        reload(); // it has taken over in another window
      }
    });
  }

  workers.addEventListener("controllerchange", () => {
    if (taking) {
      reload();
    } else if (controlled) {
      view.tell("update", "The viewer was updated in another window. What is open will be opened again.", "Reload to update", reload);
    }
    controlled = true;
  });

  // A worker that tidies up asks what this page may still need.
  workers.addEventListener("message", ({ data, ports }) => {
    if (data.needs) {
      const elements = [...document.querySelectorAll("script, link[href]")];
      const named = elements.flatMap((e) => [e.getAttribute("src"), e.getAttribute("href"), ...Object.values(e.dataset)]);
      ports[0].postMessage(named.filter(Boolean).map((name) => new URL(name, document.baseURI).href));
    } else if (data.shared) {
      takeShared();
    }
  });
  workers.startMessages();

  // What other programs have shared lies where the worker has put it.
  const shared = `filingview-shared ${new URL("./", document.baseURI).pathname}`;

  async function takeShared() {
    if (!("caches" in window) || !(await caches.has(shared))) {
      return;
    }
    const cache = await caches.open(shared);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      const body = response && (await response.blob());
      // Of two windows one deletes it, and opens it.
      if (body && (await cache.delete(request))) {
        const name = decodeURIComponent(response.headers.get("X-Name"));
        if (response.headers.has("X-Problem")) {
          view.giveRefusal(name, "It was shared together with too much else. Share it alone, or open it here.");
        } else {
          view.giveFiles([new File([await body.arrayBuffer()], name, { type: body.type })]);
        }
      }
    }
  }

  if (new URLSearchParams(location.search).get("share") === "failed") {
    history.replaceState(history.state, "", location.pathname + location.hash);
    view.tell("share", "What was shared could not be taken over. Open the file here instead.");
  }

  async function begin() {
    takeShared().catch((err) => console.warn("What was shared could not be opened:", err));
    await view.atRest();
    let registration;
    try {
      registration = await workers.register(place.worker, { updateViaCache: "none" });
    } catch (err) {
      // Where there is none, as in some private windows, the page just needs its server.
      console.info("The page is not kept for use without its server:", err.message);
      return;
    }
    const watch = (coming) =>
      coming.addEventListener("statechange", () => {
        if (coming.state === "installed" && workers.controller) {
          offer(registration);
        }
      });
    if (registration.installing) {
      watch(registration.installing);
    } else if (registration.waiting && workers.controller) {
      offer(registration);
    }
    registration.addEventListener("updatefound", () => watch(registration.installing));
    if (workers.controller) {
      workers.controller.postMessage({ tidy: true });
    }
  }

  // What the worker fetches must not hold up what the page itself waits for.
  const ready = new MutationObserver(() => {
    if ("ready" in document.documentElement.dataset || document.documentElement.dataset.state === "failed") {
      ready.disconnect();
      begin();
    }
  });
  ready.observe(document.documentElement, { attributes: true });
})();
