import { describe, expect, it } from '@jest/globals';
import { createServiceState, makeServices } from '../../../src/twin/services/all-services';
import { makeExecution, makeRecordingStorage } from '../../support/execution-context';

describe('makeServices', () => {
  it('gives each service of Apps Script but SpreadsheetApp, on one shared state', () => {
    const settings = {
      scriptId: 'script-1',
      timeZone: 'America/Sao_Paulo',
      locale: 'pt-BR',
      manifestScopes: null,
      webAppUrls: () => ({ exec: null, dev: null }),
      readHtml: () => null,
    };
    const services = makeServices(createServiceState(makeRecordingStorage(), settings), settings);
    expect(services.map(({ name }) => name)).toEqual([
      'LockService',
      'CacheService',
      'PropertiesService',
      'ContentService',
      'HtmlService',
      'ScriptApp',
      'Utilities',
      'Session',
      'Logger',
      'UrlFetchApp',
      'MailApp',
    ]);
    const execution = makeExecution();
    const classes = services.map((service) => service.create(execution).constructor.name);
    expect(classes).toEqual(services.map(({ name }) => name));
  });
});
