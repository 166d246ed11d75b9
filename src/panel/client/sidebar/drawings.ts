import { icon, make } from './dom';
import { tell } from './words';

/** A number that the text beside the drawing has too. */
const call = (number: number): HTMLElement => make('span', { class: 'call' }, String(number));

const part = (look: string, ...inside: readonly (Node | string)[]): HTMLElement =>
  make('span', { class: look }, ...inside);

/** For those who hear the page a drawing is one picture with a description. */
function drawing(description: string, ...inside: readonly HTMLElement[]): HTMLElement {
  return make('div', { class: 'drawing', role: 'img', 'aria-label': description }, ...inside);
}

/** The editor's button Deploy with its menu open. */
export const drawMenu = (): HTMLElement =>
  drawing(
    tell('drawMenu'),
    make(
      'div',
      { class: 'bar' },
      part('name', 'Plantão'),
      part('blue arrow ring', tell('gDeploy')),
    ),
    make(
      'div',
      { class: 'list' },
      part('chosen', tell('gNew'), call(2)),
      part('', tell('gManage')),
      part('', tell('gTest')),
    ),
  );

/** The window New deployment. */
export const drawDialog = (): HTMLElement =>
  drawing(
    tell('drawDialog'),
    part('name', tell('gNew')),
    make(
      'div',
      { class: 'two' },
      make(
        'div',
        { class: 'half' },
        part('label', tell('gType')),
        part('gear ring', icon('gear'), call(3)),
        part('link', tell('gWebApp')),
      ),
      make(
        'div',
        { class: 'half' },
        part('label', tell('gConfiguration')),
        part('box', tell('gDescription')),
        part('label', tell('gRunAs')),
        part('box arrow ring', tell('gMe'), call(4)),
        part('label', tell('gAccess')),
        part('box arrow ring', tell('gAnyone'), call(5)),
      ),
    ),
    make(
      'div',
      { class: 'end' },
      part('', tell('gCancel')),
      part('blue ring', tell('gDeploy'), call(6)),
    ),
  );

/** The same window when it is done. */
export const drawUrl = (): HTMLElement =>
  drawing(
    tell('drawUrl'),
    part('label', tell('gWebApp')),
    part('', 'URL'),
    part('shown-url', 'https://script.google.com/…Qz/', make('b', {}, 'exec')),
    part('copy ring', tell('copy'), call(7)),
  );
