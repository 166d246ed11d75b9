/** Rules of Weni's labels and names (weni-ai/flows: `temba/contacts/models.py`, `temba/api/v2/validators.py`). */
const longestLabel = 36;
const longestGroupName = 64;

const reserved: ReadonlySet<string> = new Set(
  (
    'id name first_name language groups uuid created_on created_by modified_by is has tel facebook instagram twitter twitterid viber ' +
    'line telegram mailto ext jiochat wechat fcm whatsapp freshchat vk rocketchat discord weniwebchat slack teams'
  ).split(' '),
);

/** The key that Weni makes of a label: small letters, `_` for anything else. */
export const keyOfLabel = (label: string): string =>
  label.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** Whether Weni takes the label for a new field: no accents, at most 36 signs, a key that is free to be used. */
export function isFieldLabel(label: string): boolean {
  const key = keyOfLabel(label);
  const isSpelled = /^[A-Za-z0-9\-_ ]+$/.test(label) && label.length <= longestLabel;
  return isSpelled && /^[a-z][a-z0-9_]*$/.test(key) && !reserved.has(key);
}

/** Whether Weni takes the name for a group. */
export const isGroupName = (name: string): boolean =>
  /^[\p{L}\p{N}_]/u.test(name) && name.length <= longestGroupName;

/** Without accents and other signs: a label that Weni would take in its place. */
export const toFieldLabel = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9\-_ ]/g, ' ')
    .trim()
    .slice(0, longestLabel);
