import type { FieldsOf } from '../../events/fields';
import { situationOf, sinceWhen } from '../../projections/situation';
import { keep, type RowContent } from '../../sheets/definition';
import { label } from '../shared/label';
import { ownerCells, type RenderRow, type RowContext } from '../shared/row-context';
import { statusName } from '../shared/status-name';
import { originLabels, situationLabels } from './labels';

/** The user's own name for the status code while the agent is online, else the word of the situation. */
function situationCell(agent: FieldsOf<'agentStatus'>, context: RowContext): string | null {
  const name =
    agent.isOnline === false ? undefined : statusName(agent.statusCode, context.statusNames);
  return name ?? label(situationLabels, situationOf(agent), context.language);
}

/** A row of Agora. */
export const renderAgentNow: RenderRow<'agentStatus'> = (agent, context) => ({
  ...ownerCells(context),
  agent: agent.name ?? context.id,
  situation: situationCell(agent, context),
  online: agent.isOnline ?? null,
  available: agent.isAvailable ?? null,
  since: sinceWhen(agent.situations),
  // The sweep counts it.
  serving: keep,
  email: agent.email ?? null,
  origin: label(originLabels, agent.origin, context.language),
});

/** A row of the log Status dos agentes. */
export function renderAgentStatus(
  agent: FieldsOf<'agentStatus'>,
  atMs: number,
  context: RowContext,
): RowContent {
  return {
    ...ownerCells(context),
    agent: agent.name ?? context.id,
    online: agent.isOnline ?? null,
    available: agent.isAvailable ?? null,
    at: atMs,
    situation: situationCell(agent, context),
    agentId: context.id,
    email: agent.email ?? null,
    origin: label(originLabels, agent.origin, context.language),
    statusCode: agent.statusCode ?? null,
  };
}
