import { isObject } from './object-reader';

/** Keys whose values open doors: `apikey`, `X-Api-Token`, `client_secret`, `senha`, WhatsApp's `mediaKey` and `messageSecret`, … */
const secretKey =
  /(?:apikey|token|secret|password|passwd|passphrase|pwd|senha|contrasena|authorization|credentials?|cookies?|jwt|(?:private|access|media|encryption)key)$/;

/** What stands in a secret's place. */
const hidden = '•••';
/** As deep as `canonicalJson` looks. */
const maxDepth = 200;

/** The value without its secrets, however deep they lie. */
export function redactSecrets(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) return value.map((item) => redactSecrets(item, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      isSecret(key) && item !== null && item !== '' ? hidden : redactSecrets(item, depth + 1),
    ]),
  );
}

/** True for a key whose value opens doors. */
export function isSecret(key: string): boolean {
  const plain = key.normalize('NFD').replace(/[^a-z]/gi, '');
  return secretKey.test(plain.toLowerCase());
}
