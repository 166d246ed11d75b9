import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { listWrong, newestDialog, openDialog, tabTo, type OpenDialog } from '../support/dialog';
import { agentStatus, startPlantao, type Plantao } from '../support/plantao';

const places = [
  {
    locale: 'pt_BR',
    item: 'Ajustes',
    themes: [
      'Nomes dos status',
      'Quem é quem',
      'Horário e feriados',
      'Metas e limites',
      'Idioma e fuso',
    ],
    elsewhere: [
      'Alarmes',
      'Quadro para TV',
      'Dados pessoais',
      'Consultar plataformas',
      'Enviar contatos à Weni',
    ],
    wait: 'Cliente esperando, no máximo',
    wrong: 'Use um número inteiro de 1 a 1440.',
    saved: 'Salvo. As abas mostram isso no próximo minuto.',
  },
  {
    locale: 'es_MX',
    item: 'Ajustes',
    themes: [
      'Nombres de los estados',
      'Quién es quién',
      'Horario y feriados',
      'Metas y límites',
      'Idioma y zona horaria',
    ],
    elsewhere: [
      'Alarmas',
      'Tablero para TV',
      'Datos personales',
      'Consultar plataformas',
      'Enviar contactos a Weni',
    ],
    wait: 'Cliente en espera, como máximo',
    wrong: 'Use un número entero de 1 a 1440.',
    saved: 'Guardado. Las hojas lo muestran en el próximo minuto.',
  },
  {
    locale: 'en_US',
    item: 'Settings',
    themes: [
      'Status names',
      'Who is who',
      'Hours and holidays',
      'Targets and limits',
      'Language and zone',
    ],
    elsewhere: [
      'Alarms',
      'Board for a TV',
      'Personal data',
      'Ask the platforms',
      'Send contacts to Weni',
    ],
    wait: 'Customer waiting, at most',
    wrong: 'Use a whole number from 1 to 1440.',
    saved: 'Saved. The tabs show it within a minute.',
  },
] as const;

describe.each(places)(
  'Ajustes by keyboard alone, in $locale',
  ({ locale, item, themes, elsewhere, ...said }) => {
    let plantao: Plantao;
    let browser: Browser;
    let url: string;
    let open: OpenDialog;

    beforeAll(async () => {
      plantao = await startPlantao({ locale });
      await plantao.post('huggy', agentStatus());
      url = await plantao.twin.listen(0);
      browser = await launchBrowser();
      open = await openDialog(browser, url, { locale, item });
    });
    afterAll(async () => {
      await browser?.close();
      await plantao?.twin.stop();
    });

    it.each(themes.map((theme, index) => [index, theme] as const))(
      'theme %i, %s, opens and is whole for who cannot see or point',
      async (_index, theme) => {
        await tabTo(open, `button:has-text("${theme}")`);
        await open.page.keyboard.press('Enter');
        await open.dialog.getByRole('heading', { name: theme }).waitFor();
        for (const box of await open.dialog.getByRole('switch').all()) await box.setChecked(true);
        for (const fold of await open.dialog.locator('summary').all()) await fold.press('Enter');
        expect(await listWrong(open)).toEqual([]);
        await open.page.keyboard.press('Escape');
        // With a change the first one only asks.
        if ((await open.dialog.locator('.theme').count()) === 0)
          await open.page.keyboard.press('Escape');
        await open.dialog.getByRole('heading', { name: item }).waitFor();
      },
    );

    it('tells a wrong number at its field, stores nothing, and takes the right one', async () => {
      await tabTo(open, `button:has-text("${themes[3]}")`);
      await open.page.keyboard.press('Enter');
      await tabTo(open, `.field:has-text("${said.wait}") input`);
      await open.page.keyboard.press('Control+A');
      await open.page.keyboard.type('0');
      await open.page.keyboard.press('Enter');
      await open.dialog.getByRole('alert').getByText(said.wrong).waitFor();
      const field = open.dialog.getByLabel(said.wait);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);
      await open.page.keyboard.press('Control+A');
      await open.page.keyboard.type('20');
      await open.page.keyboard.press('Enter');
      await open.dialog.getByText(said.saved).waitFor();
      expect(await open.dialog.getByLabel(said.wait).inputValue()).toBe('20');
      expect(open.faults).toEqual([]);
    });

    // At the end: a window that opens replaces those of the other tests.
    it.each(elsewhere)('%s is a line of it, and opens in a window of its own', async (title) => {
      const own = await openDialog(browser, url, { locale, item });
      expect(await listWrong(own)).toEqual([]);
      await tabTo(own, `button:has-text("${title}")`);
      await own.page.keyboard.press('Enter');
      await newestDialog(own.page).getByRole('heading', { name: title, level: 1 }).waitFor();
      expect(own.faults).toEqual([]);
      await own.page.close();
    });
  },
);
