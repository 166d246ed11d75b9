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
