import { parseTime } from '../../events/time';
import type { ObjectReader } from '../kit/object-reader';
import { requireChatId } from './chat-id';
import { readText, type HuggyItem, type ItemFacts } from './item';

/**
 * `startedAutomationFlow` and `finishedAutomationFlow`. The `context` keys have dots in them (`SYSTEM.CLIENT_NAME`), most
 * values are blank, and `SYSTEM.CHAT_CREATED_DATE` came as an epoch in older accounts and as text in newer ones.
 */
export function decodeFlow({ reader, atMs }: HuggyItem): ItemFacts {
  const id = requireChatId(reader);
  const context = reader.child('context');
  const say = (key: string): string | undefined => readText(context, `SYSTEM.${key}`) ?? undefined;
  const fields = {
    contactName: say('CLIENT_NAME'),
    phone: say('CLIENT_NUMBER'),
    email: say('CLIENT_EMAIL'),
    agentName: say('AGENT_NAME'),
    teamName: say('DEPARTMENT_NAME'),
    openedAt: readCreation(context),
    lastActivityAt: atMs ?? undefined,
  };
  return {
    entityId: id,
    facts: [{ entity: 'conversation', id, atMs, bornAtMs: fields.openedAt, fields }],
  };
}

function readCreation(context: ObjectReader): number | undefined {
  return parseTime(context.raw('SYSTEM.CHAT_CREATED_DATE')) ?? undefined;
}
