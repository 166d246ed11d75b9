import { linesAbove, readRequests } from '../../intake/journal/journal-lines';
import { maskRequest } from '../../intake/judge/mask-request';
import { judge } from '../../intake/judge/judge';
import type { Request } from '../../intake/journal/request';
import { findLedger, type Ledger } from '../../intake/repair/ledger';
import { parseObject } from '../../events/decode-record';
import type { Language } from '../../events/localized';
import { noMasks, toPolicy, type Policy } from '../../masks/policy';
import { emptyState } from '../../projections/state';
import { mergeRow } from '../../rows/merge-row';
import type { Merge } from '../../rows/plan';
import type { Services } from '../../platform/services';
import { reloadConfig } from '../../settings/config-cache';
import type { Config } from '../../settings/config';
import { defaultPrivacy } from '../../settings/privacy';
import { tabOf } from '../../settings/tab-of';
import { findVendor } from '../../vendors/registry';
import { languageOf } from '../language';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { changePrivacy, withKey } from './change-privacy';

/** A connection and what of it is masked. */
interface ShownMasks {
  readonly id: string;
  readonly title: string;
  readonly policy: Policy;
}

/** What the page shows of masks. */
export interface MasksPage {
  readonly connections: readonly ShownMasks[];
  readonly hidesCpf: boolean;
}

export function readMasks({ connections, privacy = defaultPrivacy }: Config): MasksPage {
  return {
    connections: connections.map(({ id, vendor, account }) => ({
      id,
      title: `${findVendor(vendor).name} · ${account}`,
      policy: privacy.masks[id] ?? noMasks,
    })),
    hidesCpf: privacy.hidesCpf,
  };
}

/** Masks from now on what comes for a connection. */
export function saveMasks(services: Services, connectionId: string, policy: string): Outcome {
  const speak = speaker(services);
  if (!reloadConfig(services).connections.some(({ id }) => id === connectionId))
    return refused(speak('connectionGone'));
  const chosen = toPolicy(parseObject(policy));
  return changePrivacy(services, speak('masksSaved'), (privacy) => ({
    ...withKey(services, privacy),
    masks: { ...privacy.masks, [connectionId]: chosen },
  }));
}

export const saveCpf = (services: Services, hidesCpf: boolean): Outcome =>
  changePrivacy(services, speaker(services)('masksSaved'), (privacy) => ({ ...privacy, hidesCpf }));

/** A cell of the last event, as it is and as it would be. */
interface PreviewedCell {
  readonly tab: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** Lines that are looked at for the last event of a connection. */
const recentLines = 300;

/** What the last event of a connection would look like in the tabs. Writes nothing. */
export function previewMasks(
  services: Services,
  connectionId: string,
  policy: string,
): Outcome<readonly PreviewedCell[]> {
  const ledger = findLedger(services, services.properties.getAll());
  const last = ledger === null ? undefined : lastRequest(ledger, connectionId);
  if (ledger === null || last === undefined) return refused(speaker(services)('noLastEvent'));
  const { codec, clock } = services;
  const privacy = withKey(services, ledger.config.privacy ?? defaultPrivacy);
  const connection = ledger.config.connections.find(({ id }) => id === connectionId) ?? null;
  const masking = { codec, connection, privacy, nowMs: clock.now() };
  const chosen = toPolicy(parseObject(policy));
  const masked = maskRequest(last, { ...masking, policy: chosen }).request;
  const [before, after] = [last, masked].map((request) => {
    const { changes } = judge(request, { ...masking, settings: ledger.config.settings });
    return changes.filter((change): change is Merge => change.kind === 'merge');
  });
  const language = languageOf(services.host.locale());
  const cells = (before ?? []).flatMap((merge, index) => {
    const other = after?.[index];
    return other === undefined ? [] : compare(merge, other, language);
  });
  return done(cells, cells.length === 0 ? speaker(services)('nothingMasked') : '');
}

function lastRequest({ journal }: Ledger, connectionId: string): Request | undefined {
  const last = journal.saidNumber ?? 0;
  const { lines } = linesAbove(journal, { after: Math.max(0, last - recentLines), last });
  const own = lines.filter((line) => line.connectionId === connectionId && line.rows > 0).slice(-1);
  return readRequests(journal, own)[0]?.request;
}

function compare(before: Merge, after: Merge, language: Language): readonly PreviewedCell[] {
  const [old, masked] = [before, after].map((merge) => mergeRow(emptyState, [merge]).content);
  const { columns, title } = tabOf(before.tab, before.context.own ?? { ownColumns: [] });
  return columns.flatMap((column) => {
    const [was, is] = [old?.[column.id] ?? '', masked?.[column.id] ?? ''].map(String);
    return was === is || was === undefined || is === undefined
      ? []
      : [{ tab: title[language], column: column.title[language], before: was, after: is }];
  });
}
