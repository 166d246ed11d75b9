import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../twin/runtime/project-root';

/** A body whose decoding is timed. */
export interface TimedBody {
  readonly vendor: string;
  readonly title: string;
  readonly webhook: string;
  readonly body: string;
}

const fixture = (vendor: string, name: string): string =>
  readFileSync(join(projectRoot, 'test', 'fixtures', vendor, `${name}.json`), 'utf8');

function parseFixture(vendor: string, name: string): object {
  const value: unknown = JSON.parse(fixture(vendor, name));
  return typeof value === 'object' && value !== null ? value : {};
}

/** Just under the size at which bodies are refused. */
const longLength = 990_000;

/** A typical body of every platform, and the longest that two of them may send. */
export function readTimedBodies(): readonly TimedBody[] {
  return [
    typical('huggy', 'agentChangedStatus', 'main'),
    typical('huggy', 'reconstructed/receivedAllMessage', 'main'),
    typical('evolvy', 'v415_message_created_incoming', 'main'),
    typical('plug', 'plug-finishAttendance-exemplo-1', 'finishAttendance'),
    typical('treble', 'conversation_closed', 'main'),
    typical('weni', 'out_generic_ticketer_message', 'main'),
    typical('generic', 'ticket', 'main'),
    { vendor: 'plug', title: 'chat map of 1 MB', webhook: 'finishAttendance', body: longChat() },
    { vendor: 'evolvy', title: 'e-mail of 1 MB', webhook: 'main', body: longEmail() },
  ];
}

function typical(vendor: string, name: string, webhook: string): TimedBody {
  return { vendor, title: name.replace(/^.*\//, ''), webhook, body: fixture(vendor, name) };
}

function longChat(): string {
  const close = parseFixture('plug', 'plug-finishAttendance-exemplo-1');
  const message = {
    fromMe: false,
    momment: 1_651_065_478_000,
    phone: '5511999990000',
    senderName: 'João Alves',
    status: 'RECEIVED',
    text: { message: 'Bom dia, gostaria de saber do meu pedido, por favor.' },
    type: 'ReceivedCallback',
  };
  const entryLength = JSON.stringify({ M000000: { ...message, messageId: 'M000000' } }).length;
  const chat = Array.from({ length: Math.floor(longLength / entryLength) }, (_entry, index) => {
    const messageId = `M${100_000 + index}`;
    return [messageId, { ...message, messageId, momment: message.momment + index * 1000 }] as const;
  });
  return JSON.stringify({ ...close, chat: Object.fromEntries(chat) });
}

/** An e-mail without `content`, its words only in HTML, as mailers with long quotations send it. */
function longEmail(): string {
  const created = parseFixture('evolvy', 'v415_message_created_incoming');
  const line = '<p style="margin:0">Bom dia,&nbsp;segue o <b>pedido</b> em anexo.</p>\n';
  const full = line.repeat(Math.floor((longLength - 6000) / (JSON.stringify(line).length - 2)));
  const email = { subject: 'Pedido', html_content: { full } };
  return JSON.stringify({
    ...created,
    content: null,
    content_type: 'incoming_email',
    content_attributes: { email },
  });
}
