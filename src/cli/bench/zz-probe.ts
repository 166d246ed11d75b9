import { createEventSource } from './bodies';
import { makeFilledStorage } from './filled-workbook';
import { openSubject } from './subject';
import { costTable } from '../../twin/runtime/cost-table';

const rows = Number(process.argv[2] ?? 400_000);
const storage = await makeFilledStorage({ messages: rows, chats: rows / 10 });
const subject = await openSubject('ours', { seed: 'p5', storage, costMode: 'median' });
const events = createEventSource();
const calls: string[] = [];
let lastMs = 0;
const { seam, clock } = subject as never as { seam: { beforeCall: (c: { className: string; method: string; args: readonly unknown[] }) => unknown }; clock: { now(): number } };
const inner = seam.beforeCall;
seam.beforeCall = (c) => { const d = clock.now() - lastMs; lastMs = clock.now(); if (calls.length > 0) calls[calls.length - 1] += ` +${d}`; const cost = costTable.get(`${c.className}.${c.method}`); calls.push(`${c.className}.${c.method} ${JSON.stringify(c.args).slice(0, 60)} (${cost?.medianMs ?? '-'})`); return inner(c); };
const show = (title: string): void => { console.log(`== ${title}`); for (const line of calls) if (!line.endsWith('(-)')) console.log('  ', line); calls.length = 0; };
const go = async (title: string, body: string): Promise<void> => { const t = clock.now(); await subject.post(body); show(`${title} ${clock.now() - t} ms`); };
await subject.post(events.status(clock.now()).body);
await subject.post(events.message(clock.now(), 900_001).body);
await subject.post(events.message(clock.now(), 900_002).body);
calls.length = 0;
await go('message new chat', events.message(clock.now(), 900_003).body);
await go('message same chat', events.message(clock.now(), 900_003).body);
await go('status', events.status(clock.now()).body);
for (const n of [1, 2, 3]) { const t = clock.now(); await subject.twin.run('sweep_', [], 'trigger'); show(`sweep ${n} ${clock.now() - t} ms`); }
await subject.stop();
