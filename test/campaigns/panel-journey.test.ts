import { describe } from '@jest/globals';
import { describeWalk, type Walking } from '../support/panel-walk';

const walks: readonly Walking[] = [
  { language: 'pt', locale: 'pt_BR', tab: 'Agora', isWhole: true },
  { language: 'es', locale: 'es_MX', colorScheme: 'dark', tab: 'Ahora', isWhole: true },
  { language: 'en', locale: 'en_US', tab: 'Now', isWhole: true },
];

describe.each(walks)('Every screen of the panel, in $locale', (walking) => {
  describeWalk(walking);
});
