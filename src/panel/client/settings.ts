import { element, makeButton, placeOf } from './elements';
import { leaveOnEscape } from './escape';
import { say } from './page-data';
import type { Section } from './settings-data';
import { heading, sectionView } from './settings-section';
import { attach, load, makeOutcomePlace, tell } from './work';

const main = placeOf('settings');

/** The list of themes, each with today's values. */
function showList(sections: readonly Section[], at = ''): void {
  const list = element('div', 'themes', '');
  for (const section of sections) {
    const line = makeButton('', 'theme');
    line.append(element('strong', '', section.title), element('span', '', section.sum));
    line.addEventListener('click', () => showSection(sections, section, ''));
    list.append(line);
    if (section.id === at) queueMicrotask(() => line.focus());
  }
  main.replaceChildren(heading(document.title), list, ...furtherPages());
}

/** What is set elsewhere: the text of each line, and the action that opens its page instead of this one. */
const further = [
  ['alarms', 'openAlarms'],
  ['screens', 'openScreens'],
  ['privacy', 'openPrivacy'],
  ['platforms', 'openPlatforms'],
  ['weni', 'openWeni'],
] as const;

function furtherPages(): readonly HTMLElement[] {
  const list = element('div', 'themes', '');
  const state = makeOutcomePlace();
  for (const [text, action] of further) {
    const line = makeButton(say(text), 'theme');
    attach({ button: line, place: state, action, args: () => [], show: () => '' });
    list.append(line);
  }
  return [element('h2', '', say('setMore')), list, state];
}

function showSection(sections: readonly Section[], section: Section, sentence: string): void {
  const nodes = sectionView(section, {
    leave: () => showList(sections, section.id),
    undo: () => showSection(sections, section, ''),
    saved: (next, said) => {
      const same = next.find(({ id }) => id === section.id);
      if (same !== undefined) showSection(next, same, said);
    },
  });
  main.replaceChildren(...nodes);
  const state = main.querySelector<HTMLElement>('.outcome');
  if (sentence !== '' && state !== null) tell(state, 'done', sentence);
  main.querySelector('h1')?.focus();
}

leaveOnEscape();
load<readonly Section[]>({
  place: main,
  action: 'readSettings',
  show: (sections) => showList(sections),
});
