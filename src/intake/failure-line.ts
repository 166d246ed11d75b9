import { failureCodes, type Failure, type FailureCode } from '../events/failure';

/** A failure with the name of the event it belongs to; blank when the body gave no name. */
export interface NamedFailure {
  readonly event: string;
  readonly failure: Failure;
}

const separator = ' · ';

/** The journal's text of failures: one line each, to be read back by `readFailures`. */
export function describeFailures(failures: readonly NamedFailure[]): string {
  return failures.map(describeFailure).join('\n');
}

function describeFailure({ event, failure }: NamedFailure): string {
  const { code, path, expected, received } = failure;
  return [code, event, path, expected, received]
    .map((part) => part.replace(/[·\n]/g, ' '))
    .join(separator);
}

/** Reads the journal's text of failures; lines of another form are left out. */
export function readFailures(text: string): readonly NamedFailure[] {
  return text.split('\n').flatMap((line) => {
    const [code = '', event = '', path = '', expected = '', received = ''] = line.split(separator);
    return isFailureCode(code) ? [{ event, failure: { code, path, expected, received } }] : [];
  });
}

function isFailureCode(text: string): text is FailureCode {
  return failureCodes.some((code) => code === text);
}
