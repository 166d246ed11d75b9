import { describe, expect, it } from '@jest/globals';
import { tabIds, tabs } from '../../src/tabs/tabs';
import { startInProcess, type InProcess } from '../support/in-process';
import { agentStatus } from '../support/plantao';

/** Everything that pages only look at. */
const looks: readonly (readonly [action: string, ...args: readonly string[]])[] = [
  ['previewRegistration', 'plug'],
  ['readFailures'],
  ['previewReplay', 'all', '0'],
  ['previewReplay', 'request', 'nenhum'],
  ['previewReplay', 'cause', 'nenhuma'],
  ['readEventOf', 'nenhuma', '0'],
  ['readSettings'],
];

/** With a row, a failure and a held event in the journal. */
function fill(): InProcess {
  const desk = startInProcess();
  desk.post('huggy', agentStatus());
  desk.post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
  desk.post('huggy', agentStatus({ token: 'outro' }));
  desk.sweep();
  return desk;
}

describe('looking never writes', () => {
  const titles = [null, ...tabIds.map((id) => tabs[id].title.pt)];
  const cases = titles.flatMap((title) => [false, true].map((isHeld) => ({ title, isHeld })));

  it.each(cases)('tab deleted: $title, lock held by another: $isHeld', ({ title, isHeld }) => {
    const desk = fill();
    if (title !== null) desk.deleteTab(title);
    desk.occupyLock(isHeld);
    const before = desk.everything();
    for (const [action, ...args] of looks)
      expect([action, desk.ask(action, ...args).kind]).toEqual([action, 'done']);
    expect(desk.everything()).toEqual(before);
  });

  it('a row of a deleted tab is told as new, and is written when the replay is chosen', () => {
    const desk = fill();
    desk.deleteTab('Agora');
    expect(desk.ask('previewReplay', 'all', '0')).toMatchObject({
      value: { tabs: [{ tab: 'agentsNow', added: 1, changed: 0 }] },
    });
    desk.ask('replay', 'all', '0');
    expect(desk.rows('Agora')).toHaveLength(1);
  });
});
