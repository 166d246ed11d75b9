import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyLead } from '../../src/cli/release/published';
import { tellTemplate } from '../../src/cli/template';
import { prepareTemplate } from '../../src/cli/template/prepare';
import { startFakeGoogle, type FakeGoogle } from '../support/fake-google';
import { makeScratchProject, type ScratchProject } from './scratch-project';

const root = join(__dirname, '..', '..');
const files = {
  'Código.gs': join(root, 'release', 'Código.gs'),
  'appsscript.json': join(root, 'release', 'appsscript.json'),
};

describe('npm run template', () => {
  let google: FakeGoogle;
  let place: ScratchProject;

  beforeEach(async () => {
    google = await startFakeGoogle('1FakeScriptIdForTheLoopbackCopyOfGoogle');
    place = makeScratchProject(google);
  });
  afterEach(async () => {
    place.remove();
    await google.close();
  });

  const prepare = () => prepareTemplate(place, 'Plantão', files);

  it('makes a spreadsheet that holds what a person would paste, and nothing else', async () => {
    expect(await prepare()).toMatchObject({ ok: true });
    const held = google.project.files.map(({ name, type }) => `${name} ${type}`).toSorted();
    expect(held).toEqual(['Código SERVER_JS', 'appsscript JSON']);
    const code = google.project.files.find(({ name }) => name === 'Código')?.source ?? '';
    expect(code).toContain('function onOpen(');
    expect(
      google.project.deployments.every(({ deploymentConfig }) => !deploymentConfig.versionNumber),
    ).toBe(true);
  });

  it('sends a later version to the same spreadsheet', async () => {
    const first = await prepare();
    google.calls.length = 0;
    google.project.files = [];
    expect(await prepare()).toEqual(first);
    expect(google.calls.filter((call) => /POST .*(projects|files)$/.test(call))).toEqual([]);
    expect(google.project.files).toHaveLength(2);
  });

  it('remembers the spreadsheet when Google refuses the code, so that no second one is made', async () => {
    const refusal = {
      request: /^PUT .*content$/,
      status: 403,
      message: 'The caller does not have permission',
    };
    // clasp asks again with a fresh sign-in, so it is refused twice.
    for (const _attempt of [1, 2]) google.refuse(refusal);
    expect(await prepare()).toMatchObject({ ok: false, problem: { code: 'noPermission' } });
    google.calls.length = 0;
    expect(await prepare()).toMatchObject({ ok: true });
    expect(google.calls.filter((call) => /POST .*(projects|files)$/.test(call))).toEqual([]);
  });

  it('leaves clasp’s shared project file and the build alone', async () => {
    const before = place.read('.clasp.json');
    await prepare();
    expect(place.read('.clasp.json')).toBe(before);
  });

  it('says where the copy is, and what is left to click', async () => {
    const said = tellTemplate({ id: 'SHEET', scriptId: 'SCRIPT' }).join('\n');
    expect(said).toContain('https://docs.google.com/spreadsheets/d/SHEET/copy');
    for (const words of [
      'Qualquer pessoa com o link',
      'Cualquier persona con el enlace',
      'Anyone with the link',
    ])
      expect(said).toContain(words);
  });
});

describe('The pages', () => {
  const url = 'https://docs.google.com/spreadsheets/d/SHEET/copy';

  it('begin with the copy where there is one, and are silent where there is none', () => {
    expect(copyLead('pt', 3, url)).toContain(`[copie esta planilha](${url})`);
    expect(copyLead('en', 3, url)).toMatch(/go on at step 3\.$/);
    expect(copyLead('es', 6, '')).toBe('');
  });
});
