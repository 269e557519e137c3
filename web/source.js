// Draws the source beside the tables: rows of a text, pages of words. The program
// says what is to be drawn (app/source/rows.go, app/source/pages.go) in one text,
// because a call for each of some hundred elements would take longer than all the
// rest. What a document says becomes text and nothing else.
"use strict";

(() => {
  const space = "http://www.w3.org/2000/svg";

  function svg(tag, is, attributes) {
    const e = document.createElementNS(space, tag);
    if (is) {
      e.dataset.is = is;
    }
    for (const [name, value] of Object.entries(attributes)) {
      e.setAttribute(name, value);
    }
    return e;
  }

  const pieces = (text) => text.split("\x00").slice(0, -1).map((piece) => piece.split("\x01"));

  function link(e, path, words, stop) {
    e.setAttribute("href", "#cell-" + path);
    e.setAttribute("tabindex", stop ? "0" : "-1");
    e.dataset.tip = words;
  }

  function row([at, path, words, marks, text]) {
    const e = document.createElement(path ? "a" : "span");
    e.dataset.at = at;
    if (path) {
      e.className = "place";
      link(e, path, words, marks.includes("s"));
    }
    e.classList.toggle("lit", marks.includes("l"));
    for (const part of text.split(/(\x02|\x03[^\x05]*\x05)/)) {
      if (part === "\x02") {
        e.append(document.createElement("br"));
      } else if (part.startsWith("\x03")) {
        const [n, name] = part.slice(1, -1).split("\x04");
        const b = document.createElement("b");
        b.dataset.n = n;
        b.textContent = name;
        e.append(b);
      } else if (part) {
        e.append(part);
      }
    }
    return e;
  }

  const rectangle = (is, [x, y, width, height]) => svg("rect", is, { x, y, width, height });

  function place(fields) {
    const [path, words, mark] = fields.slice(4);
    const a = svg("a", "place", { "aria-label": words });
    link(a, path, words, mark);
    a.append(rectangle("", fields));
    return a;
  }

  function word([x, y, size, width, text]) {
    const e = svg("text", "", { x, y, "font-size": size });
    if (width > 0 && text.length > 1) {
      e.setAttribute("textLength", width);
      e.setAttribute("lengthAdjust", "spacingAndGlyphs");
    }
    e.textContent = text;
    return e;
  }

  const draw = { l: (fields) => rectangle("lit", fields), p: place, w: word };

  window.filingview.source = {
    // rows makes a leaf of rows: text, and as much room above and below it as the rows
    // take that are not drawn.
    rows(leaf, above, below, text) {
      let [ruler, over, rows, under] = leaf.children;
      if (!under) {
        ruler = document.createElement("span");
        ruler.className = "ruler";
        ruler.setAttribute("aria-hidden", "true");
        ruler.textContent = "0000000000";
        over = svg("svg", "gap", { width: 1, "aria-hidden": "true" });
        rows = document.createElement("div");
        rows.className = "rows";
        under = over.cloneNode();
        leaf.replaceChildren(ruler, over, rows, under);
      }
      over.setAttribute("height", above + "em");
      under.setAttribute("height", below + "em");
      rows.replaceChildren(...pieces(text).map(row));
    },

    // pages makes a leaf of empty pages.
    pages(leaf, text) {
      leaf.replaceChildren(...pieces(text).map(([width, height, name], i) => {
        // As large as it is on paper, so that its small print can be read.
        const page = svg("svg", "page", { width: `${width / 12}rem`, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": name, "data-page": i + 1 });
        page.append(rectangle("paper", [0, 0, width, height]));
        return page;
      }));
    },

    // page fills a page, or with no text empties it.
    page(page, text) {
      page.replaceChildren(page.firstChild, ...pieces(text).map(([kind, ...fields]) => draw[kind](fields)));
    },
  };
})();
