import { describe, expect, it } from '@jest/globals';
import { doGet } from '../../../src/main';
import { connectServices } from '../../../src/platform/connect';
import { buildInfo } from '../../../src/platform/build-info';
import type { HttpAnswer } from '../../../src/platform/http';
import { checkUrl } from '../../../src/panel/start/check-url';
import { makeTabs } from '../../../src/panel/start/set-up';
import { readPanel } from '../../../src/panel/sidebar/read-panel';
import { valueOf } from '../../support/ask-panel';
import { openInProcess, type InProcess } from '../../support/in-process';
import { withPerson } from '../../support/person';

const id = 'AKfycbxAbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
const execUrl = `https://script.google.com/macros/s/${id}/exec`;

/** A spreadsheet with its tabs, without an address. */
function openWithTabs(): InProcess {
  const desk = openInProcess();
  withPerson(desk, {}, (services) => makeTabs(services, 'keep'));
  return desk;
}

/** Pastes an address; `answer` stands for whatever is there. */
function paste(desk: InProcess, pasted: string, answer: (url: string) => HttpAnswer) {
  const { result } = withPerson(desk, {}, (services) => {
    const http = { ...services.http, sendFollowing: ({ url }: { url: string }) => answer(url) };
    return checkUrl({ ...services, http }, pasted);
  });
  return valueOf(result);
}

const silent = (): HttpAnswer => {
  throw new Error('Nobody should have been asked.');
};

/** This very spreadsheet's web app. */
const ours =
  (desk: InProcess) =>
  (url: string): HttpAnswer => {
    const queryString = url.split('?')[1] ?? '';
    return { ...page(''), text: desk.execute(() => doGet({ queryString }).getContent()) };
  };

const page = (text: string, status = 200): HttpAnswer => ({
  status,
  text,
  headers: {},
  fault: null,
});
const stepOf = (desk: InProcess): number => withPerson(desk, {}, readPanel).result.start.step;
const settingsOf = (desk: InProcess): string => desk.properties()['settings'] ?? '';

describe('the address that is pasted in Começar', () => {
  it('is kept when this spreadsheet answers to it without an account', () => {
    const desk = openWithTabs();
    expect(stepOf(desk)).toBe(2);
    expect(paste(desk, ` ${execUrl}?k=1 `, ours(desk))).toMatchObject({ problem: null, passed: 4 });
    expect(settingsOf(desk)).toContain(`"execUrl":"${execUrl}"`);
    expect(stepOf(desk)).toBe(4);
  });

  it.each([
    ['blank', '', 'em branco'],
    ['dev', execUrl.replace('/exec', '/dev'), 'endereço de teste'],
    ['editor', `https://script.google.com/home/projects/${id}/edit`, 'endereço do editor'],
    ['spreadsheet', `https://docs.google.com/spreadsheets/d/${id}/edit`, 'endereço da planilha'],
    ['otherUrl', 'https://example.com/exec', 'não é a URL do app da Web'],
  ])('%s: nobody is called, and it says what it is', (problem, pasted, words) => {
    const desk = openWithTabs();
    expect(paste(desk, pasted, silent)).toMatchObject({
      problem,
      passed: 0,
      said: expect.stringContaining(words),
    });
    expect(settingsOf(desk)).toContain('"execUrl":null');
  });

  const signIn = '<a href="https://accounts.google.com/ServiceLogin">';
  it.each([
    ['asksLogin', page(signIn), 1],
    ['asksLogin', page('', 403), 1],
    ['archived', page('<title>Page Not Found</title>', 404), 1],
    ['noAnswer', page('', 0), 1],
    ['unapproved', page('Authorization needed'), 1],
    ['otherScript', page('<p>olá</p>'), 2],
    ['otherPlantao', page('Plantão está no ar. Este endereço recebe webhooks.'), 2],
    ['otherScript', page(JSON.stringify({ probe: 'invented', version: '9' })), 2],
  ])('%s: it is called, not kept, and says where to click', (problem, answer, passed) => {
    const desk = openWithTabs();
    const checked = paste(desk, execUrl, () => answer);
    expect(checked).toMatchObject({ problem, passed });
    expect(checked.said).toMatch(/^\p{Lu}.+\.$/su);
    expect(settingsOf(desk)).toContain('"execUrl":null');
  });

  it('of another spreadsheet with the same code is not this one', () => {
    const [desk, other] = [openWithTabs(), openWithTabs()];
    expect(paste(desk, execUrl, ours(other))).toMatchObject({ problem: 'otherPlantao' });
  });

  it('an older deployed version is taken, and told', () => {
    const desk = openWithTabs();
    const older = (url: string): HttpAnswer =>
      page(ours(desk)(url).text.replace(`"${buildInfo.version}"`, '"0.0.9"'));
    expect(paste(desk, execUrl, older)).toMatchObject({
      problem: null,
      passed: 3,
      warning: expect.stringContaining('0.0.9'),
    });
  });

  it('of an organisation is taken, and told that it will do', () => {
    const desk = openWithTabs();
    const domain = `https://script.google.com/a/macros/example.com/s/${id}/exec`;
    expect(paste(desk, domain, ours(desk))).toMatchObject({
      problem: null,
      warning: expect.stringContaining('organização'),
    });
  });
});

describe('a visit to the address', () => {
  it('tells a stranger that it is alive, and nothing else, whatever they ask', () => {
    const desk = openWithTabs();
    for (const event of [
      undefined,
      {},
      { queryString: 'p=x' },
      { queryString: `p=${'a'.repeat(24)}` },
    ])
      expect(desk.execute(() => doGet(event).getContent())).toMatch(/^Plantão está no ar/);
  });
});

describe('Começar remembers where it is', () => {
  it('the step, the platform, and that some time has passed', () => {
    const desk = openWithTabs();
    desk.ask('goOn', '3', '');
    expect(stepOf(desk)).toBe(3);
    paste(desk, execUrl, ours(desk));
    const chosen = valueOf(desk.ask('chooseVendor', 'treble'));
    desk.ask('goOn', '5', String(chosen));
    desk.nowMs += 24 * 60 * 60_000;
    expect(withPerson(desk, {}, readPanel).result.start).toMatchObject({
      step: 5,
      connectionId: chosen,
      leftAt: 'ontem, 09:00',
    });
    expect(desk.ask('chooseVendor', '__proto__').kind).toBe('refused');
  });

  it('a spreadsheet that had its address before there were steps is done', () => {
    const desk = openWithTabs();
    paste(desk, execUrl, ours(desk));
    desk.execute(() => connectServices().properties.remove('start'));
    expect(stepOf(desk)).toBe(6);
  });
});
