/** Makes an element with a class (blank for none) and a text. */
export function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

/** Makes a button; a secondary one is less loud. */
export function makeButton(text: string, rank = ''): HTMLButtonElement {
  const button = document.createElement('button');
  if (rank !== '') button.className = rank;
  button.textContent = text;
  return button;
}

/** Makes a one-line field whose name shows while it is blank. */
export function makeField(name: string): HTMLInputElement {
  const field = document.createElement('input');
  field.placeholder = name;
  field.setAttribute('aria-label', name);
  return field;
}

/** The place of the page with that id. */
export function placeOf(id: string): Element {
  const place = document.querySelector(`#${id}`);
  if (place === null) throw new Error(`The page has no #${id}.`);
  return place;
}

/** A section with its title. */
export function makeCard(title: string, ...content: readonly Node[]): HTMLElement {
  const section = document.createElement('section');
  section.append(element('h2', '', title), ...content);
  return section;
}
