import { parseObject } from '../../../src/events/decode-record';
import { createHash } from 'node:crypto';
import { sampleSecret } from '../../../src/cli/sample';
import { readJournal, readTab } from '../read-tabs';
import { startMs } from '../scenario';
import { huggyDelivery, statusOf } from './deliveries';
import { unless, type Check, type Stage } from './stage';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A text whose digest is the same as the secret's at these places. */
function lookalike(secret: string, start: number, end: number): string {
  const wanted = digestOf(secret).slice(start, end);
  for (let number = 0; ; number += 1)
    if (digestOf(String(number)).slice(start, end) === wanted) return String(number);
}

function wrongSecrets(secret: string): readonly string[] {
  const beginnings = Array.from({ length: secret.length }, (_unused, end) => secret.slice(0, end));
  return [
    ...beginnings,
    secret.slice(1),
    `${secret}x`,
    secret.toUpperCase(),
    lookalike(secret, 0, 4),
    lookalike(secret, 60, 64),
  ];
}

const addressWith = (secret: string): string => `k=huggy.${secret}&w=main`;
const secondsMs = 1000;

/** What came of trying secrets, each after a time in which stale configurations are read anew. */
async function trySecrets(stage: Stage, secrets: readonly string[]): Promise<readonly boolean[]> {
  const outcomes: boolean[] = [];
  for (const secret of secrets) {
    stage.clock.moveTo(stage.clock.now() + 11 * secondsMs);
    const before = readJournal(stage.twin.workbook).length;
    await stage.post(statusOf(1), addressWith(secret));
    outcomes.push(readJournal(stage.twin.workbook).length > before);
  }
  return outcomes;
}

/** Changes fields of a stored connection, as another execution would: what is cached stays. */
function changeConnection({ twin, property }: Stage, changes: object): void {
  const key = 'connection.huggy';
  const stored = parseObject(property(key));
  twin.services.properties.write('script', [[key, JSON.stringify({ ...stored, ...changes })]]);
}

const ofToken = (entity: number, token: string): object => ({
  time: startMs / 1000,
  messages: { agentChangedStatus: [{ id: entity, name: `Agente ${entity}`, isOnline: true }] },
  token,
});

function compare(what: string, found: readonly unknown[], wanted: readonly unknown[]) {
  const [seen, due] = [JSON.stringify(found), JSON.stringify(wanted)];
  return unless(seen === due, `${what}: ${seen} instead of ${due}`);
}

export const doorChecks: readonly Check[] = [
  {
    name: 'only the whole secret opens',
    start: 'fresh',
    run: async (stage) => {
      const wrong = wrongSecrets(sampleSecret);
      const opened = await trySecrets(stage, wrong);
      const found = wrong.filter((_secret, index) => opened[index] === true);
      const [isRightKnown] = await trySecrets(stage, [sampleSecret]);
      return [
        ...found.map((secret) => `the secret "${secret}" was taken for ${sampleSecret}`),
        ...unless(isRightKnown === true, 'the right secret was refused'),
      ];
    },
  },
  {
    name: 'two secrets hold while they are changed, then one',
    start: 'fresh',
    run: async (stage) => {
      const secrets = ['segredo-novo-1', sampleSecret];
      // The first event pins its token, so the second one is what fills the cache.
      await trySecrets(stage, [sampleSecret, sampleSecret]);
      changeConnection(stage, { secrets });
      const both = await trySecrets(stage, secrets);
      changeConnection(stage, { secrets: secrets.slice(0, 1) });
      stage.twin.services.cache.forgetAll();
      const one = await trySecrets(stage, secrets);
      return compare('secrets that opened', [...both, ...one], [true, true, true, false]);
    },
  },
  {
    name: 'what was read before a change is not trusted after it',
    start: 'fresh',
    run: async (stage) => {
      await trySecrets(stage, [sampleSecret, sampleSecret]);
      const cache = stage.twin.services.cache.items('script');
      // A stranger uses up the look before a refusal.
      await stage.post(statusOf(1), addressWith('errado'));
      const known = cache.get('config.1');
      await stage.user('userAsks', 'changeSecret', 'huggy');
      await stage.user('userAsks', 'dropOldSecrets', 'huggy');
      const { secrets } = parseObject(stage.property('connection.huggy'));
      // A slow reader puts what it had read.
      if (known !== undefined) cache.set('config.1', known);
      const before = readJournal(stage.twin.workbook).length;
      await stage.post(statusOf(1), addressWith(String(Array.isArray(secrets) && secrets[0])));
      const isIn = readJournal(stage.twin.workbook).length > before;
      return unless(isIn, 'the newest secret was refused');
    },
  },
  {
    name: 'a strange token is held, and none is forgotten',
    start: 'fresh',
    run: async (stage) => {
      const own = 'token-da-casa';
      for (const [index, token] of [own, 'estranho', own].entries())
        await stage.post(huggyDelivery(ofToken(index, token)));
      await stage.sweep();
      changeConnection(stage, { tokens: [own, 'segundo'] });
      stage.twin.services.cache.forgetAll();
      for (const [index, token] of ['segundo', own].entries())
        await stage.post(huggyDelivery(ofToken(3 + index, token)));
      await stage.post(huggyDelivery([ofToken(5, own), ofToken(6, 'estranho')]));
      await stage.sweep();
      const { workbook } = stage.twin;
      const agents = readTab(workbook, 'agentsNow').map(({ cell }) => cell('agent'));
      const settled = readJournal(workbook).map(({ status }) => status);
      return [
        ...compare('settled', settled, [
          'escrito',
          'retido',
          'escrito',
          'escrito',
          'escrito',
          'retido',
        ]),
        ...compare('agents', agents, ['Agente 0', 'Agente 2', 'Agente 3', 'Agente 4']),
      ];
    },
  },
  {
    name: 'a test event is counted nowhere and leaves',
    start: 'fresh',
    run: async (stage) => {
      await stage.post(statusOf(1));
      await stage.post(statusOf(1), `${addressWith(sampleSecret)}&t=1`);
      await stage.sweep();
      const rowsOf = (): number => readTab(stage.twin.workbook, 'agentsNow').length;
      const counts = rowsOf();
      const health = readTab(stage.twin.workbook, 'health').find(({ key }) => key === 'huggy');
      for (const minutes of [5, 6]) await stage.sweep(minutes);
      return [
        ...compare(
          'rows with the test, requests in Saúde',
          [counts, health?.cell('received')],
          [2, 1],
        ),
        ...compare('rows after the test', [rowsOf()], [1]),
      ];
    },
  },
];
