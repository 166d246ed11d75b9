import type { Locator } from 'playwright-core';
import type { OpenDialog } from './dialog';

/** What can have the keyboard. Of radio buttons only the chosen one is a stop. */
const stops = [
  'button',
  'input:not([type=radio])',
  'input[type=radio]:checked',
  'select',
  'textarea',
  'a[href]',
  'summary',
  '[tabindex="0"]',
].join(', ');

/** Where Tab has been: what it reached, and what showed no ring there. */
interface Round {
  readonly missed: readonly string[];
  readonly ringless: readonly string[];
}

/** Goes through the page with Tab alone, beginning at its title, with every fold open. */
export async function tabAround({ page, dialog }: OpenDialog): Promise<Round> {
  const title = dialog.locator('h1').first();
  const names = await title.evaluate((heading, selector) => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (one) => one.checkVisibility() && !one.matches(':disabled') && one.tabIndex >= 0,
    );
    all.forEach((one, index) => one.setAttribute('data-stop', String(index)));
    if (heading instanceof HTMLElement) heading.focus();
    return all.map((one) => `${one.tagName} ${one.ariaLabel ?? one.textContent.slice(0, 40)}`);
  }, stops);
  const reached = new Map<string, boolean>();
  for (let step = 0; step < names.length * 4 && reached.size < names.length; step += 1) {
    await page.keyboard.press('Tab');
    const [stop, hasRing] = await title.evaluate((): readonly [string, boolean] => {
      const at = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(at ?? document.body);
      const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      return [at?.getAttribute('data-stop') ?? '', isSeen];
    });
    if (stop !== '') reached.set(stop, hasRing);
  }
  const listed = names.map((name, index) => ({ name, hasRing: reached.get(String(index)) }));
  return {
    missed: listed.filter(({ hasRing }) => hasRing === undefined).map(({ name }) => name),
    ringless: listed.filter(({ hasRing }) => hasRing === false).map(({ name }) => name),
  };
}

/** What a press came to. */
export interface Press {
  readonly name: string;
  /** Whether it asked the app for something. */
  readonly asked: boolean;
  /** What the page then said in a live region. */
  readonly said: string;
  /** Whether the keyboard was still somewhere. */
  readonly keptFocus: boolean;
}

/** Presses a button with Enter while nothing answers; a button that asks once more is pressed again. */
export async function pressUnanswered(open: OpenDialog, button: Locator): Promise<Press> {
  const { page, dialog } = open;
  const body = dialog.locator('body');
  const name = await button.evaluate((node) => node.ariaLabel ?? node.textContent.trim());
  await body.evaluate(() => {
    for (const place of document.querySelectorAll('.outcome, [role=alert]')) place.textContent = '';
  });
  const heard = { asked: false };
  const note = (): void => {
    heard.asked = true;
  };
  page.on('requestfailed', note);
  for (let time = 0; time < 2 && !heard.asked && (await button.isVisible()); time += 1) {
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(150);
  }
  if (heard.asked) await body.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(50);
  page.off('requestfailed', note);
  const [said, keptFocus] = await body.evaluate((): readonly [string, boolean] => {
    const places = [...document.querySelectorAll('.outcome, [role=alert], [role=status]')];
    const sentence = places
      .map((place) => place.textContent.trim())
      .join(' ')
      .trim();
    return [sentence, document.activeElement !== document.body];
  });
  return { name, asked: heard.asked, said, keptFocus };
}
