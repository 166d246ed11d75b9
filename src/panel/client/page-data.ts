const { texts: json = '{}' } = document.body.dataset;
const texts: unknown = JSON.parse(json);

/** A text of the page in the person's language: the menu put them all in, so that the page can speak when nothing answers. */
export function say(id: string): string {
  const text: unknown = typeof texts === 'object' && texts !== null ? Reflect.get(texts, id) : '';
  return typeof text === 'string' ? text : '';
}
