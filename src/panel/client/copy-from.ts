/** Copies a field's text. The sandbox of a page has no clipboard permission, and the deprecated command still works there. */
export function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  field.select();
  return document.execCommand('copy');
}
