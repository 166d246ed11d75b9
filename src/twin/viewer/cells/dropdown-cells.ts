import type { Texts } from '../texts';
import { closeDropdown, openDropdown } from './dropdown';
import type { CellFinder, GridPlace } from './find-cell';

type Model = InstanceType<typeof o_spreadsheet.Model>;

/** What a person chose in a cell. */
export type ChooseInCell = (place: GridPlace, text: string) => void;

/** What the cells with lists need of the page. */
export interface DropdownParts {
  finder(): CellFinder | null;
  model(): Model | null;
  readonly grid: HTMLElement;
  readonly texts: Texts;
  readonly choose: ChooseInCell;
}

/** A triangle that points down, as Sheets shows it. */
const ARROW = {
  name: 'sheet-dropdown',
  width: 24,
  height: 24,
  paths: [{ path: 'M6 9.5h12l-6 6.5z', fillColor: '#5f6368' }],
};
const ARROW_DARK = { ...ARROW, paths: [{ path: 'M6 9.5h12l-6 6.5z', fillColor: '#202124' }] };
const ARROW_PX = 16;

function openAt(place: GridPlace, { finder, model, grid, texts, choose }: DropdownParts): void {
  const dropdown = finder()?.dropdown(place) ?? null;
  const getters = model()?.getters;
  if (!dropdown || !getters) return;
  const { row, col } = place;
  const zone = getters.getMerge(place) ?? { top: row, bottom: row, left: col, right: col };
  const rect = getters.getVisibleRectWithZoom(zone);
  const { x, y } = grid.getBoundingClientRect();
  openDropdown({
    place,
    dropdown,
    current: getters.getCellText(place, {}),
    label: texts.choose,
    at: { x: x + rect.x, y: y + rect.y + rect.height, widthPx: rect.width },
    choose: (text) => choose(place, text),
  });
}

/** The open cell opens its list by the keyboard: Enter, or Alt and the arrow down, as in Sheets. */
function listenToKeys(parts: DropdownParts): void {
  parts.grid.addEventListener(
    'dblclick',
    () => {
      const place = parts.model()?.getters.getActivePosition();
      if (place && parts.finder()?.dropdown(place)?.kind === 'date') openAt(place, parts);
    },
    true,
  );
  parts.grid.addEventListener(
    'keydown',
    (event) => {
      const getters = parts.model()?.getters;
      const isAsked = event.key === 'Enter' || (event.altKey && event.key === 'ArrowDown');
      if (!isAsked || !getters) return;
      const place = getters.getActivePosition();
      if (!parts.finder()?.dropdown(place)) return;
      event.preventDefault();
      event.stopPropagation();
      openAt(place, parts);
    },
    true,
  );
}

/** Draws an arrow in each cell with a list, and opens the list by a click on it. */
export function registerDropdowns(parts: DropdownParts): void {
  const { iconsOnCellRegistry } = o_spreadsheet.registries;
  iconsOnCellRegistry.add('sheet_dropdown', (_getters, position) => {
    // A date opens its calendar by the keyboard or a double click; Sheets shows no arrow there either.
    if (parts.finder()?.dropdown(position)?.kind !== 'list') return undefined;
    return {
      svg: ARROW,
      hoverSvg: ARROW_DARK,
      priority: 3,
      horizontalAlign: 'right',
      size: ARROW_PX,
      margin: 4,
      position,
      type: 'sheet_dropdown',
      onClick: (place) => openAt(place, parts),
    };
  });
  listenToKeys(parts);
  // Before the grid hears of it, which may open another list.
  const closeOutside = ({ target }: PointerEvent): void => {
    if (!(target instanceof Element) || !target.closest('.dropdown')) closeDropdown();
  };
  document.addEventListener('pointerdown', closeOutside, true);
}
