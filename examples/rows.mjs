// Rows from webhooks, without a spreadsheet. The first line names the connections, each further line is a webhook as it came:
//
//   {"connections":[{"id":"loja","vendor":"huggy","account":"Loja"}]}
//   {"connectionId":"loja","webhook":"main","receivedAtMs":1782912600000,"body":"{…}"}
//
//   npm run build
//   node examples/rows.mjs messages < events.ndjson > rows.ndjson
import { createInterface } from 'node:readline';
import { createTables } from '../dist-lib/index.js';

const table = process.argv[2] ?? 'messages';
const startedMs = Date.now();
let tables = null;
let count = 0;
let failed = 0;

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const value = JSON.parse(line);
  if (tables === null) {
    tables = createTables(value);
    continue;
  }
  count += 1;
  if (tables.receive(value).status === 'failed') failed += 1;
}

for (const { key, cells } of tables?.rows(table, startedMs) ?? [])
  process.stdout.write(`${JSON.stringify({ key, ...cells })}\n`);

const seconds = (Date.now() - startedMs) / 1000;
const megabytes = Math.round(process.memoryUsage().rss / 1e6);
console.error(`${count} webhooks, ${failed} failed, ${seconds.toFixed(1)} s, ${megabytes} MB`);
