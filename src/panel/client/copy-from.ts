/** Copies a field's text. The sandbox of a dialog has no clipboard permission, and the deprecated command still works there. */
export function copyFrom(field: HTMLInputElement): void {
  field.select();
  document.execCommand('copy');
}
