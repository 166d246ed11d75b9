import { askServer } from './call-server';
import { element, makeButton } from './elements';
import { ignoreForm } from './failures-ignore';
import type { Cause, FailedEvent } from './failures-data';
import { attachDryRun, type DryRunEnd } from './failures-replay';
import { fillText, heading } from './failures-words';
import { say } from './page-data';
import { attach, makeOutcomePlace, tell } from './work';

/** Whose events they are, and which. */
export const whoseOf = ({ vendor, account, event }: Cause): string =>
  [vendor, account, event].filter((part) => part !== '').join(' · ');

/** A cause with what to do, where it failed, and the bodies of its events. */
export function causeView(cause: Cause, end: DryRunEnd): readonly HTMLElement[] {
  const event = element('div', 'event', '');
  const place = makeOutcomePlace();
  const bar = element('div', 'bar', '');
  const back = makeButton(`‹ ${say('failBack')}`, 'quiet');
  back.dataset['back'] = '';
  back.addEventListener('click', end.leave);
  bar.append(place, ...barButtons(cause, { place, end }));
  showEvent(cause, 0, { event, place, end });
  return [
    back,
    heading(cause.cause),
    element('p', 'hint', whoseOf(cause)),
    adviceCard(cause),
    facts([
      [say('failFirst'), cause.first],
      [say('failLast'), cause.last],
      [say('failTotal'), String(cause.count)],
    ]),
    event,
    bar,
  ];
}

function adviceCard({ state, advice, nextTry, reason, situation }: Cause): HTMLElement {
  const section = document.createElement('section');
  section.append(element('h2', '', say('failWhatToDo')));
  const lines = {
    waiting: [advice],
    retrying: [fillText('failByItself', { time: nextTry })],
    solved: [situation],
    ignored: [situation, fillText('failReason', { reason })],
  } as const;
  section.append(...lines[state].map((line) => element('p', '', line)));
  return section;
}

function facts(all: readonly (readonly [string, string])[]): HTMLElement {
  const list = element('dl', 'facts', '');
  for (const [name, value] of all) list.append(element('dt', '', name), element('dd', '', value));
  return list;
}

interface Places {
  readonly event: HTMLElement;
  readonly place: HTMLElement;
  readonly end: DryRunEnd;
  /** The button that turned to this event. */
  readonly pressed?: string;
}

/** The event at that place, with buttons to the one before and after; the one that was pressed keeps the keyboard. */
function showEvent(cause: Cause, index: number, places: Places): void {
  const { event, place, pressed = '' } = places;
  event.replaceChildren(element('p', 'hint', say('working')));
  askServer<FailedEvent | null>('readEventOf', [cause.key, String(index)], (outcome) => {
    if (outcome.kind !== 'done') {
      event.replaceChildren();
      tell(place, outcome.kind, outcome.sentence);
    } else if (outcome.value === null)
      event.replaceChildren(element('p', 'hint', say('failNoBodies')));
    else {
      event.replaceChildren(...eventNodes(cause, outcome.value, places));
      event.querySelector<HTMLElement>(`[data-turn='${pressed}']`)?.focus();
    }
  });
}

function eventNodes(cause: Cause, failed: FailedEvent, places: Places): readonly HTMLElement[] {
  const { path, fault, index, count, account, received, request } = failed;
  const where = element('p', 'path', '');
  const steps = path.length === 0 ? [say('failWhole')] : path;
  where.append(...steps.map((step) => element('code', '', step)));
  const head = element('div', 'titleline', '');
  head.append(
    element('h2', '', say('failBody')),
    element('span', 'when', fillText('failPlace', { at: String(index + 1), count: String(count) })),
    turnButton('failBefore', index > 0, (pressed) =>
      showEvent(cause, index - 1, { ...places, pressed }),
    ),
    turnButton('failAfter', index < count - 1, (pressed) =>
      showEvent(cause, index + 1, { ...places, pressed }),
    ),
  );
  const one = makeButton(say('failSimulateOne'), 'secondary');
  attachDryRun(one, () => ({ kind: 'request', value: request }), places);
  return [
    element('h2', '', say('failWhere')),
    where,
    ...(fault === '' ? [] : [element('p', 'fault', fault)]),
    head,
    element('p', 'hint', `${account} · ${received}`),
    bodyView(failed),
    one,
  ];
}

function turnButton(id: string, isThere: boolean, turn: (id: string) => void): HTMLElement {
  const button = makeButton(id === 'failBefore' ? '‹' : '›', 'quiet');
  button.setAttribute('aria-label', say(id));
  button.dataset['turn'] = id;
  button.setAttribute('aria-disabled', String(!isThere));
  button.addEventListener('click', () => isThere && turn(id));
  return button;
}

/** The body as it is kept, the place that failed marked and said. */
function bodyView({ body }: FailedEvent): HTMLElement {
  const view = document.createElement('pre');
  view.tabIndex = 0;
  view.setAttribute('role', 'region');
  view.setAttribute('aria-label', say('failBody'));
  for (const { text, isFaulty } of body) {
    const line = element(isFaulty ? 'mark' : 'span', 'codeline', text);
    if (isFaulty) line.append(element('span', 'unseen', ` (${say('failFaulty')})`));
    view.append(line);
  }
  return view;
}

function barButtons(
  cause: Cause,
  places: Pick<Places, 'place' | 'end'>,
): readonly HTMLButtonElement[] {
  const { place, end } = places;
  const simulate = makeButton(fillText('failSimulate', { count: String(cause.stopped) }));
  attachDryRun(simulate, () => ({ kind: 'cause', value: cause.key }), places);
  if (cause.state === 'ignored') {
    const undo = makeButton(say('failUnignore'), 'secondary');
    attach<null>({
      button: undo,
      place,
      action: 'unignoreCause',
      args: () => [cause.key],
      show: (_none, sentence) => {
        end.ended(sentence);
        return sentence;
      },
    });
    return [undo, simulate];
  }
  if (cause.state !== 'waiting') return cause.state === 'solved' ? [] : [simulate];
  const open = makeButton(say('failIgnore'), 'quiet');
  open.addEventListener('click', () => ignoreForm(cause, { opener: open, ended: end.ended }));
  return [open, simulate];
}
