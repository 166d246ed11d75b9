import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/twin/runtime/project-root';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin, type TwinOptions } from '../../src/twin/start-twin';
import { parseReport } from '../../src/probe/parse-report';
import type { ProbeOptions, ProbeReport } from '../../src/probe/report';

/** What is set otherwise in the twin that is probed. */
export type Turned = Omit<Partial<TwinOptions>, 'bundleDir' | 'clock'>;

/** A spreadsheet in the twin with the probe pasted in; calls cost what the cost table says, on a clock of its own. */
export async function openProbe(turned: Turned = {}, isDeployed = true): Promise<Twin> {
  const folder = mkdtempSync(join(tmpdir(), 'plantao-probe-'));
  writeFileSync(
    join(folder, 'Code.js'),
    readFileSync(join(projectRoot, 'dist-paste', 'Sonda.gs'), 'utf8'),
  );
  const twin = startTwin({
    seed: 'probe',
    clock: createVirtualClock(Date.UTC(2026, 10, 30, 12)),
    pace: true,
    costMode: 'median',
    ...turned,
    bundleDir: folder,
  });
  rmSync(folder, { recursive: true });
  if (isDeployed) await twin.listen(0);
  return twin;
}

/** Types into the cell whose edit is killed, then runs the probe as its menu does. */
export async function measure(
  twin: Twin,
  options: Partial<ProbeOptions> = {},
): Promise<ProbeReport> {
  await twin.run('prepare_');
  const sheet = twin.workbook.sheets.find(({ title }) => title === 'Sonda');
  if (sheet === undefined) throw new Error('The probe made no tab.');
  await twin.edit({ sheetId: sheet.id, row: 3, column: 2, text: 'x' });
  const json = await twin.run('measure_', [{ url: twin.execUrl(), ...options }]);
  return readReport(json);
}

/** The report that a function of the probe gave. */
export function readReport(json: unknown): ProbeReport {
  const report = parseReport(String(json));
  if (report === null) throw new Error(`No report: ${String(json)}`);
  return report;
}
