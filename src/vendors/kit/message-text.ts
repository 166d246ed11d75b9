import { word } from '../../events/words/word';
import type { MessageKind } from '../../events/message-kinds';

/** Kinds of message that are files. */
export type MediaKind = Extract<MessageKind, 'image' | 'audio' | 'video' | 'document' | 'sticker'>;

const extensions: ReadonlyMap<string, MediaKind> = new Map([
  ...['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'heic', 'svg'].map(
    (extension) => [extension, 'image'] as const,
  ),
  ...['mp3', 'ogg', 'oga', 'opus', 'wav', 'm4a', 'aac', 'amr'].map(
    (extension) => [extension, 'audio'] as const,
  ),
  ...['mp4', '3gp', 'mov', 'avi', 'webm', 'mkv', 'mpeg'].map(
    (extension) => [extension, 'video'] as const,
  ),
]);

/** What kind of file it is, by its MIME type (`image/jpeg`), its name or its link; `document` when nothing tells. */
export function mediaKindOf(mimeTypeOrLink: string): MediaKind {
  const type = /^(image|audio|video)(?:\/|$)/.exec(mimeTypeOrLink)?.[1];
  const extension = /\.(\w{2,5})(?:[?#].*)?$/.exec(mimeTypeOrLink)?.[1] ?? '';
  if (type === 'image' || type === 'audio' || type === 'video') return type;
  return extensions.get(extension.toLowerCase()) ?? 'document';
}

/** The caption, else what the file is: `[Imagem]`, `[Documento] contrato.pdf`. */
export function mediaText(
  kind: MediaKind,
  caption: string | null | undefined,
  fileName?: string | null,
): string {
  return caption ? caption : bracketed(word(kind), [fileName]);
}

/**
 * A readable text for what is not text: `[Localização] Rua das Flores, 10, -23.5, -46.6`; blank parts are left out. The label is
 * one of our words (`word('location')`), or the vendor's own name of a thing we do not know.
 */
export function bracketed(
  label: string,
  parts: readonly (string | number | null | undefined)[],
): string {
  const said = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return said.length === 0 ? `[${label}]` : `[${label}] ${said.join(', ')}`;
}
