import type { Config } from '../../settings/config';

export const dayMs = 86_400_000;
/** After the day's work and the self-check. */
const nightFromMs = 4 * 3_600_000;

/** The local day, counted from 1970, whose night has come: from four in the morning on. */
export const nightDayAt = (nowMs: number, { settings }: Config): number =>
  Math.floor((nowMs + settings.offsetMinutes * 60_000 - nightFromMs) / dayMs);
