import type { Clock, Codec } from './services';

export const googleClock: Clock = {
  now: () => Date.now(),
  sleep: (durationMs) => Utilities.sleep(durationMs),
  offsetMinutes: (zone, atMs) => {
    const text = Utilities.formatDate(new Date(atMs), zone, 'Z');
    const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3, 5));
    return text.startsWith('-') ? -minutes : minutes;
  },
};

const digest = (text: string): number[] =>
  Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8);

/** Signed bytes, as Apps Script gives them, to hex digits. */
const toHex = (bytes: readonly number[]): string =>
  bytes.map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('');

const toWebSafe = (bytes: number[]): string =>
  Utilities.base64EncodeWebSafe(bytes).replace(/=+$/, '');

export const googleCodec: Codec = {
  sha256: (text) => toHex(digest(text)),
  sha256WebSafe: (text) => toWebSafe(digest(text)),
  hmacSha256WebSafe: (text, key) =>
    toWebSafe(Utilities.computeHmacSha256Signature(text, key, Utilities.Charset.UTF_8)),
  uuid: () => Utilities.getUuid(),
  compress: (text) =>
    Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text, 'text/plain')).getBytes()),
  decompress: (packed) =>
    Utilities.ungzip(
      Utilities.newBlob(Utilities.base64Decode(packed), 'application/x-gzip'),
    ).getDataAsString('UTF-8'),
};
