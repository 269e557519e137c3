import type { Filing } from "./filing.js";
import type { Check } from "./check.js";

export type * from "./filing.js";
export type * from "./check.js";

/**
 * What can be read: the bytes of a file in any shape. A Response is read to its end and
 * must be ok. Strings are refused, since nobody can tell text from a path.
 */
export type Input = ArrayBuffer | ArrayBufferView | SharedArrayBuffer | Blob | File | Response;

/** An input under a name, which is what results and failures call it by. */
export interface NamedInput {
  /** Without it, that of the File or of the Response's address, else "file 1", "file 2" and so on. */
  name?: string | undefined;
  data: Input;
}

export interface CallOptions {
  /** Refuses the call with its reason. What is read goes on to the next filing. */
  signal?: AbortSignal | undefined;
  /** Is called after each filing and each failure, with how many there are. */
  onProgress?: ((done: Progress) => void) | undefined;
}

export interface Progress {
  filings: number;
  failures: number;
}

export interface ParseOptions extends CallOptions {
  /** The file's name. Without it, that of the File or of the Response's address, else "file". It decides nothing. */
  name?: string | undefined;
}

/** What a file holds: a submission or a page one filing, an archive thousands. */
export interface Parsed {
  /** The filings in their order, each as `filingview parse` writes it and filing.schema.json describes it. */
  filings: Filing[];
  /** What could not be read, each file or member of an archive with its reason. */
  failures: Failure[];
}

/** What filings come to together. */
export interface Checked {
  /** As `filingview check -json` writes it and check.schema.json describes it. */
  report: Check;
  /** What could not be read. The rest is checked all the same. */
  failures: Failure[];
}

/** Why there is no filing. */
export interface Failure {
  /** The file, or the member of an archive: "archive.zip/member.xml". */
  name: string;
  /**
   * format: in no format that is read. form: a document, but no Form 3, 4 or 5.
   * damaged: a filing, or an archive of some, too damaged to read. bound: larger,
   * deeper or more than is read.
   */
  kind: "format" | "form" | "damaged" | "bound";
  /** Name, reason, place and advice in sentences, for people. */
  message: string;
  /** What the file is, such as "a ZIP archive". */
  format?: string;
  /** Where in it, such as "byte 8,134 (line 210)". */
  place?: string;
  /** What it is and why it is not read. */
  reason: string;
  /** What to do. */
  advice?: string;
}

/** Where the program is: its address, a Response with it, its bytes, or the compiled module. */
export type Wasm = string | URL | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

export interface InitOptions {
  /** Without it, filingview.wasm beside the module's scripts. */
  wasm?: Wasm | Promise<Wasm> | (() => Wasm | Promise<Wasm>) | undefined;
}

/**
 * Loads and starts the program, which the first call does otherwise. Once it is
 * loaded, init does nothing. It may be called again after it has failed.
 */
export function init(options?: InitOptions): Promise<void>;

/**
 * Reads a file. What cannot be read is among the failures; the promise is refused only
 * if there is nothing to read (TypeError), the program cannot be loaded or fails, or the
 * signal says so.
 */
export function parse(input: Input, options?: ParseOptions): Promise<Parsed>;

/**
 * Reads files and reconciles the holdings of all filings in them together. Inputs are
 * taken one by one, as they are needed.
 */
export function check(inputs: Iterable<Input | NamedInput>, options?: CallOptions): Promise<Checked>;
