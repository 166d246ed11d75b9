import { beforeAll, describe, expect, it } from '@jest/globals';
import { decodeRecord } from '../../src/events/decode-record';
import { tabs } from '../../src/tabs/tabs';
import { createRandom, type SeededRandom } from '../../src/twin/runtime/random';
import { askPanel } from '../support/ask-panel';
import { startHands, type Prepared } from '../support/hands';
import { startIntruded, type IntrudedHands } from '../support/intruder';
import { bodyOf, eventKinds } from '../simulation/event-kinds';
import { checkTabs } from '../simulation/oracle/check-tabs';
import { modelOf } from '../simulation/oracle/model';
import { readJournal } from '../simulation/read-tabs';
import { storedConnections } from '../simulation/stored';
import { startMs } from '../simulation/scenario';

const seeds = Array.from({ length: 12 }, (_unused, index) => `self-check ${index + 1}`);

const pick = <T>(random: SeededRandom, list: readonly T[]): T => {
  const item = list[random.below(list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

async function deliver(
  hands: IntrudedHands | Awaited<ReturnType<typeof startHands>>,
  random: SeededRandom,
) {
  const kind = pick(random, eventKinds);
  const atMs = startMs - random.below(7200) * 1000;
  const body = bodyOf(kind, { entity: random.below(3), atMs });
  await hands.post(kind.vendor, body, { webhook: kind.webhook });
}

/** A spreadsheet that was set up a while before the events. */
async function prepare(): Promise<Prepared> {
  const hands = await startHands();
  hands.wait(startMs - hands.twin.clock.now());
  await hands.stop();
  return hands.stored();
}

type Act = (hands: IntrudedHands, title: string, random: SeededRandom) => Promise<unknown>;

/** What a person does to a tab in which rows stand. */
const acts: readonly Act[] = [
  (hands, title, random) => hands.do('sortRows', title, 'Nº', random.below(2) === 0),
  (hands, title, random) => hands.do('sortRows', title, 'Conta', random.below(2) === 0),
  (hands, title, random) => hands.do('sortRows', title, 'Chave', random.below(2) === 0),
  (hands, title, random) => hands.do('insertRow', title, 2 + random.below(4)),
  (hands, title) => hands.do('insertTitles', title, 1),
  (hands, title) => hands.do('insertBefore', title, 'Conta', 'Minha coluna'),
  (hands, title) => hands.do('insertBefore', title, 'Nº', 'Minha coluna'),
  // Rows of logs have no state by which cells that have slipped would be known.
  async (hands, title) =>
    title === tabs.agentStatus.title.pt ? null : hands.do('moveColumnTo', title, 'Conta', 1),
  (hands, title) => hands.do('renameHeader', title, 'Conta', 'Loja'),
  (hands, title) => hands.do('clearRow', title, 1),
];

const toucheds = [
  'agentsNow',
  'agentStatus',
  'conversations',
  'attendances',
  'messages',
  'contacts',
] as const;

/** Every row that is not what the journal's events make of it. */
function faultsOf({ twin }: IntrudedHands): readonly string[] {
  const accounts = storedConnections(twin).map(({ id, account }) => [id, account] as const);
  return checkTabs(twin.workbook, {
    model: modelOf(readJournal(twin.workbook)),
    deletions: new Set(),
    areNotesLoose: true,
    around: { speech: 'pt', speeches: ['pt'], accounts: Object.fromEntries(accounts) },
  });
}

/** What the self-check has found missing and not dared to write, the person has written. */
async function writeGaps(hands: IntrudedHands): Promise<void> {
  const text = hands.twin.services.properties.entries('script').get('sweep');
  const { findings } = decodeRecord(text, { findings: { gaps: {} } });
  for (const tab of Object.keys(findings.gaps)) await askPanel(hands.twin, 'writeAgain', tab, '0');
}

describe('Whatever a person does in the middle of an event, after the self-check the tabs are those of the journal', () => {
  let prepared: Prepared;
  beforeAll(async () => {
    prepared = await prepare();
  });

  it.each(seeds)('seed %s', async (seed) => {
    const random = createRandom(seed);
    const hands = await startIntruded(prepared);
    for (let count = 0; count < 12; count += 1) await deliver(hands, random);
    await hands.checkTonight();
    const before = faultsOf(hands);
    for (let count = 0; count < 6; count += 1) {
      const act = pick(random, acts);
      // The second flush writes what was read and decided before: there the most harm is done.
      const moment =
        random.below(3) === 0 ? { after: random.below(45) } : { after: 1, method: 'flush' };
      hands.intrude({
        during: 'doPost',
        ...moment,
        act: async () => {
          for (const tab of toucheds)
            await act(hands, tabs[tab].title.pt, random).catch(() => null);
        },
      });
      await deliver(hands, random);
    }
    await hands.settle();
    await hands.checkTonight();
    await writeGaps(hands);
    // The oracle reads by titles.
    for (const tab of toucheds)
      await hands.do('renameHeader', tabs[tab].title.pt, 'Loja', 'Conta').catch(() => null);
    const after = faultsOf(hands);
    await hands.stop();
    expect([seed, before, after]).toEqual([seed, [], []]);
  });
});
