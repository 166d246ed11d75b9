import { say } from '../../events/localized';
import type { TestEvent, TestMoment } from '../vendor';

/** A flow's webhook body about a contact who is plainly a test. */
export function testEvents({ nowMs, name }: TestMoment): readonly TestEvent[] {
  const body = {
    contact: { uuid: 'teste-plantao', name, urn: 'whatsapp:5500000000000' },
    flow: { uuid: 'teste-plantao', name },
    results: { teste: { value: String(nowMs), category: 'All Responses' } },
  };
  return [
    {
      title: say('Resposta em fluxo', 'Respuesta en flujo', 'Answer in a flow'),
      webhook: 'flow',
      body,
    },
  ];
}
