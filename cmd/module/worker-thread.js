// The worker of worker.js.
import * as parser from "./index.js";
import { answerWith } from "./thread.js";

const answer = answerWith(parser, (message) => self.postMessage(message));
self.onmessage = ({ data }) => answer(data);
