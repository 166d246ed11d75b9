/** Makes an element with a class (blank for none) and a text. */
export function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

/** Makes a button that does something when pressed; a secondary one is less loud. */
export function actionButton(text: string, act: () => void, rank = ''): HTMLElement {
  const button = element('button', rank, text);
  button.addEventListener('click', act);
  return button;
}
