import { alarmsOfDay } from '../alarms/raise';
import { usedOf } from '../budget/usage';
import { quotas } from '../budget/quotas';
import { findDoneIds } from '../intake/commit/commit';
import { findLedger } from '../intake/repair/ledger';
import { dataTabs } from '../intake/self-check/check-step';
import { countCells, mostCells } from '../intake/sweep/watch';
import { oldestMs, sizeOf, spaceBytes } from '../intake/waiting/space';
import { buildInfo } from '../platform/build-info';
import type { Services, Sheet } from '../platform/services';
import { dayOf } from '../projections/agent-days';
import { configFrom, nameOfConnection, type Config } from '../settings/config';
import { readReserve } from '../settings/reserve';
import { sweepStateFrom, type SweepState } from '../settings/sweep-state';
import { findSheet } from '../sheets/find-sheet';
import { readLayout, topRows } from '../sheets/layout';
import { readRows } from '../sheets/read-rows';
import { tabIds, tabs, type TabId } from '../tabs/tabs';
import type { ConnectionFacts, Facts } from './facts';
import { visitDeployment } from './visit';

/** What sets the zone right: Brazil's official time. */
export const brazilZone = 'America/Sao_Paulo';

/** Looks at everything. Writes nothing, and takes no lock: what others write meanwhile may be seen half. */
export function gatherFacts(services: Services, sweepName: string): Facts {
  const all = services.properties.getAll();
  const config = configFrom(all);
  const { settings } = config;
  const state = sweepStateFrom(all);
  const { workbook, clock, triggers } = services;
  const nowMs = clock.now();
  const zone = workbook.timeZone();
  const isStarted = Object.keys(settings.sheetIds).length > 0;
  const [used, quota] = [usedOf(state.budget.usage), quotas[state.budget.kind]];
  const zoneMinutes = clock.offsetMinutes(zone, nowMs);
  const brazilMinutes = clock.offsetMinutes(brazilZone, nowMs);
  return {
    nowMs,
    offsetMinutes: settings.offsetMinutes,
    isStarted,
    isCopy: !isStarted && readReserve(services) !== null,
    isPaused: settings.isPaused,
    visit: visitDeployment(services, settings.execUrl),
    code: buildInfo,
    zone,
    zoneAheadMinutes: zoneMinutes - settings.offsetMinutes,
    isZoneKnown: settings.offsetMinutes === brazilMinutes,
    lastSweepMs: state.lastTriggeredMs,
    ownTriggers: triggers.list().filter(({ functionName }) => functionName === sweepName).length,
    isApprovalMissing: triggers.isApprovalMissing(),
    ...lookAtTabs(services, config),
    account: state.budget.kind,
    cells: { used: countCells(workbook), of: mostCells },
    properties: { used: sizeOf(all).all, of: spaceBytes },
    operations: { used: used.operations, of: quota.operations },
    triggerMs: { used: used.triggerMs, of: quota.triggerMs },
    lateSinceMs: oldestMs(all, doneIn(services, all)),
    connections: readConnections(services, config, state),
  };
}

/** Requests in the waiting room that are in the journal. */
function doneIn(services: Services, all: Readonly<Record<string, string>>): ReadonlySet<string> {
  const ledger = findLedger(services, all);
  return ledger === null ? new Set() : findDoneIds(ledger, all);
}

type TabFacts = Pick<Facts, 'missingTabs' | 'brokenTabs' | 'doubles'>;

function lookAtTabs({ workbook }: Services, { settings }: Config): TabFacts {
  const missingTabs: string[] = [];
  const brokenTabs: string[] = [];
  const doubles: Partial<Record<TabId, number>> = {};
  for (const id of tabIds) {
    const sheet = findSheet(workbook, tabs[id], settings.sheetIds[id]);
    const title = tabs[id].title[settings.language];
    if (sheet === null) missingTabs.push(title);
    else if (dataTabs.includes(id)) {
      const count = countDoubles(id, sheet);
      if (count === null) brokenTabs.push(title);
      else if (count > 0) doubles[id] = count;
    }
  }
  return { missingTabs, brokenTabs, doubles };
}

/** Keys that stand once too often; null for a tab without the column of keys. */
function countDoubles(id: TabId, sheet: Sheet): number | null {
  const columns = sheet.maxColumns();
  const top = sheet.read({ row: 1, column: 1, rows: Math.min(topRows, sheet.maxRows()), columns });
  const { keyColumn, headerRow } = readLayout(tabs[id], top, sheet);
  if (keyColumn === null) return null;
  const rows = sheet.lastRow() - headerRow;
  if (rows <= 0) return 0;
  const cells = sheet.read({ row: headerRow + 1, column: keyColumn, rows, columns: 1 });
  const keys = cells.map(([key]) => String(key)).filter((key) => key !== '');
  return keys.length - new Set(keys).size;
}

function readConnections(
  { workbook, clock }: Services,
  config: Config,
  { alarms }: SweepState,
): readonly ConnectionFacts[] {
  const { settings, connections } = config;
  const sheet = findSheet(workbook, tabs.health, settings.sheetIds['health']);
  const rows = sheet === null ? [] : readRows(tabs.health, sheet);
  const today = dayOf(clock.now(), settings.offsetMinutes);
  const causes = new Set(alarmsOfDay(alarms, today).map(({ cause }) => cause));
  const zoneMinutes = clock.offsetMinutes(workbook.timeZone(), clock.now());
  return connections.map(({ id }) => {
    const cells = rows.find(({ key }) => key === id)?.cells ?? {};
    const number = (column: string): number => Number(cells[column] ?? 0) || 0;
    const lastMs = number('lastAt');
    // A cell of time holds the team's wall clock, and is read on the spreadsheet's.
    const shiftMs = (zoneMinutes - settings.offsetMinutes) * 60_000;
    return {
      name: nameOfConnection(config, id),
      lastMs: lastMs === 0 ? 0 : lastMs + shiftMs,
      isSilent: causes.has(`silent:${id}`),
      unknown: number('unknown'),
      atRisk: number('atRisk'),
    };
  });
}
