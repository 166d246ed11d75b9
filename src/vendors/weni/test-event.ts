import type { TestEvent, TestMoment } from '../vendor';

/** A flow's webhook body about a contact who is plainly a test. */
export function testEvent({ nowMs, name }: TestMoment): TestEvent {
  const body = {
    contact: { uuid: 'teste-plantao', name, urn: 'whatsapp:5500000000000' },
    flow: { uuid: 'teste-plantao', name },
    results: { teste: { value: String(nowMs), category: 'All Responses' } },
  };
  return { webhook: 'flow', body };
}
