import { afterEach, expect, it } from '@jest/globals';
import { start, stopAll, until } from './support';

afterEach(stopAll);

const code = `
  function lock() { return LockService.getScriptLock(); }
  function ask() {
    const held = lock();
    held.waitLock(1000);
    const button = SpreadsheetApp.getUi().alert('Go on?');
    return [String(button), held.hasLock()];
  }
  function take() { return lock().tryLock(0); }`;

it('a lock does not outlive the dialog: another execution may take it meanwhile', async () => {
  const twin = await start(code);
  const questions: number[] = [];
  twin.session.onEvent((event) => {
    if (event.type === 'alert') questions.push(event.id);
  });
  const asking = twin.run('ask', []);
  await until(() => questions.length === 1);
  expect(await twin.run('take')).toBe(true);
  twin.session.answer(questions[0] ?? 0, { button: 'OK', text: '' });
  expect(await asking).toEqual(['OK', false]);
});
