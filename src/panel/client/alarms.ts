import { element, makeButton, makeField, placeOf, makeCard } from './elements';
import { say } from './page-data';
import { choiceInput, textInput } from './inputs';
import { pressOnEnter } from './enter';
import { attach, load, makeOutcomePlace } from './work';

interface Chat {
  readonly id: string;
  readonly name: string;
  readonly isKept: boolean;
  readonly state: string;
}

/** What the form holds, as the app reads it. */
interface AlarmForm {
  readonly waitMinutes: string;
  readonly summaryHour: string;
}

interface AlarmsPage {
  readonly today: readonly string[];
  readonly chats: readonly Chat[];
  readonly form: AlarmForm;
}

function todayCard({ today }: AlarmsPage): HTMLElement {
  const list = document.createElement('ul');
  list.append(...today.map((sentence) => element('li', '', sentence)));
  const nothing = element('p', 'hint', say('noAlarmsToday'));
  return makeCard(say('alarmsToday'), today.length === 0 ? nothing : list);
}

/** Each chat with its buttons, drawn anew when something was kept or deleted. */
function chatLines(page: AlarmsPage, redraw: (next: AlarmsPage) => void): readonly HTMLElement[] {
  return page.chats.map(({ id, name, isKept, state }) => {
    const line = element('div', 'chat', '');
    line.append(element('p', '', `${name}: ${state}`));
    if (!isKept) return line;
    const place = makeOutcomePlace();
    const test = makeButton(say('alarmTest'), 'secondary');
    const forget = makeButton(say('alarmForget'), 'secondary');
    for (const button of [test, forget])
      button.setAttribute('aria-label', `${button.textContent} (${name})`);
    const args = (): readonly string[] => [id];
    attach<AlarmsPage>({ button: test, place, action: 'testChat', args, show: keepSentence });
    const show = (next: AlarmsPage, sentence: string): string => {
      redraw(next);
      return sentence;
    };
    attach<AlarmsPage>({ button: forget, place, action: 'forgetChat', args, show });
    const actions = element('div', 'actions', '');
    actions.append(test, forget);
    line.append(actions, place);
    return line;
  });
}

const keepSentence = (_page: AlarmsPage, sentence: string): string => sentence;

function chatsCard(page: AlarmsPage): HTMLElement {
  const lines = element('div', '', '');
  const draw = (next: AlarmsPage): void => lines.replaceChildren(...chatLines(next, draw));
  draw(page);
  const place = makeOutcomePlace();
  const url = makeField(say('alarmUrl'));
  url.type = 'password';
  url.autocomplete = 'off';
  const keep = makeButton(say('alarmKeepUrl'));
  const show = (next: AlarmsPage, sentence: string): string => {
    url.value = '';
    draw(next);
    return sentence;
  };
  attach<AlarmsPage>({ button: keep, place, action: 'keepChat', args: () => [url.value], show });
  const line = element('div', 'address', '');
  line.append(url, keep);
  return makeCard(say('alarmChats'), element('p', 'hint', say('alarmWhere')), line, place, lines);
}

const hoursUpTo = (from: number, until: number): readonly { id: string; name: string }[] =>
  Array.from({ length: until - from + 1 }, (_unused, index) => ({
    id: String(from + index),
    name: `${from + index}:00`,
  }));

function settingsCard({ form }: AlarmsPage): HTMLElement {
  const never = { id: '-1', name: say('alarmNoSummary') };
  const wait = textInput(say('alarmWait'), form.waitMinutes);
  const hours = [never, ...hoursUpTo(0, 23)];
  const summary = choiceInput(say('alarmSummary'), hours, form.summaryHour);
  const read = (): AlarmForm => ({ waitMinutes: wait.read(), summaryHour: summary.read() });
  const place = makeOutcomePlace();
  const save = makeButton(say('alarmSave'));
  const args = (): readonly string[] => [JSON.stringify(read())];
  attach<AlarmsPage>({ button: save, place, action: 'saveAlarms', args, show: keepSentence });
  const actions = element('div', 'actions', '');
  actions.append(save);
  const hint = element('p', 'hint', say('alarmHours'));
  return makeCard(say('alarmSettings'), hint, wait.node, summary.node, actions, place);
}

pressOnEnter();
load<AlarmsPage>({
  place: placeOf('alarms'),
  action: 'readAlarms',
  show: (page) =>
    placeOf('alarms').replaceChildren(
      element('p', 'hint', say('alarmsAbout')),
      todayCard(page),
      chatsCard(page),
      settingsCard(page),
    ),
});
