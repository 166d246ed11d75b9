import { say } from '../../events/localized';
import type { TestEvent, TestMoment } from '../vendor';

/** One object that is plainly a test. */
export function testEvents({ nowMs, name }: TestMoment): readonly TestEvent[] {
  return [
    {
      title: say('Objeto com texto', 'Objeto con texto', 'Object with a text'),
      webhook: 'main',
      body: { id: `teste-${nowMs}`, name, text: name, time: nowMs },
    },
  ];
}
