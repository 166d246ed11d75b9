import { createHash, createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type ExecutionContext,
  HostObject,
  type ServiceDefinition,
} from '../../runtime/host-object';
import { Blob } from './blob';
import { CHARSETS, encodeText, fromSignedBytes, toSignedBytes } from './bytes';
import { Call } from '../call';
import { parseCsv } from './csv';
import { formatString } from './format-string';
import { formatJavaDate } from './simple-date-format';
import { parseJavaDate } from './simple-date-parse';

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

const MACS: Readonly<Record<string, string>> = {
  HMAC_MD5: 'md5',
  HMAC_SHA_1: 'sha1',
  HMAC_SHA_256: 'sha256',
  HMAC_SHA_384: 'sha384',
  HMAC_SHA_512: 'sha512',
};

const LONGEST_SLEEP_MS = 300_000;
const GZIP_TYPE = 'application/x-gzip';
const GZIP_TYPES = new Set([GZIP_TYPE, 'application/gzip']);
const GZIP_ERROR_TEXT = 'Could not decompress gzip.';

/**
 * `ungzipNeedsType`: whether `ungzip` refuses a blob whose content type is not gzip. Public code sets `application/x-gzip` in most places
 * and leaves it out in some; the stricter reading is taken unless told.
 */
export interface UtilitiesOptions {
  readonly ungzipNeedsType?: boolean;
}

/** The sides taken unless told otherwise. */
export const defaultUtilitiesSides = { ungzipNeedsType: true } as const;

/**
 * `Utilities`. Texts are hashed and encoded as US_ASCII (anything else becomes `?`) unless a charset is given; bytes are signed.
 * Not modelled: MD2, RSA signatures, zip. Source: https://developers.google.com/apps-script/reference/utilities/utilities
 */
export function makeUtilities(options: UtilitiesOptions = {}): ServiceDefinition {
  return {
    name: 'Utilities',
    enums: {
      Charset: CHARSETS,
      DigestAlgorithm: ['MD2', ...Object.keys(DIGESTS)],
      MacAlgorithm: Object.keys(MACS),
      RsaAlgorithm: ['RSA_SHA_1', 'RSA_SHA_256'],
    },
    create: (context) =>
      new Utilities(context, options.ungzipNeedsType ?? defaultUtilitiesSides.ungzipNeedsType),
  };
}

class Utilities extends HostObject {
  readonly #context: ExecutionContext;

  readonly #ungzipNeedsType: boolean;

  constructor(context: ExecutionContext, ungzipNeedsType: boolean) {
    super();
    this.#context = context;
    this.#ungzipNeedsType = ungzipNeedsType;
  }

  base64Decode(...values: unknown[]): number[] {
    const text = new Call('Utilities.base64Decode', values).text(0);
    return decodeBase64(text, /^[A-Za-z0-9+/]*={0,2}$/);
  }

  base64DecodeWebSafe(...values: unknown[]): number[] {
    const text = new Call('Utilities.base64DecodeWebSafe', values).text(0);
    return decodeBase64(text, /^[\w-]*={0,2}$/);
  }

  base64Encode(...values: unknown[]): string {
    const call = new Call('Utilities.base64Encode', values);
    return readData(call, 0, 1).toString('base64');
  }

  base64EncodeWebSafe(...values: unknown[]): string {
    const call = new Call('Utilities.base64EncodeWebSafe', values);
    return readData(call, 0, 1).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
  }

  computeDigest(...values: unknown[]): number[] {
    const call = new Call('Utilities.computeDigest', values);
    const algorithm = DIGESTS[call.member(0, ['MD2', ...Object.keys(DIGESTS)])];
    if (algorithm === undefined) throw new Error('The local twin does not model MD2.');
    return toSignedBytes(
      createHash(algorithm)
        .update(readData(call, 1, 2))
        .digest(),
    );
  }

  computeHmacSignature(...values: unknown[]): number[] {
    const call = new Call('Utilities.computeHmacSignature', values);
    return sign(MACS[call.member(0, Object.keys(MACS))] ?? '', call, 1);
  }

  computeHmacSha256Signature(...values: unknown[]): number[] {
    return sign('sha256', new Call('Utilities.computeHmacSha256Signature', values), 0);
  }

  formatDate(...values: unknown[]): string {
    const call = new Call('Utilities.formatDate', values);
    const date = call.values[0];
    if (!(date instanceof Date)) throw call.mismatch();
    const [zone, pattern] = [readString(call, 1), readString(call, 2)];
    if (Number.isNaN(date.getTime())) {
      throw new Error('Invalid argument: date. Should be of type: Date');
    }
    return formatJavaDate(date.getTime(), zone, pattern);
  }

  formatString(...values: unknown[]): string {
    return formatString(new Call('Utilities.formatString', values).text(0), values.slice(1));
  }

  getUuid(): string {
    return this.#context.random.uuid();
  }

  gzip(...values: unknown[]): Blob {
    const call = new Call('Utilities.gzip', values);
    const bytes = gzipSync(readBlob(call)._readBytes());
    return new Blob({ bytes, contentType: GZIP_TYPE, name: call.optionalText(1, 'archive.gz') });
  }

  ungzip(...values: unknown[]): Blob {
    const source = readBlob(new Call('Utilities.ungzip', values));
    const isTyped = GZIP_TYPES.has(source.getContentType() ?? '');
    if (this.#ungzipNeedsType && !isTyped) throw new Error(GZIP_ERROR_TEXT);
    const name = source.getName()?.replace(/\.gz$/, '') ?? null;
    try {
      return new Blob({ bytes: gunzipSync(source._readBytes()), contentType: null, name });
    } catch {
      throw new Error(GZIP_ERROR_TEXT);
    }
  }

  jsonParse(...values: unknown[]): unknown {
    return JSON.parse(new Call('Utilities.jsonParse', values).text(0));
  }

  jsonStringify(...values: unknown[]): string {
    return JSON.stringify(values[0]);
  }

  newBlob(...values: unknown[]): Blob {
    const call = new Call('Utilities.newBlob', values);
    const data = call.values[0];
    const bytes = Array.isArray(data) ? fromSignedBytes(data) : encodeText(call.text(0), 'UTF_8');
    if (bytes === null) throw call.mismatch();
    return new Blob({
      bytes,
      contentType: call.optionalText(1, '') || (Array.isArray(data) ? null : 'text/plain'),
      name: call.optionalText(2, '') || null,
    });
  }

  parseCsv(...values: unknown[]): string[][] {
    const call = new Call('Utilities.parseCsv', values);
    return parseCsv(call.text(0), call.optionalText(1, ','));
  }

  parseDate(...values: unknown[]): Date {
    const call = new Call('Utilities.parseDate', values);
    const [text, zoneId, pattern] = [readString(call, 0), readString(call, 1), readString(call, 2)];
    return new Date(parseJavaDate(text, { zoneId, pattern, nowMs: this.#context.clock.now() }));
  }

  sleep(...values: unknown[]): Promise<void> {
    const durationMs = new Call('Utilities.sleep', values).integer(0);
    if (durationMs > LONGEST_SLEEP_MS) {
      throw new Error(`Invalid argument: milliseconds. The maximum is ${LONGEST_SLEEP_MS}.`);
    }
    return this.#context.clock.sleep(Math.max(0, durationMs));
  }
}

/** Bytes, or text in the charset at `charsetIndex` (US_ASCII unless given). */
function readData(call: Call, index: number, charsetIndex: number): Buffer {
  const value = call.values[index];
  if (!Array.isArray(value))
    return encodeText(readString(call, index), readCharset(call, charsetIndex));
  const bytes = fromSignedBytes(value);
  if (bytes === null || call.count > charsetIndex) throw call.mismatch();
  return bytes;
}

function readCharset(call: Call, index: number): string {
  return call.lacks(index) ? 'US_ASCII' : call.member(index, CHARSETS);
}

function readString(call: Call, index: number): string {
  const value = call.values[index];
  if (typeof value !== 'string') throw call.mismatch();
  return value;
}

/** The two forms: text with text (and a charset for both), or bytes with bytes. */
function sign(algorithm: string, call: Call, index: number): number[] {
  const isBytes = Array.isArray(call.values[index]);
  if (isBytes !== Array.isArray(call.values[index + 1])) throw call.mismatch();
  const key = readData(call, index + 1, index + 2);
  return toSignedBytes(
    createHmac(algorithm, key)
      .update(readData(call, index, index + 2))
      .digest(),
  );
}

function decodeBase64(text: string, alphabet: RegExp): number[] {
  const isWhole = text.replace(/=+$/, '').length % 4 !== 1;
  if (!alphabet.test(text) || !isWhole) throw new Error('Could not decode string.');
  return toSignedBytes(Buffer.from(text, 'base64'));
}

function readBlob(call: Call): Blob {
  const source = call.values[0];
  if (!(source instanceof Blob)) throw call.mismatch();
  return source;
}
