import type { FieldsOf } from '../../../../src/events/fields';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { factOf, factsOf } from '../../../support/decoding';

/** What is said of a message that came in, by what its body says besides. */
export const contentOf = (more: object): FieldsOf<'message'> => {
  const message = { event: 'message_created', id: 1, message_type: 'incoming', ...more };
  return factOf(factsOf(evolvy, message), 'message').fields;
};
