import type { Answer } from '../../probe/report';

/** What the twin does without a setting for the other side, and where; null: nobody knew, so it has no side yet. */
interface Fact {
  readonly is: Answer;
  readonly place: string;
}

const web = 'src/twin/web/web-answer.ts';
const request = 'src/twin/web/web-request.ts';
const copies = 'docs/twin.md, "Reset semantics of a copy"';
const open = { is: null, place: 'docs/platform-facts.md' };

/** Answers beside those that a setting decides (`sides.ts`) and the cells (`cells.ts`). */
export const facts: Readonly<Record<string, Fact>> = {
  'web.htmlStatus': { is: 200, place: web },
  'web.pathStatus': { is: 302, place: web },
  'event.queryWithoutOne': { is: '""', place: request },
  'event.bodyWithoutOne': { is: 'absent', place: request },
  'event.lengthWithoutBody': { is: 0, place: request },
  'webCall.documentProperties': {
    is: 'works',
    place: 'src/twin/services/stores/properties.ts',
  },
  'url.inWebCall': { is: 'exec', place: 'src/twin/services/triggers/script-app.ts' },
  'reads.later': { is: 'kept', place: 'src/twin/spreadsheet/read-cache.ts' },
  'cache.kept': { is: 959, place: 'src/twin/services/stores/cache.ts' },
  'trigger.ofMenu': { is: 'run', place: 'src/twin/services/triggers/triggers.ts' },
  'copy.scriptProperties': { is: 'gone', place: copies },
  'copy.triggers': { is: 'gone', place: copies },
  'copy.deployment': { is: 'gone', place: copies },
  'copy.documentProperties': open,
  'copy.protections': open,
  'copy.metadata': open,
  'copy.metadataCanChange': open,
  'copy.sheetIds': open,
  'atOnce.refusalText': open,
  'property.bulkWritesError': open,
};
