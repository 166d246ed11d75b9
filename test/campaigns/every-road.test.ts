import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startOutside, type Outside } from '../support/roads/outside';
import { roads } from '../support/roads/roads';
import type { Reply, Trouble } from '../support/strict-server';

const always =
  (reply: ReturnType<Trouble>): Trouble =>
  () =>
    reply;
const page = (status: number): Reply => ({
  status,
  body: '<!DOCTYPE html><html><title>App</title></html>',
  headers: { 'content-type': 'text/html; charset=utf-8' },
});

/** What goes wrong, and what a person reads of it, whichever road it is. */
const troubles: readonly (readonly [string, (refusal: Reply) => Outside['trouble'], RegExp])[] = [
  ['a wrong token', (refusal) => always(refusal), /recusou o token|token não vale|recusou \(403/],
  ['a wrong address', () => always(page(404)), /não é a API|não encontrou|\(404|respondeu 404/],
  ['an API that is down', () => always('hangUp'), /não respondeu|Nada respondeu/],
  ['a fault of its own', () => always(page(502)), /erro interno|respondeu 502|não respondeu/],
  [
    'a storm of 429',
    () => always({ status: 429, body: 'Retry later\n', headers: { 'retry-after': '60' } }),
    /pediu para esperar|não respondeu/,
  ],
  ['a page in the place of JSON', () => always(page(200)), /página|recusou \(200/],
  ['an answer that takes 30 seconds', () => always('silence'), /demorou|não respondeu/],
  [
    'a redirect to another host',
    () => always({ status: 302, body: '', headers: { location: 'https://evil.example.com/x' } }),
    /encaminha para|recusou \(302/,
  ],
  ['a refused connection', () => 'refused', /não respondeu|Nada respondeu/],
];

describe.each(roads)('$name', (road) => {
  let outside: Outside;
  let count = 0;
  beforeAll(async () => {
    outside = await startOutside(road.host, road.answer);
    await road.setUp(outside);
  });
  afterAll(() => outside.stop());

  it.each(troubles)('%s: a sentence, nothing lost, nothing doubled', async (...one) => {
    const [name, trouble, sentence] = one;
    count += 1;
    outside.trouble = trouble(road.refusal);
    await road.work(outside, count);
    await outside.minutes(2);
    expect(await road.says(outside)).toMatch(sentence);
    await outside.plantao.post('generic', { id: name, name }, { webhook: 'contacts' });
    const isWritten = outside.plantao.rows('Contatos').some((row) => row['Nome'] === name);
    expect(isWritten).toBe(true);
    outside.trouble = null;
    await road.mend(outside);
    await outside.minutes(3);
    expect(road.ends(outside, count)).toEqual(Array.from({ length: count }, () => 1));
    expect(outside.strangers).toEqual([]);
  });
});
