// What the page tells besides what the program shows: that an update is there, that
// files cannot be kept. Quiet bars at the foot of the window, which the program does
// not draw, so that they are there with any program, or none.
"use strict";

(() => {
  // tell shows a sentence under a key, in place of the last one of that key; none for
  // an empty sentence. With a text and a function for it, it has a button.
  window.filingview.tell = (key, sentence, text, act) => {
    const bars = document.getElementById("bars");
    let bar = bars.querySelector(`[data-bar="${key}"]`);
    if (!sentence) {
      if (bar) {
        bar.remove();
      }
      return;
    }
    if (!bar) {
      bar = document.createElement("div");
      bar.className = "notice";
      bar.dataset.bar = key;
      bars.append(bar);
    }
    const say = document.createElement("p");
    say.textContent = sentence;
    say.dir = "auto";
    const buttons = [["Not now", () => bar.remove()]];
    if (act) {
      buttons.unshift([text, act]);
    } else {
      buttons[0][0] = "Dismiss";
    }
    bar.replaceChildren(say, ...buttons.map(([label, press], i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = act && i === 0 ? "button main" : "button";
      button.textContent = label;
      button.addEventListener("click", press);
      return button;
    }));
  };
})();
