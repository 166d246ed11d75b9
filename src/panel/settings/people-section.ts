import type { KnownAgent } from '../../intake/views/read-agents';
import type { PeopleNames } from '../../projections/people';
import type { FieldFault } from '../outcome';
import { agentsOf } from './agents-of';
import {
  cellAt,
  linesIn,
  textIn,
  type FieldLine,
  type Section,
  type SettingsDesk,
  type Typed,
} from './section';

const field = 'people';
const longestName = 60;

/** Which agents of several connections are one person: a name for each; agents of one name are one person. */
export const peopleSection: Section = {
  id: 'people',
  title: 'setPeople',
  about: 'setPeopleAbout',
  saved: 'setSavedSoon',
  sum: (desk) => {
    const { people } = desk.settings;
    const counts = { agents: agentsOf(desk).length, named: Object.keys(people).length };
    return desk.speak('setPeopleSum', {
      agents: String(counts.agents),
      named: String(counts.named),
    });
  },
  fields: (desk) => [
    {
      kind: 'table',
      id: field,
      label: desk.speak('setPeopleTable'),
      help: desk.speak('setPeopleHelp'),
      columns: [
        { id: 'key', label: '', kind: 'hidden' },
        { id: 'agent', label: desk.speak('setAgent'), kind: 'shown' },
        { id: 'where', label: desk.speak('setConnection'), kind: 'shown' },
        { id: 'person', label: desk.speak('setPerson'), kind: 'text' },
      ],
      value: linesOf(desk),
      add: '',
    },
  ],
  take: (typed, { settings, speak }) => {
    const tooLong = speak('setTooLong', { count: String(longestName) });
    return {
      faults: linesIn(typed, field).flatMap((line, index): readonly FieldFault[] =>
        textIn(line, 'person').length > longestName
          ? [{ field: cellAt(field, index, 'person'), sentence: tooLong }]
          : [],
      ),
      change: (known) => ({ ...known, people: withTyped(settings.people, typed) }),
    };
  },
};

/** By name, so that one person's agents stand together; then those whom nobody knows any more. */
function linesOf(desk: SettingsDesk): readonly FieldLine[] {
  const { people } = desk.settings;
  const known = [...agentsOf(desk)].sort((a, b) => a.name.localeCompare(b.name));
  const keys = new Set(known.map(({ key }) => key));
  const gone = Object.keys(people).filter((key) => !keys.has(key));
  return [
    ...known.map((agent) =>
      lineOf(agent.key, people, { agent: agent.name, where: placeOf(agent) }),
    ),
    ...gone.map((key) => lineOf(key, people, { agent: key.split('|').pop() ?? '', where: '–' })),
  ];
}

const placeOf = ({ vendorName, account, email }: KnownAgent): string =>
  [vendorName, account, email ?? ''].filter((part) => part !== '').join(' · ');

const lineOf = (
  key: string,
  people: PeopleNames,
  shown: Readonly<Record<'agent' | 'where', string>>,
): FieldLine => ({
  name: `${shown.agent}, ${shown.where}`,
  cells: { key, ...shown, person: people[key] ?? '' },
  fixed: [],
});

/** Whoever is not in the table stays as they are: they came after it was opened. */
function withTyped(known: PeopleNames, typed: Typed): PeopleNames {
  const lines = linesIn(typed, field).map(
    (line) => [textIn(line, 'key'), textIn(line, 'person')] as const,
  );
  const all = Object.entries({ ...known, ...Object.fromEntries(lines) });
  return Object.fromEntries(all.filter(([key, name]) => key.includes('|') && name !== ''));
}
