import { isObject } from '../vendors/kit/object-reader';

/** How a record of a masked request begins. */
export const recordWord = 'plantao';
export const recordMark = 'mascarado';

/** True for a body that stands for what was masked (see `record.ts`). */
export const isRecord = (body: unknown): body is Readonly<Record<string, unknown>> =>
  isObject(body) && body[recordWord] === recordMark;
