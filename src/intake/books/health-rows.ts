import { addByHour, type ByHour } from './by-hour';
import { learn, unlearnt, type Rhythm } from '../../alarms/rhythm';
import type { ConnectionStanding } from '../../alarms/rules';
import type { BusinessHours } from '../../measures/business-time';
import { decodeRecord } from '../../events/decode-record';
import { say, type Language, type Localized } from '../../events/localized';
import type { UpsertedRow } from '../write/upsert';

/** Counts of a connection over everything that was ever in the journal. */
export interface HealthCount {
  readonly received: number;
  readonly written: number;
  readonly repeated: number;
  readonly unknown: number;
  readonly failed: number;
  readonly quarantined: number;
  readonly lastMs: number;
  /** Those of the last day that were received. */
  readonly byHour: ByHour;
}

/** What happened on a connection since its row was written, and how it stands now. */
export interface HealthNews {
  readonly vendorName: string;
  readonly account: string;
  readonly counts: HealthCount;
  /** Accepted, not yet in the tabs; null: as many as when it was last counted. */
  readonly waiting: number | null;
  /** Lines that are missing from the journal, of whichever connection; null: as many as when it was last counted. */
  readonly missing: number | null;
  /** Number of the last journal line that is counted then. */
  readonly through: number;
  readonly refused: number;
  /** Rows that self-checks put right in the last week, in whichever tab. */
  readonly mended: number;
  /** Why the platform did not answer when it was asked; null: it did, or was not. */
  readonly trouble: string | null;
  readonly isPaused: boolean;
  /** When the connection is looked at, and on which clock its team lives. */
  readonly nowMs: number;
  readonly offsetMinutes: number;
  readonly hours: BusinessHours | null;
  /** The connection alone is paused. */
  readonly isHeld?: boolean;
  /** A tab cannot be read, so nothing is written to it. */
  readonly hasUnreadableTab: boolean;
}

export const noCounts: HealthCount = {
  received: 0,
  written: 0,
  repeated: 0,
  unknown: 0,
  failed: 0,
  quarantined: 0,
  lastMs: 0,
  byHour: {},
};

/** Adds counts; the last event is the later one. */
export function addCounts(a: HealthCount, b: HealthCount): HealthCount {
  return joinCounts(a, b, 1);
}

/** Takes counts away; when they came stays. */
export function subtractCounts(a: HealthCount, b: HealthCount): HealthCount {
  return joinCounts(a, { ...b, lastMs: 0, byHour: {} }, -1);
}

function joinCounts(a: HealthCount, b: HealthCount, sign: 1 | -1): HealthCount {
  return {
    received: a.received + sign * b.received,
    written: a.written + sign * b.written,
    repeated: a.repeated + sign * b.repeated,
    unknown: a.unknown + sign * b.unknown,
    failed: a.failed + sign * b.failed,
    quarantined: a.quarantined + sign * b.quarantined,
    lastMs: Math.max(a.lastMs, b.lastMs),
    byHour: addByHour(a.byHour, b.byHour),
  };
}

/** Adds what happened to what the row says. */
export function addHealth(state: string, news: HealthNews, language: Language): UpsertedRow {
  const known = readRecord(state);
  const counts = addCounts(known, news.counts);
  const waiting = news.waiting ?? known.waiting;
  const missing = news.missing ?? known.missing;
  const alarm = [
    alarmOf(counts, news, language),
    countAlarm(missingText, missing, language),
    countAlarm(mendedText, news.mended, language),
    news.trouble,
  ];
  const content = {
    vendor: news.vendorName,
    account: news.account,
    received: counts.received + waiting,
    written: counts.written,
    waiting,
    repeated: counts.repeated,
    refused: news.refused,
    unknown: counts.unknown,
    lastAt: counts.lastMs === 0 ? null : counts.lastMs,
    alarm: alarm.flatMap((sentence) => sentence ?? []).join(' ') || null,
    atRisk: counts.failed + counts.quarantined,
  };
  // While writing is paused nothing is counted: that is no silence.
  const rhythm = news.isPaused
    ? known.rhythm
    : learn(known.rhythm, { ...news, lastMs: counts.lastMs });
  const told = { ...counts, rhythm, waiting, missing, through: news.through };
  return { content, state: writeRecord(told) };
}

/** How a connection stands, as its row knows. */
export function standingOf(id: string, state: string): ConnectionStanding {
  const { lastMs, rhythm, failed, quarantined } = readRecord(state);
  return { id, lastMs, rhythm, atRisk: failed + quarantined };
}

/** How many requests came in the hours of the last day, as a connection's row knows. */
export const byHourOf = (state: string): ByHour => readRecord(state).byHour;

interface HealthRecord extends HealthCount {
  readonly waiting: number;
  readonly missing: number;
  readonly through: number;
  readonly rhythm: Rhythm;
}

/** In the sheet the quarantined are called `held`: so every version has written it. */
function readRecord(state: string): HealthRecord {
  const blank = { ...noCounts, waiting: 0, missing: 0, through: 0, held: 0, rhythm: unlearnt };
  const { held, ...known } = decodeRecord(state, blank);
  return { ...known, quarantined: held };
}

const writeRecord = ({ quarantined, ...record }: HealthRecord): string =>
  JSON.stringify({ ...record, held: quarantined });

/** Alarms in order of urgency; the first that holds is shown. */
const alarms: readonly {
  readonly holds: (counts: HealthCount, news: HealthNews) => boolean;
  readonly text: Localized;
}[] = [
  {
    holds: (_counts, news) => news.isPaused,
    text: say(
      'Gravação pausada: os eventos estão guardados. Plantão > Retomar gravação.',
      'Escritura en pausa: los eventos están guardados. Plantão > Reanudar escritura.',
      'Writing is paused: the events are kept. Plantão > Resume writing.',
    ),
  },
  {
    holds: (_counts, news) => news.isHeld === true,
    text: say(
      'Conexão pausada: os eventos estão guardados. Conexões > ⋮ > Colunas, eventos e pausa.',
      'Conexión en pausa: los eventos están guardados. Conexiones > ⋮ > Columnas, eventos y pausa.',
      'The connection is paused: the events are kept. Connections > ⋮ > Columns, events and pause.',
    ),
  },
  {
    holds: (_counts, news) => news.hasUnreadableTab,
    text: say(
      'Uma aba perdeu as colunas ocultas e não recebe linhas; os eventos estão guardados. Veja Falhas.',
      'Una hoja perdió sus columnas ocultas y no recibe filas; los eventos están guardados. Vea Fallas.',
      'A tab has lost its hidden columns and gets no rows; the events are kept. See Failures.',
    ),
  },
  {
    holds: (counts) => counts.quarantined > 0,
    text: say(
      'Há eventos retidos por token desconhecido. Veja Falhas.',
      'Hay eventos retenidos por token desconocido. Vea Fallas.',
      'Events are quarantined for an unknown token. See Failures.',
    ),
  },
  {
    holds: (counts) => counts.failed > 0,
    text: say(
      'Há eventos que não foram escritos. Veja Falhas.',
      'Hay eventos que no se escribieron. Vea Fallas.',
      'Some events were not written. See Failures.',
    ),
  },
  {
    holds: (_counts, news) => news.refused > 0,
    text: say(
      'Alguém usou esta URL com segredo errado. Se você trocou o segredo, cole a URL nova na plataforma.',
      'Alguien usó esta URL con secreto incorrecto. Si cambió el secreto, pegue la URL nueva en la plataforma.',
      'Somebody used this URL with a wrong secret. If you changed it, paste the new URL on the platform.',
    ),
  },
  {
    holds: (counts) => counts.unknown > 0,
    text: say(
      'Chegaram eventos ainda não tratados; estão guardados no Diário.',
      'Llegaron eventos aún no tratados; están guardados en el Diario.',
      'Events came that are not handled yet; they are kept in the journal.',
    ),
  },
];

function alarmOf(counts: HealthCount, news: HealthNews, language: Language): string | null {
  return alarms.find(({ holds }) => holds(counts, news))?.text[language] ?? null;
}

const missingText: Localized = say(
  'Eventos aceitos cuja linha sumiu do Diário: {n}. Se você apagou linhas, desfaça (Ctrl+Z) ou volte em Arquivo > Histórico de versões; se não, confira esses eventos na plataforma.',
  'Eventos aceptados cuya fila desapareció del Diario: {n}. Si borró filas, deshaga (Ctrl+Z) o vuelva en Archivo > Historial de versiones; si no, revise esos eventos en la plataforma.',
  'Accepted events whose line is gone from the journal: {n}. If you deleted rows, undo (Ctrl+Z) or go back in File > Version history; if not, check these events on the platform.',
);

const mendedText: Localized = say(
  'Linhas corrigidas pela conferência das abas nos últimos 7 dias: {n}.',
  'Filas corregidas por la revisión de las hojas en los últimos 7 días: {n}.',
  'Rows put right by the check of the tabs in the last 7 days: {n}.',
);

/** Whose they were stood in the lines that are gone, so every row tells of them, beside its own alarm. */
function countAlarm(text: Localized, count: number, language: Language): string | null {
  return count === 0 ? null : text[language].replace('{n}', String(count));
}
