// Types of embed.js, the <filing-viewer> element. No types of other files are needed.

/** A filing as web/filing.schema.json (filing.schema.json beside embed.js) describes it. */
export type Filing = { readonly [field: string]: unknown };

/** What a page may open: bytes, a file, or the answer to a fetch. */
export type Openable = ArrayBuffer | ArrayBufferView | Blob | File | Response;

/** What is shown: the tables, the holdings that they make up, or the tables with their source beside them. */
export type FilingView = "tables" | "holdings" | "source";

/** The colours: those of the reader's system, or one of the two. */
export type FilingTheme = "auto" | "light" | "dark";

/** A filing in short. Dates are YYYY-MM-DD; what the filing does not say is "". */
export interface FilingSummary {
  /** The file's name, or its name within its archive. */
  readonly name: string;
  /** 3, 4, 5, or one of these with /A. */
  readonly form: string;
  readonly issuer: string;
  readonly symbol: string;
  readonly owners: readonly string[];
  readonly period: string;
  /** Only of a filing in EDGAR's envelope. */
  readonly filedAt: string;
  /** Lines of Table I and Table II. */
  readonly tableI: number;
  readonly tableII: number;
  /** Findings of these severities. */
  readonly errors: number;
  readonly warnings: number;
}

/** A file, or a member of an archive, that is no filing or could not be read. */
export interface FilingFailure {
  readonly name: string;
  /** A sentence for the reader. */
  readonly message: string;
}

/** All that the page has opened and that is open, in the order of data(). */
export interface OpenedDetail {
  readonly filings: readonly FilingSummary[];
  readonly failures: readonly FilingFailure[];
}

export interface FailedDetail {
  /** A sentence for the reader. */
  readonly message: string;
  readonly failures: readonly FilingFailure[];
}

export interface SelectDetail {
  /** The path of the cell in the filing's JSON: tableI[0].transaction.shares. */
  readonly path: string;
  /** The filing's place in data(). */
  readonly filing: number;
  /** The cell's text. */
  readonly text: string;
}

export interface ResizeDetail {
  /** The height of what is shown, in CSS pixels. */
  readonly height: number;
}

export interface FilingViewerEventMap {
  /** The viewer runs. */
  ready: CustomEvent<{ readonly version: number }>;
  /** A filing is open and shown. */
  opened: CustomEvent<OpenedDetail>;
  /** A file could not be opened, or the viewer does not run. */
  failed: CustomEvent<FailedDetail>;
  /** The reader has picked a cell of a filing that the page has opened. */
  select: CustomEvent<SelectDetail>;
  /** What is shown has another height. */
  resize: CustomEvent<ResizeDetail>;
}

export class FilingViewerElement extends HTMLElement {
  /** The address of a filing, which the page fetches; read as an absolute one. */
  get src(): string;
  set src(value: string | null);
  get view(): FilingView;
  set view(value: FilingView | null);
  get theme(): FilingTheme;
  set theme(value: FilingTheme | null);
  /** "auto" for the height of what is shown, or a number of CSS pixels; otherwise the page's style sheet says it, or 40rem. */
  get height(): string;
  set height(value: string | number | null);
  /** "lazy" starts the viewer when the element is near the window. */
  get loading(): "eager" | "lazy";
  set loading(value: "eager" | "lazy" | null);
  /** With which credentials src is fetched: those for the page's own origin (null), none, or always. */
  get crossOrigin(): "anonymous" | "use-credentials" | null;
  set crossOrigin(value: "anonymous" | "use-credentials" | null);
  /** Has the viewer keep what the reader opens in it, for the reader's next visit. It holds for a viewer that starts after it. */
  get keep(): boolean;
  set keep(value: boolean);
  /** The frame's sandbox. The viewer needs allow-scripts and allow-same-origin. */
  get sandbox(): string | null;
  set sandbox(value: string | null);
  /** What the page has opened and is open, as the last opened event told it. */
  get filings(): FilingSummary[];

  /**
   * Opens files in place of what the page has opened before, or besides it with add.
   * A list is opened together. It is fulfilled when the filing is shown, and rejected
   * with a sentence if there is none.
   */
  open(given: Openable | readonly Openable[], options?: { name?: string; add?: boolean }): Promise<OpenedDetail>;

  /**
   * Goes to a cell, of the filing that is shown or of one of data(), and lights it up.
   * The empty path only shows the filing.
   */
  select(path: string, options?: { filing?: number }): Promise<void>;

  /** The JSON of the filings that the page has opened, when all is read. */
  data(): Promise<Filing[]>;

  addEventListener<K extends keyof FilingViewerEventMap>(
    type: K,
    listener: (this: FilingViewerElement, event: FilingViewerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof FilingViewerEventMap>(
    type: K,
    listener: (this: FilingViewerElement, event: FilingViewerEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "filing-viewer": FilingViewerElement;
  }
}
