import type { CallOptions, Checked, Input, NamedInput, Parsed, ParseOptions } from "./index.js";

export type * from "./index.js";

export interface WorkerOptions {
  /**
   * How long the parser may be silent over one call, in milliseconds: it is heard
   * with each input and each filing. Then the call is refused with a TimeoutError,
   * and the thread is ended. 30,000 if it is left out; Infinity for as long as it takes.
   */
  timeout?: number | undefined;
  /** As for init, but for what cannot be sent to a worker. */
  wasm?: string | URL | ArrayBuffer | ArrayBufferView | WebAssembly.Module | undefined;
  /** Makes the thread, a module worker of filingview-parser/worker-thread, where a bundler must be told. */
  worker?: (() => any) | undefined;
}

export interface WithTimeout {
  /** For this call, in place of the worker's. */
  timeout?: number | undefined;
}

/**
 * The parser in a thread of its own, which is started with the first call. Calls are
 * answered one after the other. A file that hangs or ends it costs that call alone:
 * the next one gets a new thread.
 */
export class ParserWorker {
  constructor(options?: WorkerOptions);
  /** Loads and starts the program, which the first call does otherwise. */
  init(): Promise<void>;
  parse(input: Input, options?: ParseOptions & WithTimeout): Promise<Parsed>;
  check(inputs: Iterable<Input | NamedInput>, options?: CallOptions & WithTimeout): Promise<Checked>;
  /** Ends the thread for good. What is not answered yet is refused with an AbortError. */
  terminate(): void;
}
