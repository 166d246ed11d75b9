import { archivedEntities, readPart } from '../../src/archive/read-part';
import { gather } from '../../src/intake/views/dashboard/gather';
import { sourcesOf } from '../../src/intake/views/dashboard/entries';
import type { BoardInput } from '../../src/intake/views/dashboard/numbers';
import { readAgents } from '../../src/intake/views/read-agents';
import { stintsOfAll } from '../../src/intake/views/agent-days';
import { readTotals } from '../../src/intake/totals/update-totals';
import { connectServices } from '../../src/platform/connect';
import { reloadConfig } from '../../src/settings/config-cache';
import { agentFields } from '../../src/warehouse/agents';
import { download } from './archive-desk';
import type { InProcess } from './in-process';

/** What Painel is made from, for one day. */
export const boardOf = (desk: InProcess, day: number): BoardInput =>
  desk.execute(() => {
    const services = connectServices();
    const config = reloadConfig(services);
    const nowMs = services.clock.now();
    return gather(config, {
      agents: stintsOfAll(readAgents(services, config).known, nowMs),
      rows: readTotals(services, config, 0),
      days: { from: day, until: day },
      sources: sourcesOf(config.connections),
      nowMs,
    });
  });

/** Every line of every table: the files of the page, and agents as the warehouse has them. */
export function linesOf(desk: InProcess): ReadonlyMap<string, readonly string[]> {
  const { lines } = download(desk);
  const agents = desk.execute(() => {
    const services = connectServices();
    const config = reloadConfig(services);
    const register = archivedEntities.indexOf('agentStatus');
    const more = () => agentFields(services, config);
    return readPart(services, config, { register, row: 0, beforeMs: Infinity, more });
  });
  lines.set(
    'agentsNow',
    agents.rows.flatMap((row) => row.lines.map(([, line]) => line)),
  );
  return lines;
}
