import type { Desk } from '../notes';
import { call, kindOfUrl, plain, readJson, requestOf } from '../web-call';

const asItComes = { followRedirects: false } as const;

/** What a sender sees of a text, a page and an exception (platform facts, "Web app"). */
export function probeAnswers({ options: { url }, answer }: Desk): void {
  for (const task of ['text', 'html', 'throw'])
    answer(`web.${task}Status`, call(url, { task, request: asItComes }).getResponseCode());
  const path = UrlFetchApp.fetch(`${url}/path`, { muteHttpExceptions: true, ...asItComes });
  answer('web.pathStatus', path.getResponseCode());
}

/** What reaches `doPost` of a request. */
export function probeEvents({ options: { url }, answer }: Desk): void {
  const contentType = 'application/json; charset=utf-8';
  const typed = call(url, { task: 'event', request: { contentType, payload: '{}' } });
  answer('event.type', String(readJson(typed)['type']));
  const bare = UrlFetchApp.fetch(url, { method: 'post', muteHttpExceptions: true });
  const { query, type, contentLength } = readJson(bare);
  answer('event.queryWithoutOne', String(query));
  answer('event.bodyWithoutOne', type === null ? 'absent' : 'present');
  answer('event.lengthWithoutBody', Number(contentLength));
}

/** The largest body that arrives whole; a larger one was refused or cut when `refused` is there. */
export function probeBodies({ options: { url, bodyMegabytes }, answer }: Desk): void {
  answer('body.largest', 0);
  for (const megabytes of bodyMegabytes) {
    const size = megabytes * 1024 * 1024;
    if (!arrives(url, size)) return answer('body.refused', size);
    answer('body.largest', size);
  }
}

function arrives(url: string, size: number): boolean {
  const request = { contentType: 'text/plain', payload: 'x'.repeat(size) };
  try {
    return readJson(call(url, { task: 'event', request }))['characters'] === size;
  } catch {
    return false;
  }
}

/** What an anonymous web call gets of the document, and which address it believes to have. */
export function probeServices({ options: { url }, answer }: Desk): void {
  const seen = readJson(call(url, { task: 'services' }));
  for (const name of ['active', 'documentLock', 'documentCache', 'documentProperties', 'ui'])
    answer(`webCall.${name}`, String(seen[name]));
  answer('url.inWebCall', String(seen['url']));
  answer('url.inMenu', kindOfUrl(ScriptApp.getService().getUrl()));
}

/** How many run at once, this one included, and what the others are told. */
export function probeAtOnce({ options: { url, atOnce, holdMs }, answer }: Desk): void {
  const stay = requestOf(url, { task: 'stay', values: { holdMs } });
  const responses = UrlFetchApp.fetchAll(Array.from({ length: atOnce }, () => stay));
  const refused = responses.filter((response) => !response.getContentText().includes('"stayed"'));
  const [first] = refused;
  answer('atOnce.asked', atOnce + 1);
  answer('atOnce.served', atOnce + 1 - refused.length);
  answer('atOnce.refusalStatus', first ? first.getResponseCode() : null);
  answer('atOnce.refusalText', first ? plain(first.getContentText()).slice(0, 200) : null);
}
