import type { Language } from '../events/localized';
import type { Vendor } from '../vendors/vendor';

/** An event as users know it, with its name on the wire: `Chat encerrado (closedChat)`; the name alone where it says nothing to them. */
export function sayEvent(vendor: Vendor | undefined, event: string, language: Language): string {
  const title =
    vendor?.nameEvent?.(event) ?? vendor?.webhooks.find(({ id }) => id === event)?.title;
  return title === undefined ? event : `${title[language]} (${event})`;
}
