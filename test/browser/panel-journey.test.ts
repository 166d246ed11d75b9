import { describe } from '@jest/globals';
import { describeWalk } from '../support/panel-walk';

describe('From an empty spreadsheet to live rows by clicks alone', () => {
  describeWalk({ language: 'es', locale: 'es_MX', tab: 'Ahora', isWhole: false });
});
