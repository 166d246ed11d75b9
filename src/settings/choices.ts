import type { Choices } from '../choices/choices';
import type { Properties } from '../platform/services';
import { choicesPrefix } from './config';

/** A property holds 9 KB, and a letter beyond ASCII takes two bytes of it. */
const longest = 6000;

/** Stores what a person chose for a connection; false where it is too much for a property. Callers hold the lock. */
export function saveChoices(
  properties: Pick<Properties, 'set'>,
  connectionId: string,
  choices: Choices,
): boolean {
  const text = JSON.stringify(choices);
  const isFit = text.length <= longest;
  if (isFit) properties.set(choicesPrefix + connectionId, text);
  return isFit;
}
