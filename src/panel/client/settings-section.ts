import { element, makeButton } from './elements';
import { clearFaults, markFault, type FieldView } from './field-view';
import type { FieldFault } from './outcome';
import { say } from './page-data';
import type { Field, Section } from './settings-data';
import { makeField } from './settings-fields';
import { attach, makeOutcomePlace, tell } from './work';

/** What becomes of a section that is left or saved. */
export interface SectionEnd {
  leave(): void;
  saved(sections: readonly Section[], sentence: string): void;
  undo(): void;
}

/** A theme with its fields and the bar that saves them. */
export function sectionView(section: Section, end: SectionEnd): readonly HTMLElement[] {
  const form = document.createElement('form');
  const state = makeOutcomePlace();
  const views = new Map<string, FieldView>();
  const hasChanged = (): void => {
    showDependent(section.fields, views);
    showChanges(state, save, countChanges());
  };
  for (const field of section.fields) {
    const view = makeField(field, hasChanged);
    views.set(field.id, view);
    form.append(view.node);
  }
  const read = (): string =>
    JSON.stringify(Object.fromEntries([...views].map(([id, view]) => [id, view.read()])));
  const before = new Map([...views].map(([id, view]) => [id, JSON.stringify(view.read())]));
  const countChanges = (): number =>
    [...views].filter(([id, view]) => JSON.stringify(view.read()) !== before.get(id)).length;
  form.addEventListener('input', hasChanged);
  showDependent(section.fields, views);
  const { bar, save } = saveBar({
    section,
    read,
    end,
    state,
    mark: (faults) => markAll(form, views, faults),
  });
  form.append(bar);
  const back = backButton(state, () => countChanges() > 0, end.leave);
  return [back, heading(section.title), element('p', 'hint', section.about), form];
}

/** A title that can be given the focus, so that a reader begins there. */
export function heading(text: string): HTMLElement {
  const title = element('h1', '', text);
  title.tabIndex = -1;
  return title;
}

/** Fields of a switch that is off are not shown. */
function showDependent(fields: readonly Field[], views: ReadonlyMap<string, FieldView>): void {
  for (const { id, when } of fields) {
    const view = views.get(id);
    if (view !== undefined && when !== undefined)
      view.node.hidden = views.get(when)?.read() !== true;
  }
}

function markAll(
  form: HTMLElement,
  views: ReadonlyMap<string, FieldView>,
  faults: readonly FieldFault[],
): void {
  clearFaults(form);
  const inputs = faults.flatMap(({ field, sentence }) => {
    const own = [...views.keys()].find((id) => field === id || field.startsWith(`${id}.`)) ?? '';
    const path = field.slice(own.length + 1).split('.');
    const input = views.get(own)?.inputAt(path) ?? null;
    if (input === null) return [];
    markFault(input, sentence);
    return [input];
  });
  inputs[0]?.focus();
}

interface Bar {
  readonly section: Section;
  read(): string;
  readonly end: SectionEnd;
  readonly state: HTMLElement;
  mark(faults: readonly FieldFault[]): void;
}

function saveBar({ section, read, end, state, mark }: Bar) {
  const bar = element('div', 'bar', '');
  const undo = makeButton(say('setUndo'), 'quiet');
  undo.type = 'button';
  undo.addEventListener('click', end.undo);
  const save = makeButton(say('setSave'));
  attach<readonly Section[]>({
    button: save,
    place: state,
    action: 'saveSettings',
    args: () => [section.id, read()],
    show: (sections, sentence) => {
      end.saved(sections, sentence);
      return sentence;
    },
    mark,
  });
  bar.append(state, undo, save);
  showChanges(state, save, 0);
  return { bar, save };
}

/** Neither good nor bad; with nothing to save the button says so, and stays within reach of the keyboard. */
function showChanges(state: HTMLElement, save: HTMLButtonElement, count: number): void {
  const said = count === 0 ? 'setUnchanged' : count === 1 ? 'setChangedOne' : 'setChanged';
  state.textContent = say(said).replace('{count}', String(count));
  state.dataset['kind'] = 'plain';
  save.setAttribute('aria-disabled', String(count === 0));
}

/** Leaving with changes asks once. */
function backButton(state: HTMLElement, isChanged: () => boolean, leave: () => void): HTMLElement {
  const back = makeButton(`‹ ${say('setBack')}`, 'quiet');
  back.type = 'button';
  back.dataset['back'] = '';
  let isAsked = false;
  back.addEventListener('click', () => {
    if (!isChanged() || isAsked) return leave();
    isAsked = true;
    tell(state, 'refused', say('setLeave'));
  });
  return back;
}
