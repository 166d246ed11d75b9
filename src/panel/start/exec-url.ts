/**
 * The forms of a deployed web app's address: plain, or of a Workspace domain (old and new). `/dev` addresses are the editor's own
 * and useless to a vendor.
 */
const execUrl =
  /^https:\/\/script\.google\.com\/(?:macros|a\/(?:macros\/)?[^/\s]+(?:\/macros)?)\/s\/[\w-]{20,}\/exec$/;

/** `u/1` names the second account of the browser from which it was copied: with it, an anonymous call is asked to sign in. */
const accountPart = /^(https:\/\/script\.google\.com\/(?:.*\/)?)u\/\d+\/(?=(?:macros\/)?s\/)/;

/** The local twin's own address, for trying everything out on one's own machine. */
const loopbackUrl = /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/macros\/s\/[\w-]+\/exec$/;

/**
 * The address as it is stored, or null when it is not the address of a deployed web app. A query and the browser's account are cut
 * off.
 */
export function checkExecUrl(pasted: string): string | null {
  const url = pasted
    .trim()
    .replace(/\/?(?:[?#].*)?$/, '')
    .replace(accountPart, '$1');
  return execUrl.test(url) || loopbackUrl.test(url) ? url : null;
}

/** What a pasted text is that is no address of a deployed web app. */
export type WrongForm = 'blank' | 'dev' | 'editor' | 'spreadsheet' | 'redirect' | 'otherUrl';

const wrongForms: readonly (readonly [RegExp, WrongForm])[] = [
  [/^$/, 'blank'],
  [/^https:\/\/script\.google\.com\/.*\/dev(?:[?#].*)?$/, 'dev'],
  [/^https:\/\/script\.google\.com\/(?:.*\/)?(?:home|d|projects)\//, 'editor'],
  [/^https:\/\/docs\.google\.com\//, 'spreadsheet'],
  [/^https:\/\/script\.googleusercontent\.com\//, 'redirect'],
];

/** For a text that `checkExecUrl` did not take. */
export function wrongFormOf(pasted: string): WrongForm {
  const text = pasted.trim();
  return wrongForms.find(([form]) => form.test(text))?.[1] ?? 'otherUrl';
}

/** True for the form that addresses of a Workspace domain have. */
export const isOfDomain = (url: string): boolean => url.startsWith('https://script.google.com/a/');
