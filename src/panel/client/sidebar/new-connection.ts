import { ask, type App, type Screen } from './app';
import { make } from './dom';
import { makeButton, makeFieldBox, makeIconButton, makeSelect, whileBusy } from './parts';
import { tell } from './words';

/** Nova conexão: a platform and a name; what is wrong with it is said at the field. */
export function makeNewScreen(app: App): Screen {
  const back = makeIconButton('back', tell('backToList'), () => app.go('connections'));
  const platform = makeSelect(tell('newPlatform'), app.page().vendors);
  const label = makeFieldBox(tell('accountName'), tell('newLabelHelp'), { maxlength: '60' });
  const add = makeButton(tell('addNow'), {
    kind: 'primary',
    onClick: (button) =>
      void whileBusy(button, tell('addingNow'), async () => {
        label.setProblem('');
        const outcome = await ask<string>(
          'addConnection',
          platform.select.value,
          label.input.value,
        );
        if (outcome.kind !== 'done') {
          label.setProblem(outcome.sentence);
          label.input.focus();
          return;
        }
        await app.refresh();
        app.go('connections', `${outcome.value}\n${outcome.sentence}`);
        app.announce(outcome.sentence);
      }),
  });
  label.input.addEventListener('keydown', ({ key }) => key === 'Enter' && add.click());
  const cancel = makeButton(tell('cancel'), { onClick: () => app.go('connections') });
  const node = make(
    'div',
    { class: 'content' },
    make('div', { class: 'row' }, back, make('h1', { tabindex: '-1' }, tell('newTitle'))),
    platform.node,
    label.node,
    make('div', { class: 'row ends' }, cancel, add),
  );
  return { node, focus: () => platform.select.focus(), rhythmMs: () => 0 };
}
