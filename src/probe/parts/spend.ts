import type { Notes } from '../notes';

/** Together 60,000 properties, more than a consumer account may write in a day. */
const calls = 100;
const keysACall = 600;

/** Whether `setProperties` of many keys counts as one operation of the day or as many. It spends the account's day: for throw-away accounts. */
export function probeBulkWrites(notes: Notes): void {
  const properties = PropertiesService.getUserProperties();
  const many = Object.fromEntries(
    Array.from({ length: keysACall }, (_none, index) => [`sonda.${index}`, 'x']),
  );
  notes.answers['property.bulkWrites'] = 'call';
  for (let index = 0; index < calls; index += 1) {
    try {
      properties.setProperties(many);
    } catch (error) {
      notes.answers['property.bulkWrites'] = 'key';
      notes.answers['property.bulkWritesError'] = `${index + 1}: ${String(error)}`;
      return;
    }
  }
  properties.deleteAllProperties();
}
