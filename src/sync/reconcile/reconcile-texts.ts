import { say, type Language, type Localized } from '../../events/localized';
import type { VendorId } from '../../vendors/registry';
import { causeNamed } from '../fetch/fetch-texts';
import { sayFailure } from '../fetch/say-failure';
import type { ReconcileState } from './reconcile-state';

const done: Localized = say(
  'Busca do que faltou desde {from}: {found} encontrados, {missing} faltavam.',
  'Búsqueda de lo que faltó desde {from}: {found} encontrados, {missing} faltaban.',
  'Search for what was missed since {from}: {found} found, {missing} were missing.',
);

/** What a platform did not show, and why. */
const unreadable: Readonly<Partial<Record<VendorId, Localized>>> = {
  huggy: say(
    '{unreadable} chats ainda estão com o robô: a Huggy só mostra as mensagens depois que um agente entra.',
    '{unreadable} chats siguen con el robot: Huggy solo muestra los mensajes después de que entra un agente.',
    '{unreadable} chats are still with the robot: Huggy shows their messages only after an agent has entered.',
  ),
  evolvy: say(
    'A plataforma não mostrou a este token as mensagens de {unreadable} conversas: o de um administrador vê todas.',
    'La plataforma no mostró a este token los mensajes de {unreadable} conversaciones: el de un administrador las ve todas.',
    "The platform did not show this token the messages of {unreadable} conversations: an administrator's sees them all.",
  ),
  treble: say(
    'A Treble não mostrou as mensagens de {unreadable} sessões.',
    'Treble no mostró los mensajes de {unreadable} sesiones.',
    'Treble did not show the messages of {unreadable} sessions.',
  ),
  plug: say(
    '{unreadable} números de atendimento faltam na aba e o PlugChat não os mostra: confira-os lá.',
    '{unreadable} números de atención faltan en la hoja y PlugChat no los muestra: revíselos allí.',
    '{unreadable} numbers of attendances are missing in the tab and PlugChat does not show them: check them there.',
  ),
  weni: say(
    'A Weni recusou o token dos contatos: confira-o em Plantão > Enviar contatos à Weni.',
    'Weni rechazó el token de los contactos: revíselo en Plantão > Enviar contactos a Weni.',
    'Weni refused the token of the contacts: check it under Plantão > Send contacts to Weni.',
  ),
};

interface Reader {
  readonly language: Language;
  readonly offsetMinutes: number;
}

/** What the last whole walk came to; null before one has. */
export function sayResult(
  state: ReconcileState,
  vendor: VendorId,
  { language, offsetMinutes }: Reader,
): string | null {
  if (state.doneMs === 0) return null;
  const values: Readonly<Record<string, string>> = {
    from: sayDay(state.doneFromMs, offsetMinutes),
    found: String(state.doneFound),
    missing: String(state.doneMissing),
    unreadable: String(state.doneUnreadable),
  };
  const hidden = state.doneUnreadable > 0 ? unreadable[vendor] : undefined;
  const more = hidden === undefined ? '' : ` ${hidden[language]}`;
  const text = done[language] + more;
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
}

/** Why a walk does not go on, and what to do; null when it does. */
export function sayHindrance(
  { cause, words }: Pick<ReconcileState, 'cause' | 'words'>,
  platform: string,
  language: Language,
): string | null {
  const known = causeNamed(cause);
  return known === null ? null : sayFailure({ cause: known, words, status: 0 }, platform, language);
}

/** `30/11 07:50` by the sheet's clock. */
function sayDay(atMs: number, offsetMinutes: number): string {
  const [, month = '', day = '', time = ''] =
    /^\d+-(\d+)-(\d+)T(\d+:\d+)/.exec(new Date(atMs + offsetMinutes * 60_000).toISOString()) ?? [];
  return `${day}/${month} ${time}`;
}
