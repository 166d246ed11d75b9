import { failureCodes, type Failure, type FailureCode } from '../../events/failure';

/** A failure with the name of the event it belongs to; blank when the body gave no name. */
export interface NamedFailure {
  readonly event: string;
  readonly failure: Failure;
}

/** A failure as the journal has it: the first of its cause in the request, and how many of that cause there are. */
export interface CountedFailure extends NamedFailure {
  readonly times: number;
}

const separator = ' · ';
/** Lines beyond this are left out whole: a cell would cut one in the middle, and it would be read as another cause. */
const maxLength = 45_000;

/** What makes failures of one platform one cause: event, code and place, list positions aside. */
export function causeOf({ event, failure }: NamedFailure): string {
  return [event, failure.code, failure.path.replace(/\[\d+\]/g, '[]')].join('|');
}

/** The journal's text of failures: one line for each cause, with how often it stands in the request; see `readFailures`. */
export function describeFailures(failures: readonly NamedFailure[]): string {
  const byCause = new Map<string, CountedFailure>();
  for (const named of failures) {
    const clean = cleanFailure(named);
    const known = byCause.get(causeOf(clean));
    byCause.set(causeOf(clean), { ...(known ?? clean), times: (known?.times ?? 0) + 1 });
  }
  return joinWhole([...byCause.values()].map(describeFailure));
}

/** Without what would be taken for the end of a part or a line. */
function cleanFailure({ event, failure }: NamedFailure): NamedFailure {
  const clean = (text: string): string => text.replace(/[·\n]/g, ' ');
  const { code, path, expected, received } = failure;
  return {
    event: clean(event),
    failure: {
      code,
      path: clean(path),
      expected: clean(expected),
      received: clean(received),
    },
  };
}

function describeFailure({ event, failure, times }: CountedFailure): string {
  const { code, path, expected, received } = failure;
  const parts = [code, event, path, expected, received];
  return (times > 1 ? [...parts, `×${times}`] : parts).join(separator);
}

function joinWhole(lines: readonly string[]): string {
  let length = 0;
  return lines.filter((line) => (length += line.length + 1) <= maxLength).join('\n');
}

/** Reads the journal's text of failures; lines of another form are left out. */
export function readFailures(text: string): readonly CountedFailure[] {
  return text.split('\n').flatMap((line) => {
    const [code = '', event = '', path = '', expected = '', received = '', count = '×1'] =
      line.split(separator);
    const times = Math.max(1, Number(count.slice(1)) || 1);
    return isFailureCode(code)
      ? [{ event, failure: { code, path, expected, received }, times }]
      : [];
  });
}

function isFailureCode(text: string): text is FailureCode {
  return failureCodes.some((code) => code === text);
}

/** The codes of the failures in the journal's text. */
export const codesOf = (text: string): readonly FailureCode[] =>
  readFailures(text).map(({ failure }) => failure.code);
