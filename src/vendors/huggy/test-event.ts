import type { TestEvent, TestMoment } from '../vendor';

/** A change of status of an agent who is plainly a test. */
export function testEvent({ nowMs, token, name }: TestMoment): TestEvent {
  const agent = { id: 'teste-plantao', name, isOnline: true, isAvailable: true, origin: 'test' };
  const body = { time: Math.floor(nowMs / 1000), messages: { agentChangedStatus: [agent] } };
  return { webhook: 'main', body: token === null ? body : { ...body, token } };
}
