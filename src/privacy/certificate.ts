import { say, type Localized } from '../events/localized';
import { openUpsert } from '../intake/write/upsert';
import type { Services } from '../platform/services';
import type { Config } from '../settings/config';
import type { EraseState } from './erase-state';

/** What a certificate says in words. */
export interface CertificateWords {
  readonly what: Localized;
  /** What could not be reached, and what to do there. */
  readonly beyond: Localized;
}

const what = say(
  'Dados de uma pessoa eliminados',
  'Datos de una persona eliminados',
  'Data of one person erased',
);

/** What nobody who runs in the spreadsheet can reach. */
const beyond = say(
  'Histórico de versões do arquivo (faça uma cópia em Arquivo > Fazer uma cópia e exclua o original, se precisar apagá-lo); cópias e downloads que alguém fez; o que você escreveu em suas colunas e abas; menções dentro de mensagens de outras pessoas; registros do Google; a própria plataforma e, se você envia contatos, a Weni (Plantão > Enviar contatos à Weni > excluir).',
  'Historial de versiones del archivo (haga una copia en Archivo > Crear una copia y elimine el original, si necesita borrarlo); copias y descargas que alguien hizo; lo que usted escribió en sus columnas y hojas; menciones en mensajes de otras personas; registros de Google; la propia plataforma y, si envía contactos, Weni (Plantão > Enviar contactos a Weni > eliminar).',
  "The file's version history (make a copy with File > Make a copy and delete the original, if it must go); copies and downloads that somebody made; what you wrote in columns and tabs of your own; mentions within other people's messages; Google's logs; the platform itself and, where contacts are sent, Weni (Plantão > Send contacts to Weni > delete).",
);

/** An erasure of the spreadsheet. */
export const ofSpreadsheet: CertificateWords = { what, beyond };

/** What was erased, and of how much. */
interface Certificate extends CertificateWords, Pick<EraseState, 'rows' | 'requests' | 'untilMs'> {
  readonly id: string;
}

/** Writes the row that says that somebody was erased, and nothing of whom. Written again it is the same row. Buffered. */
export function writeCertificate(
  { workbook, clock }: Services,
  { settings }: Config,
  { id, rows, requests, untilMs, what: erased, beyond: unreached }: Certificate,
): void {
  const nowMs = clock.now();
  const upsert = openUpsert('privacy', { workbook, settings, nowMs });
  const { language } = settings;
  const content = {
    doneAt: nowMs,
    what: erased[language],
    rows,
    requests,
    maskedUntil: untilMs,
    beyond: unreached[language],
  };
  upsert(new Map([[id, () => ({ content, state: '' })]]));
}
