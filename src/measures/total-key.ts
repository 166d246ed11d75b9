/** By what the numbers of a day are parted; `all` is the whole connection. */
const dimensions = ['all', 'agent', 'team', 'channel', 'label', 'category', 'cause'] as const;

export type Dimension = (typeof dimensions)[number];

/**
 * Where the numbers of platforms' attendances come from: `a` rows of Atendimentos that a platform tells itself, `e` the episodes of a
 * conversation. A connection shows one of them.
 */
export type Unit = 'a' | 'e';

/** What a row of Totais is of. */
export interface TotalPlace {
  /** Local day, counted from 1970. */
  readonly day: number;
  readonly connectionId: string;
  readonly dimension: Dimension;
  /** Name of the agent, the team, …; blank for `all`. */
  readonly value: string;
}

export const totalKey = ({ day, connectionId, dimension, value }: TotalPlace): string =>
  `${day}|${connectionId}|${dimension}|${value}`;

/** Null for the key of something else: an open one. */
export function readTotalKey(key: string): TotalPlace | null {
  const match = /^(\d+)\|([^|]*)\|(\w+)\|([^]*)$/.exec(key);
  if (match === null) return null;
  const [, day = '', connectionId = '', name = '', value = ''] = match;
  const dimension = dimensions.find((one) => one === name);
  return dimension === undefined ? null : { day: Number(day), connectionId, dimension, value };
}

/** One that waits or is served now: its only measure is since when, epoch ms. */
export interface OpenPlace {
  readonly connectionId: string;
  readonly unit: Unit;
  readonly id: string;
  readonly situation: 'waiting' | 'active';
  readonly agent: string;
  readonly team: string;
  readonly channel: string;
  readonly contact: string;
}

const openPrefix = 'open|';

export const openKey = (open: OpenPlace): string => {
  const { connectionId, unit, id, situation, agent, team, channel, contact } = open;
  return `${openPrefix}${connectionId}|${unit}|${JSON.stringify([id, situation, agent, team, channel, contact])}`;
};

/** Null for the key of a day. */
export function readOpenKey(key: string): OpenPlace | null {
  const match = /^open\|([^|]*)\|([ae])\|(\[[^]*\])$/.exec(key);
  if (match === null) return null;
  const [, connectionId = '', unit, list = '[]'] = match;
  const parts: unknown = JSON.parse(list);
  const [id = '', situation, agent = '', team = '', channel = '', contact = ''] = Array.isArray(
    parts,
  )
    ? parts.map(String)
    : [];
  return {
    connectionId,
    unit: unit === 'a' ? 'a' : 'e',
    id,
    situation: situation === 'active' ? 'active' : 'waiting',
    agent,
    team,
    channel,
    contact,
  };
}

/** The day of a key; null for an open one. */
export const dayOfKey = (key: string): number | null => readTotalKey(key)?.day ?? null;
