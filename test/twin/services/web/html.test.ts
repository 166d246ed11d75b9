import { describe, expect, it } from '@jest/globals';
import { HtmlOutput, makeHtmlService } from '../../../../src/twin/services/web/html';
import { makeHandle, openService } from '../../../support/execution-context';

const files = new Map([['panel', '<p>painel</p>']]);
const html = () => openService(makeHtmlService((name) => files.get(name) ?? null));

describe('HtmlService', () => {
  it.each(['panel', 'panel.html'])('reads the file %s of the bundle', (name) => {
    expect(html().open('createHtmlOutputFromFile', name).call('getContent')).toBe('<p>painel</p>');
  });

  it("throws Google's text for a file that is not there", () => {
    expect(() => html().call('createHtmlOutputFromFile', 'other')).toThrow(
      'No HTML file named other was found.',
    );
  });

  it('builds content; appendUntrusted escapes', () => {
    const page = html().open('createHtmlOutput', '<b>');
    page.call('append', '</b>');
    page.call('appendUntrusted', `<i a="b">&'`);
    expect(page.call('getContent')).toBe('<b></b>&lt;i a=&quot;b&quot;&gt;&amp;&#39;');
    expect(page.open('setContent', 'x').open('clear').call('getContent')).toBe('');
  });

  it.each([
    ['Title', 'Plantão', ''],
    ['Width', 300, null],
    ['Height', 200, null],
    ['FaviconUrl', 'https://example.com/icon.png', null],
  ])('keeps set%s(%p); before it is %p', (name, value, before) => {
    const page = html().open('createHtmlOutput');
    expect(page.call(`get${name}`)).toBe(before);
    expect(page.open(`set${name}`, value).call(`get${name}`)).toBe(value);
  });

  it('takes the meta tags that Google allows, and no other', () => {
    const page = html().open('createHtmlOutput', '');
    page.call('addMetaTag', 'viewport', 'width=device-width');
    const tags = page.call('getMetaTags');
    const first: unknown = Array.isArray(tags) ? tags[0] : null;
    expect(makeHandle(first).call('getContent')).toBe('width=device-width');
    expect(() => page.call('addMetaTag', 'description', 'x')).toThrow(
      'The meta tag you specified is not allowed in this context.',
    );
  });

  it.each([
    ['DEFAULT', false],
    ['ALLOWALL', true],
  ])('setXFrameOptionsMode(%s): may be framed is %p', (mode, isFramed) => {
    const { target } = html().open('createHtmlOutput', '').open('setXFrameOptionsMode', mode);
    expect(target instanceof HtmlOutput && target._mayBeFramed()).toBe(isFramed);
  });

  it('evaluates a template without scriptlets, and says that it does not model them', () => {
    const plain = html().open('createTemplateFromFile', 'panel');
    expect(plain.open('evaluate').call('getContent')).toBe('<p>painel</p>');
    const withCode = html().open('createTemplate', '<?= name ?>');
    expect(withCode.call('getRawContent')).toBe('<?= name ?>');
    expect(() => withCode.call('evaluate')).toThrow('does not model template scriptlets');
  });
});
