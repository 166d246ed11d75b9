import type { ObjectReader } from '../kit/object-reader';

/** Meta's `errors` as one text, such as `131026 Message undeliverable: Receiver is incapable…`; undefined when there are none. */
export function readError(reader: ObjectReader): string | undefined {
  const errors = reader.items('errors').map((error) => {
    const title = error.text('title') ?? error.text('message');
    const details = error.child('error_data').text('details') ?? error.text('details');
    const said = [title, details === title ? null : details].filter((part) => part).join(': ');
    return [error.id('code'), said].filter((part) => part).join(' ');
  });
  return errors.length === 0 ? undefined : errors.join('; ');
}
