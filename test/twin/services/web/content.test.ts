import { describe, expect, it } from '@jest/globals';
import { EnumValue } from '../../../../src/twin/runtime/host-object';
import { CONTENT_TYPES, makeContentService } from '../../../../src/twin/services/web/content';
import { openService } from '../../../support/execution-context';

describe('ContentService', () => {
  it('makes empty plain text unless told', () => {
    const output = openService(makeContentService()).open('createTextOutput');
    expect(output.call('getContent')).toBe('');
    expect(output.call('getMimeType')).toEqual(new EnumValue('MimeType', 'TEXT'));
    expect(output.call('getFileName')).toBeNull();
  });

  it('builds text by append, setContent and clear', () => {
    const output = openService(makeContentService()).open('createTextOutput', 'a');
    expect(output.open('append', 'b').call('getContent')).toBe('ab');
    expect(output.open('setContent', 'c').call('getContent')).toBe('c');
    expect(output.open('clear').call('getContent')).toBe('');
  });

  it.each(Object.entries(CONTENT_TYPES))('takes the type %s, served as %s', (name) => {
    const output = openService(makeContentService()).open('createTextOutput', '{}');
    const typed = output.open('setMimeType', name);
    expect(typed.call('getMimeType')).toEqual(new EnumValue('MimeType', name));
  });

  it('refuses another type', () => {
    const output = openService(makeContentService()).open('createTextOutput', '');
    expect(() => output.call('setMimeType', 'PDF')).toThrow(
      "The parameters (String) don't match the method signature for ContentService.TextOutput.setMimeType.",
    );
  });

  it('keeps the file name of a download', () => {
    const output = openService(makeContentService()).open('createTextOutput', 'x');
    expect(output.open('downloadAsFile', 'lista.csv').call('getFileName')).toBe('lista.csv');
  });
});
