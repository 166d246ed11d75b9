type Child = Node | string | null;

/** Makes an element with its attributes (blank ones are left out) and what stands in it. Texts are texts, never HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== '') made.setAttribute(name, value);
  made.append(...children.flatMap((child) => child ?? []));
  return made;
}

/** The paths of our icons, drawn on 16 by 16. */
const icons = {
  check: ['M3.5 8.5l3 3 6-7'],
  cross: ['M4 4l8 8M12 4l-8 8'],
  dash: ['M4.5 8h7'],
  next: ['M6 3.5 10.5 8 6 12.5'],
  back: ['M10 3.5 5.5 8 10 12.5'],
  down: ['M3.5 6 8 10.5 12.5 6'],
  more: ['M8 3.4v.1M8 8v.1M8 12.6v.1'],
  add: ['M8 3v10M3 8h10'],
  plug: ['M5.5 2v3M10.5 2v3M3.8 5h8.4v2.2a4.2 4.2 0 0 1-8.4 0z', 'M8 11.4V14'],
  inbox: [
    'M2.5 9.5 4.3 3.6A1 1 0 0 1 5.3 3h5.4a1 1 0 0 1 1 .6l1.8 5.9V12a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1z',
    'M2.5 9.5h3.2a2.3 2.3 0 0 0 4.6 0h3.2',
  ],
  flag: ['M4 14V2.5M4 3h8l-2 3 2 3H4'],
  pause: ['M5.8 3.5v9M10.2 3.5v9'],
  play: ['M5 3.2v9.6L12.5 8z'],
  clock: ['M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z', 'M8 4.8V8l2.2 1.4'],
  open: ['M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2z'],
  alert: ['M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z', 'M8 5v3.4M8 10.9v.1'],
  warning: ['M8 2.2 14.3 13H1.7z', 'M8 6.6v3M8 11.3v.1'],
  info: ['M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z', 'M8 7.4v3.4M8 5v.1'],
  copy: [
    'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5z',
    'M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5',
  ],
  outside: [
    'M9.5 2.5h4v4M13.2 2.8 7.5 8.5',
    'M12 9.5v2.7a1.3 1.3 0 0 1-1.3 1.3H3.8a1.3 1.3 0 0 1-1.3-1.3V5.3A1.3 1.3 0 0 1 3.8 4h2.7',
  ],
  send: ['M14 2 2 7l4.6 2.1L9 14z', 'M14 2 6.6 9.1'],
  pencil: ['M3 13l.6-2.8 7.6-7.6 2.2 2.2-7.6 7.6z'],
  key: ['M10.5 2.5a3 3 0 1 0 0 6 3 3 0 1 0 0-6z', 'M8.3 7.7 3 13M4.6 11.4l1.6 1.6'],
  bin: ['M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5'],
  gear: [
    'M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 1 0 0-4.8z',
    'M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type IconName = keyof typeof icons;

const svgSpace = 'http://www.w3.org/2000/svg';

/** An icon; words beside it say the same. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of icons[name]) {
    const path = document.createElementNS(svgSpace, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/** A text in which `*…*` is bold. */
export const rich = (text: string): readonly (Node | string)[] =>
  text.split('*').map((part, index) => (index % 2 === 1 ? make('b', {}, part) : part));

/** Words for those who hear the page. */
export const hiddenText = (text: string): HTMLElement =>
  make('span', { class: 'hidden-text' }, text);

let ids = 0;
/** A new id for an element of this page. */
export const newId = (): string => `e${(ids += 1)}`;
