import { element } from '../elements';
import { say } from '../page-data';
import type { Board, Day } from './board';
import { svg, svgText } from './svg';

/** Widest page that is drawn as a phone's. */
const phonePx = 760;

const keys = ['received', 'resolved', 'yesterday'] as const;

/** The frame of the day: title, key, a place for the picture, and the same numbers as a table for those who do not see it. */
export function drawDayPanel({ day }: Board): HTMLElement {
  const panel = element('section', 'panel day', '');
  const title = element('h2', '', say('dayByHour'));
  const key = element('span', 'key', '');
  for (const name of keys) {
    const entry = element('span', '', '');
    entry.append(element('i', name, ''), say(`${name}Key`));
    key.append(entry);
  }
  title.append(key);
  panel.append(title, element('div', 'hours', ''), drawTable(day));
  return panel;
}

function drawTable({ firstHour, received, resolved, receivedYesterday }: Day): HTMLElement {
  const table = element('table', '', '');
  const row = (tag: string, cells: readonly string[]): HTMLElement => {
    const line = element('tr', '', '');
    line.append(...cells.map((cell) => element(tag, '', cell)));
    return line;
  };
  const shown = (value: number | null | undefined): string =>
    typeof value === 'number' ? String(value) : '';
  table.append(
    element('caption', '', say('hoursTable')),
    row('th', [say('hour'), ...keys.map((name) => say(`${name}Key`))]),
    ...received.map((count, index) =>
      row('td', [
        `${firstHour + index}h`,
        ...[count, resolved[index], receivedYesterday[index]].map(shown),
      ]),
    ),
  );
  const unseen = element('div', 'unseen', '');
  unseen.append(table);
  return unseen;
}

/** Sizes of the picture, px. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly isPhone: boolean;
  readonly fontPx: number;
  readonly leftPx: number;
  readonly cellPx: number;
  readonly topPx: number;
  readonly plotPx: number;
  readonly hourPx: number;
  /** The highest number. */
  readonly most: number;
}

function frameOf(place: Element, { received, resolved, receivedYesterday }: Day): Frame {
  const remPx = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const isPhone = window.innerWidth <= phonePx;
  const [width, height] = [place.clientWidth, place.clientHeight];
  const fontPx = isPhone ? 12 : 1.375 * remPx;
  const [leftPx, cellPx] = isPhone ? [0, 20] : [9.5 * remPx, 2 * remPx];
  const topPx = fontPx * 1.3;
  const numbers = [...received, ...resolved, ...receivedYesterday].map((value) => value ?? 0);
  return {
    width,
    height,
    isPhone,
    fontPx,
    leftPx,
    cellPx,
    topPx,
    plotPx: height - topPx - fontPx * 1.5 - cellPx,
    hourPx: (width - leftPx) / Math.max(1, received.length),
    most: Math.max(4, ...numbers),
  };
}

const yOf = ({ topPx, plotPx, most }: Frame, value: number): number =>
  topPx + plotPx - (plotPx * value) / most;

/** Draws the picture into its place, as large as that is now. */
export function drawHours(panel: ParentNode, { day }: Board): void {
  const place = panel.querySelector('.hours');
  if (place === null || place.clientWidth === 0) return;
  const frame = frameOf(place, day);
  const { width, height } = frame;
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  picture.append(...drawColumns(frame, day), drawYesterday(frame, day), ...drawLabels(frame, day));
  picture.append(...drawQuarters(frame, day));
  place.replaceChildren(picture);
}

function drawColumns(frame: Frame, { received, resolved, firstHour }: Day): readonly SVGElement[] {
  const { leftPx, hourPx, width, isPhone, fontPx } = frame;
  const base = yOf(frame, 0);
  const parts = [svg('line', { class: 'base', x1: leftPx, x2: width, y1: base, y2: base })];
  received.forEach((_count, index) => {
    const x = leftPx + hourPx * index;
    const hour = isPhone && index % 2 === 1 ? '' : `${firstHour + index}h`;
    parts.push(svg('line', { class: 'base', x1: x, x2: x, y1: base, y2: base + fontPx * 0.35 }));
    parts.push(svgText(hour, { class: 'hour', x, y: base + fontPx * 1.25, 'font-size': fontPx }));
    for (const [name, value, at] of [
      ['received', received[index], 0.15],
      ['resolved', resolved[index], 0.52],
    ] as const) {
      if (typeof value !== 'number') continue;
      const y = yOf(frame, value);
      const size = { y, width: hourPx * 0.33, height: base - y, rx: 2 };
      parts.push(svg('rect', { class: name, x: x + hourPx * at, ...size }));
    }
  });
  return parts;
}

/** What was received the day before, as steps: the lunch ahead of us is seen before it comes. */
function drawYesterday(frame: Frame, { receivedYesterday }: Day): SVGElement {
  const { leftPx, hourPx } = frame;
  const steps = receivedYesterday.map((value, index) => {
    const [x, y] = [leftPx + hourPx * index, yOf(frame, value)];
    return `${index === 0 ? 'M' : 'L'}${x},${y}L${x + hourPx},${y}`;
  });
  return svg('path', { class: 'yesterday', d: steps.join('') });
}

function drawLabels(frame: Frame, { received, resolved }: Day): readonly SVGElement[] {
  const { isPhone, leftPx, hourPx, fontPx } = frame;
  if (isPhone) return [];
  const label = (value: number | null | undefined, index: number, at: number): SVGElement[] =>
    typeof value !== 'number' || value === 0
      ? []
      : [
          svgText(value, {
            class: 'number',
            x: leftPx + hourPx * (index + at),
            y: yOf(frame, value) - fontPx * 0.3,
            'font-size': fontPx,
          }),
        ];
  return received.flatMap((value, index) => [
    ...label(value, index, 0.315),
    ...label(resolved[index], index, 0.685),
  ]);
}

/** How many were available by quarter of an hour; a number where it changes, and now. */
function drawQuarters(frame: Frame, { available }: Day): readonly SVGElement[] {
  const { isPhone, leftPx, hourPx, height, cellPx, fontPx } = frame;
  const [y, width] = [height - cellPx, hourPx / 4];
  const last = available.filter((value) => value !== null).length - 1;
  const parts = available.flatMap((value, index): SVGElement[] => {
    const x = leftPx + width * index;
    const name = value === null ? 'ahead' : value === 0 ? 'none' : 'some';
    const cell = svg('rect', {
      class: name,
      x,
      y,
      width: Math.max(width - 1.5, 0),
      height: cellPx,
    });
    const isTold = !isPhone && value !== null && (value !== available[index - 1] || index === last);
    if (!isTold) return [cell];
    const at = { class: `count ${name}`, x: x + width / 2, y: y + cellPx * 0.72 };
    return [cell, svgText(value, { ...at, 'font-size': fontPx * 0.95 })];
  });
  const words = svgText(isPhone ? '' : say('availableKey'), {
    class: 'hour',
    x: 0,
    y: y + cellPx * 0.7,
    'font-size': fontPx,
  });
  const present = { x: leftPx + width * last, y, width: Math.max(width - 1.5, 0), height: cellPx };
  return [words, ...parts, ...(last < 0 ? [] : [svg('rect', { class: 'present', ...present })])];
}
