// What runs in the thread of a ParserWorker (queue.js), whose messages it answers.

// answerWith returns the function that takes messages and answers by post.
export function answerWith({ init, parse, check }, post) {
  let wasm;
  return async ({ what, inputs, ...message }) => {
    if (what === "wasm") {
      wasm = message.wasm;
      return;
    }
    try {
      await init({ wasm });
      const onProgress = (progress) => post({ progress });
      // Each input is a sign of life, and names what a thread that falls silent is at.
      const told = function* () {
        for (const input of inputs) {
          post({ at: input.name });
          yield input;
        }
      };
      const answer =
        what === "parse" ? await parse(inputs[0].data, { name: inputs[0].name, onProgress }) :
        what === "check" ? await check(told(), { onProgress }) :
        null;
      post({ answer });
    } catch (err) {
      post({ error: { name: String(err?.name), message: String(err?.message ?? err) } });
    }
  };
}
