import type { Twin } from '../../src/twin/runtime/twin';
import { askPanel, valueOf } from './ask-panel';
import { fieldOf } from './field-of';

/** A screen as the panel made it. */
export interface MadeScreen {
  readonly id: string;
  readonly key: string;
  readonly url: string;
}

/** Makes a screen in the panel. */
export async function makeScreen(twin: Twin, showsNames: boolean): Promise<MadeScreen> {
  const args = ['Sala', showsNames ? 'yes' : ''] as const;
  const page = valueOf(await askPanel(twin, 'makeScreen', ...args));
  const url = String(fieldOf(page, 'url'));
  const screens = fieldOf(page, 'screens');
  const id = String(fieldOf(Array.isArray(screens) ? screens[screens.length - 1] : null, 'id'));
  return { id, url, key: url.slice(url.indexOf('?v=') + 3) };
}
