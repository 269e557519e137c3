// The live examples of embed.html.

const byID = (id) => document.getElementById(id);
const home = new URL(".", document.baseURI);

// The code names this viewer, so that it can be copied as it stands.
for (const e of document.querySelectorAll("[data-at]")) {
  e.textContent = home.href;
}
for (const e of document.querySelectorAll("[data-origin]")) {
  e.textContent = home.origin;
}

for (const block of document.querySelectorAll(".code")) {
  if (!navigator.clipboard) {
    break;
  }
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "button";
  copy.textContent = "Copy";
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(block.querySelector("code").textContent);
      copy.textContent = "Copied";
    } catch {
      copy.textContent = "Not allowed";
    }
    setTimeout(() => { copy.textContent = "Copy"; }, 2000);
  });
  block.append(copy);
}

// The element.
for (const choice of document.querySelectorAll("[data-sets]")) {
  choice.addEventListener("change", () => {
    byID("first").setAttribute(choice.dataset.sets, choice.value);
    document.querySelector(`[data-says="${choice.dataset.sets}"]`).textContent = choice.value;
  });
}

// The script.
const viewer = byID("second");

function tell(type, text) {
  const line = document.createElement("p");
  line.className = type;
  line.textContent = `${type}: ${text}`;
  byID("log").append(line);
  line.scrollIntoView({ block: "nearest" });
}

const words = {
  ready: ({ version }) => `version ${version}`,
  opened: ({ filings }) => filings.map((f) => `Form ${f.form}, ${f.issuer}, ${f.owners.join(", ")}`).join("; "),
  failed: ({ message }) => message,
  select: ({ path, text }) => `${path} “${text}”`,
};
for (const [type, say] of Object.entries(words)) {
  viewer.addEventListener(type, ({ detail }) => tell(type, say(detail)));
}

async function open(given, name) {
  try {
    await viewer.open(given, { name });
    const [filing] = await viewer.data();
    tell("data", `${filing.tableI?.length ?? 0} lines in Table I, ${filing.footnotes?.length ?? 0} footnotes`);
  } catch {
    // The event has said it.
  }
}

byID("file").addEventListener("change", ({ target }) => {
  if (target.files.length > 0) {
    open([...target.files]);
  }
});
byID("bytes").addEventListener("click", async () => {
  const response = await fetch("sample.xml");
  open(new Uint8Array(await response.arrayBuffer()), "sample.xml");
});
byID("pick").addEventListener("click", async () => {
  try {
    await viewer.select("tableI[2].transaction.price");
  } catch (err) {
    tell("failed", err.message);
  }
});
