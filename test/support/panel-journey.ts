import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { listConnections } from '../../src/cli/connections';
import type { Language } from '../../src/events/localized';
import { fill, texts, type TextId } from '../../src/panel/texts';
import type { Twin } from '../../src/twin/runtime/twin';

/** Somebody in front of the spreadsheet who uses the panel by clicks alone. */
export interface Visitor {
  /** Clicks so far, Google's own dialogs and menus apart. */
  readonly clicks: number;
  /** The inside of the panel. */
  readonly panel: FrameLocator;
  say(id: TextId, values?: Readonly<Record<string, string>>): string;
  /** Chooses an item of the menu Plantão. */
  choose(item: TextId): Promise<void>;
  /** Clicks a button of the panel by its name. */
  click(id: TextId, values?: Readonly<Record<string, string>>): Promise<void>;
  clickNamed(name: string | RegExp): Promise<void>;
  /** Waits until the panel says it. */
  read(id: TextId, values?: Readonly<Record<string, string>>): Promise<void>;
  /** Pastes into a field, as the keyboard does. */
  paste(field: TextId, text: string): Promise<void>;
  /** Keeps a picture of the panel. */
  picture(name: string): Promise<void>;
}

interface Visit {
  readonly page: Page;
  readonly language: Language;
  /** Where pictures are kept. */
  readonly folder: string;
}

export function visit({ page, language, folder }: Visit): Visitor {
  let clicks = 0;
  let pictures = 0;
  mkdirSync(folder, { recursive: true });
  const panel = page.locator('#sidebar iframe').contentFrame();
  const say: Visitor['say'] = (id, values = {}) => fill(texts[id][language], values);
  const press = async (name: string | RegExp): Promise<void> => {
    clicks += 1;
    const exact = typeof name === 'string' ? { exact: true } : {};
    await panel
      .getByRole('button', { name, ...exact })
      .first()
      .click();
  };
  return {
    get clicks() {
      return clicks;
    },
    panel,
    say,
    choose: async (item) => {
      await page.getByRole('button', { name: 'Plantão', exact: true }).click();
      await page.getByRole('menuitem', { name: say(item), exact: true }).click();
    },
    click: (id, values) => press(say(id, values)),
    clickNamed: press,
    read: (id, values) => panel.getByText(say(id, values)).first().waitFor(),
    paste: async (field, text) => {
      clicks += 1;
      const input = panel.getByLabel(say(field));
      await input.fill(text);
      const pasted = { inputType: 'insertFromPaste', bubbles: true };
      await input.evaluate(
        (node, how) => void node.dispatchEvent(new InputEvent('input', how)),
        pasted,
      );
    },
    picture: async (name) => {
      pictures += 1;
      const path = join(folder, `${String(pictures).padStart(2, '0')}-${name}.png`);
      await page.locator('#sidebar').screenshot({ path });
    },
  };
}

/** The ready address of the first connection of a platform. */
export function urlOf(twin: Twin, vendor: string): string {
  const [webhook] = listConnections(twin).find((one) => one.vendor === vendor)?.webhooks ?? [];
  return webhook?.url ?? '';
}
