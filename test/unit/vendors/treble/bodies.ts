import { treble } from '../../../../src/vendors/treble/treble';
import { factOf, receivedAtMs } from '../../../support/decoding';
import { isObject } from '../../../../src/vendors/kit/object-reader';
import { readFixture } from '../../../support/fixtures';

/** A body of Treble's documentation with some fields changed. */
export function changed(file: string, fields: object): Readonly<Record<string, unknown>> {
  const body = readFixture(`treble/${file}.json`);
  if (!isObject(body)) throw new Error(`${file} is no object`);
  return { ...body, ...fields };
}

/** The phone of most of Treble's examples, as one number. */
export const phone = '+573176477608';

/** What a record of the API says of its only conversation or attendance. */
export function decodeRecordOf<E extends 'attendance' | 'conversation'>(record: object, entity: E) {
  const parts = treble.decodeRecord?.({ webhook: '', body: record, receivedAtMs }) ?? [];
  const facts = parts.flatMap((part) => (part.kind === 'event' ? part.event.facts : []));
  return factOf(facts, entity).fields;
}
