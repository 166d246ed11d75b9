import { expect } from '@jest/globals';
import { messageKinds } from '../../../../src/events/message-kinds';
import { plug } from '../../../../src/vendors/plug/plug';
import { factOf, factsOf } from '../../../support/decoding';

/** Kind, text and link of the message in a body; the kind is one that users have a word for. */
export const contentOf = (body: unknown): unknown[] => {
  const { kind, text, attachmentUrl } = factOf(factsOf(plug, body), 'message').fields;
  expect(messageKinds).toContain(kind);
  return [kind, text, attachmentUrl];
};
