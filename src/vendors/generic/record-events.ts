import type { FieldsOf } from '../../events/fields';

/** Words for people, and for what becomes of their records, in the names that systems give their events. */
const people = /contact|customer|client|lead|person|contato|pessoa|persona/i;
const deletion = /delet|remov|destroy|exclu|elimin|apag|borra/i;
const creation = /creat|criad|cread|added|insert|novo|nuevo/i;
const change = /updat|chang|edit|alter|atualiz|actualiz|cambi|status/i;

/** True for the name of an event of somebody's record: `client.created`, `contact_deleted`, `Lead atualizado`. */
export const isOfPeople = (event: string): boolean =>
  people.test(event) && [deletion, creation, change].some((words) => words.test(event));

/** What the event's name tells of the record; one that is told of and not deleted is there. */
export function recordFields(event: string, atMs: number): FieldsOf<'contact'> {
  if (deletion.test(event)) return { deletedAt: atMs };
  const createdAt = creation.test(event) ? atMs : undefined;
  return { createdAt, updatedAt: atMs, deletedAt: null };
}
