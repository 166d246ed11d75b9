import { HostObject } from '../../runtime/host-object';
import { fromSignedBytes, toSignedBytes } from './bytes';
import { Call } from '../call';

/** What a blob is made of. */
export interface BlobParts {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly name: string | null;
}

const TYPES_BY_EXTENSION: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  gz: 'application/x-gzip',
  htm: 'text/html',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xml: 'text/xml',
  zip: 'application/zip',
};

/** `Blob`: bytes with a name and a content type. Source: https://developers.google.com/apps-script/reference/base/blob */
export class Blob extends HostObject {
  #bytes: Uint8Array;
  #contentType: string | null;
  #name: string | null;

  constructor(parts: BlobParts) {
    super();
    this.#bytes = parts.bytes;
    this.#contentType = parts.contentType;
    this.#name = parts.name;
  }

  copyBlob(): Blob {
    return new Blob({ bytes: this.#bytes, contentType: this.#contentType, name: this.#name });
  }

  getBlob(): this {
    return this;
  }

  getBytes(): number[] {
    return toSignedBytes(this.#bytes);
  }

  /** For other services: the bytes themselves. */
  _readBytes(): Uint8Array {
    return this.#bytes;
  }

  getContentType(): string | null {
    return this.#contentType;
  }

  getDataAsString(...values: unknown[]): string {
    return decodeBytes(
      this.#bytes,
      new Call('Blob.getDataAsString', values).optionalText(0, 'utf-8'),
    );
  }

  getName(): string | null {
    return this.#name;
  }

  isGoogleType(): boolean {
    return false;
  }

  setBytes(...values: unknown[]): this {
    const call = new Call('Blob.setBytes', values);
    const bytes = fromSignedBytes(call.list(0));
    if (bytes === null) throw call.mismatch();
    this.#bytes = bytes;
    return this;
  }

  setContentType(...values: unknown[]): this {
    this.#contentType = values[0] === null ? null : new Call('Blob.setContentType', values).text(0);
    return this;
  }

  setContentTypeFromExtension(): this {
    const extension = this.#name?.split('.').at(-1)?.toLowerCase() ?? '';
    this.#contentType = TYPES_BY_EXTENSION[extension] ?? null;
    return this;
  }

  setDataFromString(...values: unknown[]): this {
    const call = new Call('Blob.setDataFromString', values);
    if (!/^utf-?8$/i.test(call.optionalText(1, 'utf-8'))) {
      throw new Error('The local twin writes blobs from text in UTF-8 only.');
    }
    this.#bytes = Buffer.from(call.text(0), 'utf8');
    return this;
  }

  setName(...values: unknown[]): this {
    this.#name = new Call('Blob.setName', values).text(0);
    return this;
  }
}

/** Bytes as text in a named charset (IANA name, any case). */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(`Invalid argument: ${charset}`);
  }
}
