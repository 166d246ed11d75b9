import { isSameDigest } from '../platform/same-digest';
import type { Services } from '../platform/services';

/** An open page that is not used for longer is opened again from the menu. */
const lifetimeMs = 60 * 60_000;
/** Not a prefix of any other property: read and written alone. */
const keyProperty = 'panel.key';
const tokenForm = /^([0-9a-z]{1,11})\.([\w-]{43})$/;

type Needs = Pick<Services, 'codec' | 'clock' | 'properties'>;

/**
 * A token that lets a page call the app for an hour: its expiry and a signature over it. Nothing is stored but the key. Not bound to
 * a person: with several Google accounts in one browser, a page's calls may run as another one than the menu's.
 * Callers have had the Ui.
 */
export function mintToken({ codec, clock, properties }: Needs): string {
  const expiry = (clock.now() + lifetimeMs).toString(36);
  return `${expiry}.${codec.hmacSha256WebSafe(expiry, keyOf({ codec, properties }))}`;
}

function keyOf({ codec, properties }: Pick<Needs, 'codec' | 'properties'>): string {
  const known = properties.get(keyProperty);
  if (known !== null) return known;
  const key = codec.sha256WebSafe(codec.uuid() + codec.uuid());
  properties.set(keyProperty, key);
  return key;
}

/** Whether the app made the token, within the last hour. Any value may be asked about. */
export function isValidToken({ codec, clock, properties }: Needs, token: unknown): boolean {
  const [, expiry = '', signature = ''] =
    tokenForm.exec(typeof token === 'string' ? token : '') ?? [];
  if (signature === '' || parseInt(expiry, 36) <= clock.now()) return false;
  const key = properties.get(keyProperty);
  return key !== null && isSameDigest(signature, codec.hmacSha256WebSafe(expiry, key));
}
