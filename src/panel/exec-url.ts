/**
 * The forms of a deployed web app's address: plain, of a Workspace domain, of the n-th signed-in account.
 * `/dev` addresses are the editor's own and useless to a vendor.
 */
const execUrl =
  /^https:\/\/script\.google\.com\/(?:macros(?:\/u\/\d+)?|a\/(?:macros\/)?[^/\s]+(?:\/macros)?)\/s\/[\w-]{20,}\/exec$/;

/** The local twin's own address, for trying everything out on one's own machine. */
const loopbackUrl = /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/macros\/s\/[\w-]+\/exec$/;

/** The address as it is stored, or null when it is not the address of a deployed web app. A query is cut off. */
export function checkExecUrl(pasted: string): string | null {
  const url = pasted
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/macros\/u\/\d+\/s\//, '/macros/s/');
  return execUrl.test(url) || loopbackUrl.test(url) ? url : null;
}
