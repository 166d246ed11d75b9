import { element, makeButton } from './elements';
import { clearFaults, labelled, makeInput, markFault, newId } from './field-view';
import type { Cause } from './failures-data';
import { fillText, heading } from './failures-words';
import { say } from './page-data';
import { attach, makeOutcomePlace, tell } from './work';

const reasons = ['failWhyTest', 'failWhyUnused', 'failWhyFixed', 'failWhyOther'] as const;

interface IgnoreEnd {
  readonly opener: HTMLElement;
  ended(sentence: string): void;
}

/** Asks why a cause is ignored, in the place of the page; cancelling comes back. */
export function ignoreForm(cause: Cause, { opener, ended }: IgnoreEnd): void {
  const main = document.querySelector('main');
  const shown = [...(main?.childNodes ?? [])];
  const leave = (): void => {
    main?.replaceChildren(...shown);
    opener.focus();
  };
  const count = String(cause.stopped);
  const form = document.createElement('form');
  const { node, read, other, input } = reasonFields();
  const place = makeOutcomePlace();
  const cancel = makeButton(say('failCancel'), 'quiet');
  cancel.type = 'button';
  cancel.dataset['back'] = '';
  cancel.addEventListener('click', leave);
  const ignore = makeButton(fillText('failIgnoreTitle', { count }), 'danger');
  attach<null>({
    button: ignore,
    place,
    action: 'ignoreCause',
    args: () => [cause.key, read()],
    show: (_none, sentence) => {
      ended(sentence);
      return sentence;
    },
    mark: (faults) => {
      clearFaults(form);
      const [fault] = faults;
      if (fault === undefined) return;
      other.hidden = false;
      // It is told at the field; twice would be once too often.
      tell(place, 'refused', '');
      markFault(input, fault.sentence);
      input.focus();
    },
  });
  const bar = element('div', 'bar', '');
  bar.append(place, cancel, ignore);
  form.append(node, other, bar);
  const title = heading(fillText('failIgnoreTitle', { count }));
  main?.replaceChildren(
    title,
    element('p', 'hint', cause.cause),
    element('p', '', say('failIgnoreAbout')),
    form,
  );
  title.focus();
}

/** The usual reasons to choose from, and a line for another one. */
function reasonFields(): {
  readonly node: HTMLElement;
  readonly other: HTMLElement;
  readonly input: HTMLInputElement;
  read(): string;
} {
  const node = document.createElement('fieldset');
  const input = makeInput('');
  const other = labelled({ label: say('failReasonLabel'), help: '' }, input);
  const name = newId();
  other.hidden = true;
  node.append(element('legend', '', say('failWhy')));
  const choices = reasons.map((id, index) => {
    const line = element('label', 'tick', '');
    const choice = document.createElement('input');
    choice.type = 'radio';
    choice.name = name;
    choice.checked = index === 0;
    line.append(choice, element('span', '', say(id)));
    node.append(line);
    choice.addEventListener('change', () => {
      other.hidden = id !== 'failWhyOther';
    });
    return { id, choice };
  });
  const read = (): string => {
    const chosen = choices.find(({ choice }) => choice.checked)?.id ?? 'failWhyOther';
    return chosen === 'failWhyOther' ? input.value.trim() : say(chosen);
  };
  return { node, other, input, read };
}
