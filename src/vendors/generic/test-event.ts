import type { TestEvent, TestMoment } from '../vendor';

/** One object that is plainly a test. */
export function testEvent({ nowMs, name }: TestMoment): TestEvent {
  return { webhook: 'main', body: { id: `teste-${nowMs}`, name, text: name, time: nowMs } };
}
