const nameOf = (button: HTMLButtonElement): string =>
  `${button.textContent}|${button.getAttribute('aria-label') ?? ''}`;

/** Buttons of that name, in the order of the page. */
const namesakes = (name: string): readonly HTMLButtonElement[] =>
  [...document.querySelectorAll('button')].filter(
    (button) => nameOf(button) === name && !button.hidden,
  );

/**
 * Remembers which button has the keyboard. What is given back puts it there again when the page was drawn anew meanwhile: on the
 * button of the same name and place, else on the title.
 */
export function followFocus(button: HTMLButtonElement): () => void {
  const name = nameOf(button);
  const at = namesakes(name).indexOf(button);
  return () => {
    if (document.activeElement !== document.body) return;
    const heir = namesakes(name)[at] ?? document.querySelector('h1');
    heir?.focus();
  };
}
