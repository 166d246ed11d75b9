import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languages } from '../../../src/events/localized';
import { sayEvent } from '../../../src/panel/say-event';
import { vendorIds } from '../../../src/vendors/registry';
import { findVendor, vendors } from '../../../src/vendors/registry';
import { contractFaults, decodeBody } from '../../support/decoding';
import { listDocumented, listFixtures, readFixture } from '../../support/fixtures';

const pagesFolder = fileURLToPath(new URL('../../../docs/plataformas/', import.meta.url));
const pages = readdirSync(pagesFolder)
  .filter((name) => /^[a-z]+\.md$/.test(name))
  .map((name) => readFileSync(`${pagesFolder}${name}`, 'utf8'));

const headings = [
  '## Onde colar a URL',
  '## O que marcar',
  '## Como testar',
  '## Armadilhas conhecidas',
  '## O que não dá para ter (e por quê)',
  '## Eventos',
];

/** Names that may go into `&w=` as they are. */
const urlWord = /^[A-Za-z0-9_.-]+$/;

it('every platform has its line in the registry, under its own id', () => {
  expect(vendorIds.map((id) => findVendor(id).id)).toEqual([...vendorIds]);
});

describe.each(Object.values(vendors))('$name', (vendor) => {
  it('has webhooks whose ids fit into a URL and differ', () => {
    const ids = vendor.webhooks.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !urlWord.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says where to paste and what to tick in every language', () => {
    const texts = vendor.webhooks.flatMap(({ title, clickPath }) => [title, clickPath]);
    for (const text of [...texts, vendor.setupHint])
      expect(languages.filter((language) => text[language].trim() === '')).toEqual([]);
  });

  it('has a page in docs/plataformas with the agreed headings', () => {
    const page = pages.find((text) => text.includes(`\n# ${vendor.name}\n`)) ?? '';
    expect(page.split('\n').filter((line) => line.startsWith('## '))).toEqual(headings);
  });

  it('says whether its bodies carry its own secret as `token`', () => {
    const told = vendor.inspect({ token: 'a', messages: {} });
    expect(told.kind === 'event' && told.token !== null).toBe(vendor.hasToken === true);
  });

  it('has fixtures', () => {
    expect(listFixtures(vendor.id).length).toBeGreaterThan(0);
  });

  it('names every event of its documented bodies as users do, what is unknown apart', () => {
    // What another system calls its events at the generic door is its own word.
    if (vendor.id === 'generic') return;
    const bodies = listDocumented(vendor.id).map((name) => readFixture(`${vendor.id}/${name}`));
    const parts = bodies.flatMap((body) => decodeBody(vendor, body));
    const names = new Set(parts.flatMap((one) => (one.kind === 'event' ? [one.event.name] : [])));
    expect(names.size).toBeGreaterThan(2);
    for (const language of languages)
      expect([...names].filter((name) => sayEvent(vendor, name, language) === name)).toEqual([]);
  });

  it('leaves an event that it does not know by its own name, whatever that is', () => {
    for (const name of ['constructor', 'toString', '__proto__', ''])
      expect(sayEvent(vendor, name, 'pt')).toBe(name);
  });

  it('takes any JSON, and the bodies of every other platform, without throwing', () => {
    const strangers = vendorIds.flatMap((id) =>
      listFixtures(id).map((name) => readFixture(`${id}/${name}`)),
    );
    const webhooks = fc.constantFrom('', ...vendor.webhooks.map(({ id }) => id));
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.constantFrom(...strangers)),
        webhooks,
        (body, webhook) => {
          expect(vendor.inspect(body).kind).toMatch(/^(event|handshake|noise)$/);
          expect(contractFaults(decodeBody(vendor, body, webhook))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
