import { describe, expect, it } from '@jest/globals';
import { readCauses } from '../../../src/panel/failures/cause';
import { configFrom } from '../../../src/settings/config';
import { valueOf } from '../../support/ask-panel';
import { fieldOf } from '../../support/field-of';
import { startInProcess, type InProcess } from '../../support/in-process';
import { withPerson } from '../../support/person';
import { agentStatus } from '../../support/plantao';

/** With an event that failed at a place. */
function fill(): InProcess {
  const desk = startInProcess();
  desk.post('huggy', agentStatus());
  desk.post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
  desk.sweep();
  return desk;
}

const ask = (desk: InProcess, action: string, ...args: readonly string[]): unknown =>
  valueOf(desk.ask(action, ...args));

const keyIn = (desk: InProcess): string =>
  String(fieldOf(ask(desk, 'readFailures'), 'causes', 0, 'key'));

describe('Falhas as an inbox', () => {
  const told = [
    {
      locale: 'pt_BR',
      event: 'Agente alterou status',
      cause: 'Um campo veio com outro tipo.',
      situation: 'Espera por você',
    },
    {
      locale: 'es_CO',
      event: 'El agente cambió de estado',
      cause: 'Un campo llegó con otro tipo.',
      situation: 'Espera por usted',
    },
    {
      locale: 'en_US',
      event: 'Agent changed status',
      cause: 'A field came with another type.',
      situation: 'Waits for you',
    },
  ];

  it.each(told)('tells a cause in the language of the person: $locale', (one) => {
    const { locale, event, cause, situation } = one;
    const desk = fill();
    const { result } = withPerson(desk, { locale }, (services) =>
      readCauses(services, configFrom(desk.properties())),
    );
    expect(result).toMatchObject([
      {
        vendor: 'Huggy',
        event: `${event} (agentChangedStatus)`,
        cause,
        situation,
        state: 'waiting',
        count: 1,
        stopped: 1,
        first: '09:00',
        last: '09:00',
      },
    ]);
  });

  it('shows the body of each event, the latest first, and where it failed', () => {
    const desk = fill();
    desk.post(
      'huggy',
      agentStatus({
        agents: [
          { id: 7, name: 'Bia' },
          { id: { x: 1 }, name: 'Caio' },
        ],
      }),
    );
    desk.sweep(1);
    const key = keyIn(desk);
    const latest = ask(desk, 'readEventOf', key, '0');
    expect(latest).toMatchObject({ index: 0, count: 2, account: 'Exemplo' });
    expect(fieldOf(latest, 'path')).toEqual(['messages', 'agentChangedStatus', '[1]', 'id']);
    expect(fieldOf(latest, 'fault')).toMatch(/esperado: .*; veio: objeto/);
    const lines = fieldOf(latest, 'body');
    expect(JSON.stringify(lines)).toContain('Caio');
    expect(JSON.stringify(lines)).toMatch(/\{"text":" +\\"id\\": \{","isFaulty":true\}/);
    expect(JSON.stringify(ask(desk, 'readEventOf', key, '1'))).toContain('nested');
    expect(ask(desk, 'readEventOf', 'Huggy|x|wrongType|y', '0')).toBeNull();
  });

  it('a dry run tells each cell before and after, and writes nothing', () => {
    const desk = startInProcess();
    desk.post('huggy', agentStatus());
    desk.sweep();
    desk.pause(true);
    const back = { time: 1_659_382_700, agents: [{ isAvailable: true, statusID: '1' }] };
    desk.post('huggy', agentStatus(back));
    desk.post('huggy', agentStatus({ agents: [{ id: 8, name: 'Bia Nova' }] }));
    const before = desk.everything();
    const run = ask(desk, 'previewReplay', 'all', '0');
    expect(run).toMatchObject({ taken: 3, failing: 0 });
    const agora = fieldOf(run, 'tabs', 0);
    expect(agora).toMatchObject({ tab: 'agentsNow', title: 'Agora', added: 1, changed: 1 });
    expect(fieldOf(agora, 'rows', 0)).toMatchObject({ name: 'João Alves', isNew: false, row: 2 });
    expect(fieldOf(agora, 'rows', 0, 'changes')).toEqual(
      expect.arrayContaining([
        { column: 'Situação', before: 'Em pausa', after: 'Disponível' },
        { column: 'Disponível', before: 'Não', after: 'Sim' },
        { column: 'Desde', before: '01/08/2022 - 16:36:21', after: '01/08/2022 - 16:38:20' },
      ]),
    );
    expect(fieldOf(agora, 'rows', 1)).toMatchObject({ name: 'Bia Nova', isNew: true, row: 0 });
    expect(desk.everything()).toEqual(before);
  });

  it('a cause is ignored with its reason, until it comes again, or until that is undone', () => {
    const desk = fill();
    const situation = (): unknown => desk.rows('Falhas')[0]?.['Situação'];
    const others = (): unknown => ({
      ...desk.rows('Falhas')[0],
      Situação: '',
      Estado: '',
      Gravado: '',
    });
    const before = others();
    const key = keyIn(desk);
    ask(desk, 'ignoreCause', key, 'Era um teste');
    expect(situation()).toBe('Ignorada: Era um teste');
    expect(others()).toEqual(before);
    const [cause] = [fieldOf(ask(desk, 'readFailures'), 'causes', 0)];
    expect(cause).toMatchObject({ state: 'ignored', reason: 'Era um teste', stopped: 1 });
    desk.sweep(20);
    expect(situation()).toBe('Ignorada: Era um teste');
    desk.post('huggy', agentStatus({ agents: [{ id: { again: true } }] }));
    desk.sweep(1);
    expect(situation()).toBe('Espera por você');
    ask(desk, 'ignoreCause', key, '=1+1');
    expect(situation()).toBe('Ignorada: =1+1');
    ask(desk, 'unignoreCause', key);
    expect(situation()).toBe('Espera por você');
    expect(desk.ask('ignoreCause', 'Huggy|x|wrongType|y', 'Era um teste').kind).toBe('refused');
    expect(desk.rows('Falhas')).toHaveLength(1);
  });

  it('an unknown token is one card with its end, its account and its events', () => {
    const desk = startInProcess();
    desk.post('huggy', agentStatus());
    desk.post('huggy', agentStatus({ token: 'outro-token-7f3a' }));
    desk.sweep();
    const page = ask(desk, 'readFailures');
    expect(fieldOf(page, 'tokens')).toMatchObject([
      { ending: '7f3a', platform: 'Huggy', account: 'Exemplo', count: 1, since: '09:00' },
    ]);
    expect(fieldOf(page, 'tokens', 0, 'known')).toHaveLength(1);
    expect(JSON.stringify(page)).not.toContain('outro-token');
  });

  it('a token that is refused asks no more until it comes again, and a refusal can be undone', () => {
    const desk = startInProcess();
    const post = (token: string): void => {
      desk.post('huggy', agentStatus({ token }));
      desk.sweep(1);
    };
    const endings = (): unknown[] => {
      const tokens = fieldOf(ask(desk, 'readFailures'), 'tokens');
      return Array.isArray(tokens) ? tokens.map((one) => fieldOf(one, 'ending')) : [];
    };
    const refuse = (index: number): unknown => {
      const digest = fieldOf(ask(desk, 'readFailures'), 'tokens', index, 'digest');
      return ask(desk, 'refuseToken', 'huggy', String(digest));
    };
    desk.post('huggy', agentStatus());
    post('outro-token-7f3a');
    post('mais-um-token-9b2c');
    expect(endings()).toEqual(['7f3a', '9b2c']);
    refuse(0);
    expect(endings()).toEqual(['9b2c']);
    refuse(0);
    expect(endings()).toEqual([]);
    expect(desk.rows('Falhas')).toMatchObject([
      { Situação: 'Ignorada: token recusado, final 7f3a; token recusado, final 9b2c' },
    ]);
    ask(desk, 'unignoreCause', keyIn(desk));
    expect(endings()).toEqual(['7f3a', '9b2c']);
    refuse(0);
    post('outro-token-7f3a');
    expect(endings()).toEqual(['7f3a', '9b2c']);
    expect(desk.ask('refuseToken', 'huggy', 'nenhum').kind).toBe('refused');
  });

  it('a cause tells whose events are stopped, and whose it was where the platform has one account', () => {
    const desk = fill();
    const account = (): unknown => fieldOf(ask(desk, 'readFailures'), 'causes', 0, 'account');
    expect(account()).toBe('Exemplo');
    ask(desk, 'addConnection', 'huggy', 'Filial');
    expect(account()).toBe('Exemplo');
  });
});
