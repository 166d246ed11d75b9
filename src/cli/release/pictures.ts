import {
  box,
  browser,
  button,
  grid,
  list,
  mark,
  markedButton,
  menuBar,
  reloadSign,
  widthOf,
  write,
  type Box,
  type Point,
} from './draw';
import type { StepId } from './steps';
import type { WordId } from './words';

type Say = (word: WordId) => string;

/** What each step's picture shows, below its title. */
export const scenes: Readonly<Record<StepId, (say: Say) => readonly string[]>> = {
  get: drawRawFile,
  sheet: drawNewSheet,
  editor: drawExtensions,
  paste: drawEditor,
  reload: drawReload,
  permit: drawPermission,
  start: drawStart,
  deploy: drawDeployment,
  url: drawUrl,
  connect: drawConnections,
};

const codeLines = [370, 260, 400, 320];

function drawCode(at: Point, fill: 'shade' | 'paper', lines = codeLines): readonly string[] {
  return lines.map((width, index) =>
    box({ x: at.x, y: at.y + index * 22, width, height: 9 }, { fill, corner: 3 }),
  );
}

function drawRawFile(say: Say): readonly string[] {
  const raw: Box = { x: 560, y: 62, width: 52, height: 28 };
  return [
    browser('github.com'),
    write({ x: 28, y: 82 }, say('code'), { bold: true }),
    box(raw),
    write({ x: 572, y: 81 }, say('raw')),
    mark(raw, 1),
    ...drawCode({ x: 28, y: 116 }, 'shade'),
    mark({ x: 24, y: 210, width: widthOf(say('copyAll')) + 16, height: 30 }, 2),
    write({ x: 32, y: 230 }, say('copyAll'), { bold: true }),
    ...drawCode({ x: 28, y: 258 }, 'shade', [340]),
  ];
}

function drawNewSheet(say: Say): readonly string[] {
  const address: Box = { x: 100, y: 15, width: 440, height: 22 };
  const title: Box = { x: 24, y: 56, width: widthOf(say('untitledSheet'), 16) + 12, height: 28 };
  return [
    browser(say('newSheet')),
    mark(address, 1),
    write({ x: 30, y: 76 }, say('untitledSheet'), { fontSize: 16 }),
    mark(title, 2),
    menuBar(112, [say('file'), say('extensions'), say('help')]).drawn,
    grid(128),
  ];
}

function drawSheet(
  say: Say,
  names: readonly string[],
): { readonly drawn: readonly string[]; readonly places: readonly Box[] } {
  const { drawn, places } = menuBar(112, names);
  const title = write({ x: 30, y: 76 }, say('ourName'), { fontSize: 16 });
  return { drawn: [browser('docs.google.com/spreadsheets'), title, drawn, grid(128)], places };
}

/** A menu that is open, with the line to click. */
function drawOpenMenu(
  at: Box | undefined,
  names: readonly string[],
  clicked: number,
): readonly string[] {
  if (at === undefined) return [];
  const { drawn, places } = list({ x: at.x, y: at.y + at.height + 4 }, names);
  const place = places[clicked];
  return [mark(at, 1), drawn, ...(place === undefined ? [] : [mark(place, 2)])];
}

function drawExtensions(say: Say): readonly string[] {
  const { drawn, places } = drawSheet(say, [say('file'), say('extensions'), say('help')]);
  const names = [say('addOns'), say('macros'), say('appsScript')];
  return [...drawn, ...drawOpenMenu(places[1], names, 2)];
}

function drawEditor(say: Say): readonly string[] {
  const code: Box = { x: 170, y: 112, width: 440, height: 164 };
  return [
    browser('script.google.com'),
    write({ x: 30, y: 76 }, say('appsScript'), { fontSize: 16 }),
    write({ x: 170, y: 76 }, say('untitledProject'), { fill: 'quiet' }),
    mark({ x: 164, y: 60, width: widthOf(say('untitledProject')) + 10, height: 24 }, 3),
    write({ x: 28, y: 130 }, say('code'), { fontSize: 13 }),
    box(code, { fill: 'shade' }),
    mark(code, 1),
    write({ x: 190, y: 146 }, say('pasteAll'), { bold: true }),
    ...drawCode({ x: 190, y: 166 }, 'paper'),
    mark({ x: 500, y: 60, width: widthOf(say('save')) + 12, height: 24 }, 2),
    write({ x: 506, y: 77 }, say('save'), { bold: true }),
  ];
}

function drawReload(say: Say): readonly string[] {
  const { drawn, places } = drawSheet(say, [
    say('file'),
    say('extensions'),
    say('help'),
    say('menu'),
  ]);
  const menu = places[3];
  return [
    ...drawn,
    reloadSign,
    mark({ x: 76, y: 15, width: 18, height: 22 }, 1),
    ...(menu === undefined ? [] : [mark(menu, 2)]),
  ];
}

/** The menu with its first line, and the panel at the right edge. */
function drawStart(say: Say): readonly string[] {
  const { drawn, places } = drawSheet(say, [
    say('file'),
    say('extensions'),
    say('help'),
    say('menu'),
  ]);
  const makeTabs = button({ x: 452, y: 200 }, say('makeTabs'));
  return [
    ...drawn,
    ...drawOpenMenu(places[3], [say('start'), say('connections')], 0),
    ...drawPanel(say('start')),
    makeTabs.drawn,
    mark(makeTabs.place, 3),
  ];
}

/** The panel's frame with the name of its screen. */
function drawPanel(title: string): readonly string[] {
  return [
    box({ x: 430, y: 116, width: 200, height: 174 }, { corner: 8 }),
    write({ x: 446, y: 146 }, title, { bold: true }),
    box({ x: 446, y: 164, width: 150, height: 9 }, { fill: 'shade', corner: 3 }),
  ];
}

function drawPermission(say: Say): readonly string[] {
  const ok = button({ x: 40, y: 106 }, say('ok'));
  const link: Box = { x: 296, y: 160, width: widthOf(say('goOn')) + 8, height: 24 };
  const allow = button({ x: 478, y: 240 }, say('allow'));
  return [
    box({ x: 20, y: 20, width: 240, height: 140 }, { corner: 8 }),
    write({ x: 40, y: 56 }, say('authorization'), { bold: true }),
    ok.drawn,
    mark(ok.place, 1),
    write({ x: 40, y: 250 }, `${say('menu')} > ${say('start')}`, { bold: true }),
    box({ x: 280, y: 20, width: 340, height: 180 }, { corner: 8 }),
    write({ x: 300, y: 56 }, say('notVerified'), { bold: true }),
    write({ x: 300, y: 110 }, say('advanced'), { fill: 'action' }),
    mark({ x: 296, y: 94, width: widthOf(say('advanced')) + 8, height: 24 }, 2),
    write({ x: 300, y: 177 }, say('goOn'), { fill: 'action' }),
    mark(link, 3),
    box({ x: 280, y: 220, width: 340, height: 66 }, { corner: 8 }),
    write({ x: 300, y: 260 }, say('ourName'), { bold: true }),
    allow.drawn,
    mark(allow.place, 4),
  ];
}

function drawDeployment(say: Say): readonly string[] {
  const deploy = button({ x: 18, y: 24 }, say('deploy'));
  const menu = list({ x: 18, y: 64 }, [say('newDeployment'), say('manageDeployments')]);
  const rows = [
    [say('webApp'), ''],
    [say('executeAs'), say('me')],
    [say('whoHasAccess'), say('anyone')],
  ] as const;
  const last = button({ x: 480, y: 246 }, say('deploy'));
  const form = rows.flatMap(([name, value], index) => {
    const y = 44 + index * 66;
    const field: Box = { x: 314, y: y + 18, width: 292, height: 30 };
    const shown = value === '' ? name : value;
    return [
      ...(value === '' ? [] : [write({ x: 314, y: y + 8 }, name, { fontSize: 12, fill: 'quiet' })]),
      box(field),
      write({ x: 326, y: y + 38 }, shown),
      mark(field, index + 3),
    ];
  });
  const [first] = menu.places;
  return [
    deploy.drawn,
    mark(deploy.place, 1),
    menu.drawn,
    ...(first === undefined ? [] : [mark(first, 2)]),
    box({ x: 294, y: 16, width: 336, height: 272 }, { corner: 8 }),
    ...form,
    last.drawn,
    mark(last.place, 6),
  ];
}

function drawUrl(say: Say): readonly string[] {
  const url = 'https://script.google.com/macros/s/AKfycb…/exec';
  const copy: Box = { x: 36, y: 88, width: widthOf(say('copy')) + 20, height: 28 };
  const field: Box = { x: 36, y: 226, width: 400, height: 30 };
  return [
    box({ x: 16, y: 14, width: 608, height: 118 }, { corner: 8 }),
    write({ x: 36, y: 44 }, say('webApp'), { bold: true }),
    write({ x: 36, y: 72 }, url, { mono: true, fontSize: 13 }),
    write({ x: 46, y: 107 }, say('copy'), { fill: 'action' }),
    mark(copy, 1),
    box({ x: 16, y: 150, width: 608, height: 136 }, { corner: 8 }),
    write({ x: 36, y: 180 }, say('ourName'), { fill: 'quiet' }),
    markedButton({ x: 450, y: 162 }, say('urlIsCopied'), 2),
    box(field),
    write({ x: 46, y: 246 }, url, { mono: true, fontSize: 13 }),
    mark(field, 3),
    markedButton({ x: 480, y: 226 }, say('continue'), 4),
  ];
}

function drawConnections(say: Say): readonly string[] {
  const rows = ['Huggy', 'Nexloo (Evolvy)', 'Treble', 'PlugChat', 'Weni'];
  const copy: Box = { x: 590 - widthOf(say('copy')), y: 150, width: widthOf(say('copy')) + 20, height: 28 };
  const chosen: Box = { x: 32, y: 64, width: 180, height: 30 };
  return [
    box({ x: 16, y: 14, width: 608, height: 272 }, { corner: 8 }),
    write({ x: 36, y: 44 }, say('ourName'), { fill: 'quiet' }),
    ...rows.map((name, index) => write({ x: 40, y: 84 + index * 40 }, name)),
    mark(chosen, 1),
    box({ x: 250, y: 150, width: 270, height: 28 }, { fill: 'shade' }),
    write({ x: 260, y: 169 }, 'https://script.google.com/…/exec?k=…', { mono: true, fontSize: 12 }),
    box(copy),
    write({ x: copy.x + 10, y: 169 }, say('copy'), { fill: 'action' }),
    mark(copy, 2),
    markedButton({ x: 440, y: 220 }, say('isPasted'), 3),
  ];
}
