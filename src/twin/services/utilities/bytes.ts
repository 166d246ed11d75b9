/** Members of `Utilities.Charset`. */
export const CHARSETS = ['US_ASCII', 'UTF_8'] as const;

/** Java's signed bytes (-128 to 127), the form in which Apps Script gives and takes byte arrays. */
export function toSignedBytes(bytes: Uint8Array): number[] {
  return [...new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)];
}

/** Reads signed bytes; null when something in the list is not one. */
export function fromSignedBytes(values: readonly unknown[]): Buffer | null {
  if (!values.every(isSignedByte)) return null;
  return Buffer.from(Int8Array.from(values).buffer);
}

/** Encodes as Java does: what the charset lacks, lone surrogates too, becomes `?`. */
export function encodeText(text: string, charset: string): Buffer {
  const lacking = charset === 'UTF_8' ? /\p{Surrogate}/gu : /[^\0-\x7f]/gu;
  return Buffer.from(text.replace(lacking, '?'), 'utf8');
}

function isSignedByte(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -128 && value <= 127;
}
