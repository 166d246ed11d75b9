type ServerFunction = (...args: readonly string[]) => void;

/** `google.script.run` as far as the pages use it (https://developers.google.com/apps-script/guides/html/reference/run). */
interface ScriptRun {
  withSuccessHandler(handler: (value: unknown) => void): Readonly<Record<string, ServerFunction>>;
}

declare const google: { readonly script: { readonly run: ScriptRun } };

/** Calls an entry point of the app and hands its answer on. The answer's shape is the entry point's own. */
export function callServer<T>(
  functionName: string,
  onAnswer: (answer: T) => void,
  ...args: readonly string[]
): void {
  // The boundary to the server: both sides are built from the same source.
  const run = google.script.run.withSuccessHandler((value) => onAnswer(value as T));
  run[functionName]?.(...args);
}
