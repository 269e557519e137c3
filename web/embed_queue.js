// Which viewers of a page may start now (embed.js).

const atOnce = 2; // viewers that start at the same time

// Viewers start a few at a time, in the order in which they came: each compiles and
// reads at its start, and on a page of many none would be there soon if all began
// together.
const starting = new Set();
const queue = [];

export function enter(element, start) {
  queue.push([element, start]);
  next();
}

export function leave(element) {
  const i = queue.findIndex(([e]) => e === element);
  if (i >= 0) {
    queue.splice(i, 1);
  }
  starting.delete(element);
  next();
}

function next() {
  while (starting.size < atOnce && queue.length > 0) {
    const [element, start] = queue.shift();
    starting.add(element);
    start();
  }
}
