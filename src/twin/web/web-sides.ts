/** Sides the twin takes on what web calls bring and get, where only reports tell; see docs/twin-evidence.md, "Web app". */
export interface WebSides {
  /** Longest body that reaches `doPost`, in bytes. */
  readonly longestBodyBytes: number;
  /** `e.postData.type` is all of the header sent, or only what stands before `;`. */
  readonly postDataType: 'asSent' | 'bare';
  /** A text output is fetched from a one-time address (302), or stands in the first answer (200). */
  readonly textOutput: 'redirect' | 'direct';
  /** Status of the page that tells of an uncaught exception. */
  readonly errorStatus: number;
  /** Status of the page that refuses a call because too many run at once. */
  readonly refusalStatus: number;
}

/** The sides taken unless asked otherwise. */
export const defaultWebSides: WebSides = {
  longestBodyBytes: 50 * 1024 * 1024,
  postDataType: 'asSent',
  textOutput: 'redirect',
  errorStatus: 200,
  refusalStatus: 200,
};
