/** Escape does what the button marked as the way back does; a list of choices that is open takes it first. */
export function leaveOnEscape(): void {
  document.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape' || target instanceof HTMLSelectElement) return;
    document.querySelector<HTMLButtonElement>('button[data-back]')?.click();
  });
}
