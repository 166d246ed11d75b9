import type { ActionTable } from '../action';
import { done } from '../outcome';
import { previewMasks, saveCpf, saveMasks } from './masks';
import { readPrivacyPage } from './page';
import { saveRetention } from './retention';
import { eraseSubject, findSubject, goOnWithSubject, readSubject } from './subject';

/** Of identifiers and settings as JSON. */
const longest = 8000;

/** What names a person who has written for years. */
const longestPerson = 100_000;

/** What the page Dados pessoais may ask for. */
export const privacyActions: ActionTable = {
  readPrivacy: { takes: [], run: (services) => done(readPrivacyPage(services)) },
  saveMasks: {
    takes: ['connection', 'policy'],
    longest,
    run: (services, [id = '', policy = '']) => saveMasks(services, id, policy),
  },
  previewMasks: {
    takes: ['connection', 'policy'],
    longest,
    run: (services, [id = '', policy = '']) => previewMasks(services, id, policy),
  },
  saveCpf: {
    takes: ['hides'],
    run: (services, [hides = '']) => saveCpf(services, hides === 'yes'),
  },
  findSubject: {
    takes: ['query', 'place'],
    run: (services, [query = '', place = '']) => findSubject(services, query, place),
  },
  readSubject: {
    takes: ['entries', 'place'],
    longest: longestPerson,
    run: (services, [entries = '', place = '']) => readSubject(services, entries, place),
  },
  eraseSubject: {
    takes: ['entries', 'days', 'word'],
    longest: longestPerson,
    run: (services, [entries = '', days = '', word = '']) =>
      eraseSubject(services, entries, { days, word }),
  },
  goOnErasing: { takes: [], run: (services) => goOnWithSubject(services) },
  saveRetention: {
    takes: ['retention'],
    longest,
    run: (services, [retention = '']) => saveRetention(services, retention),
  },
};
