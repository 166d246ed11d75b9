/** Enter in a line of text presses the button that it is for: the first one beside it, else the next loud one of its card. */
export function pressOnEnter(): void {
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (key !== 'Enter' || !(target instanceof HTMLInputElement) || target.form !== null) return;
    if (target.type === 'checkbox') return;
    const beside = target.closest('.address')?.querySelector('button');
    const later = [...(target.closest('section')?.querySelectorAll('button') ?? [])].find(
      (button) =>
        button.className === '' &&
        (target.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
    event.preventDefault();
    (beside ?? later)?.click();
  });
}
