import { askFirst } from './ask-first';
import type { ChoicesPage, Desk, OwnColumn, SeenField } from './choices-data';
import { element, makeButton } from './elements';
import { choiceInput, textInput, type Choice } from './inputs';
import { say } from './page-data';
import { attach, type Work } from './work';

/** Fields to choose from, with what they held last. */
export const fieldChoices = (fields: readonly SeenField[], none: string): readonly Choice[] => [
  { id: '', name: none },
  ...fields.map(({ path, said, value }) => ({ id: path, name: `${said} = ${value}` })),
];

/** The columns that the connection fills, and the form of one more. */
export function columnsCard(desk: Desk): readonly HTMLElement[] {
  const { page } = desk;
  return [
    element('p', 'hint', say('choicesColumnsAbout')),
    ...page.columns.map((column) => columnLine(column, desk)),
    ...(page.isMasked ? [element('p', 'hint', say('choicesMasked'))] : []),
    ...addForm(desk),
    ...(page.columns.length === 0 ? [] : [fillButton(desk)]),
  ];
}

function columnLine(column: OwnColumn, { page, place, showAnew }: Desk): HTMLElement {
  const { id, title, tab, path, kind, personal } = column;
  const line = element('div', 'own', '');
  const said = `${title} · ${tab} · ${path} · ${kind} · ${say('choicesPersonal')}: ${personal}`;
  const drop = makeButton(say('choicesDrop'), 'secondary');
  drop.setAttribute('aria-label', `${say('choicesDrop')} (${title})`);
  const yes = makeButton(say('choicesDrop'), 'danger');
  const args = (): readonly string[] => [page.id, id];
  attach<ChoicesPage>({ button: yes, place, action: 'dropOwnColumn', args, show: showAnew });
  line.append(element('span', '', said), drop, askFirst(drop, yes, say('choicesDropSure')));
  return line;
}

function addForm({ page, place, showAnew }: Desk): readonly HTMLElement[] {
  const field = choiceInput(
    say('choicesField'),
    fieldChoices(page.fields, say('choicesOther')),
    page.fields[0]?.path ?? '',
  );
  const typed = textInput(say('choicesTyped'), '');
  const tab = choiceInput(say('choicesTab'), page.tabs, '');
  const title = textInput(say('choicesTitle'), '');
  const kind = choiceInput(say('choicesKind'), page.kinds, '');
  const personal = choiceInput(say('choicesPersonal'), page.classes, '');
  const add = makeButton(say('choicesAdd'));
  attach<ChoicesPage>({
    button: add,
    place,
    action: 'addOwnColumn',
    args: () => [
      page.id,
      JSON.stringify({
        path: typed.read() || field.read(),
        tab: tab.read(),
        title: title.read(),
        kind: kind.read(),
        personal: personal.read(),
      }),
    ],
    show: showAnew,
  });
  return [...[field, typed, tab, title, kind, personal].map(({ node }) => node), add];
}

interface Report {
  readonly taken: number;
  readonly lastNumber: number;
}

/** The journal is read again run by run until nothing is left. */
function fillButton({ page: { id }, place }: Desk): HTMLElement {
  const fill = makeButton(say('choicesFill'), 'secondary');
  const showFrom =
    (before: number): Work<Report>['show'] =>
    ({ taken, lastNumber }) => {
      const sentence = say('choicesFilled').replace('{count}', String(before + taken));
      const args = ['connection', `${id} ${lastNumber}`];
      return taken === 0 ? sentence : { sentence, args, show: showFrom(before + taken) };
    };
  const args = (): readonly string[] => ['connection', `${id} 0`];
  attach<Report>({ button: fill, place, action: 'replay', args, show: showFrom(0) });
  return fill;
}
