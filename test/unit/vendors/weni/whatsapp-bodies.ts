import type { Fact } from '../../../../src/events/event';
import { weni } from '../../../../src/vendors/weni/weni';
import { factsOf } from '../../../support/decoding';

export const sentAtMs = 1_454_119_029_000;

const metadata = { display_phone_number: '+55 11 3333-0000', phone_number_id: '12345' };

/** Ana and Bia; the messages below are Ana's. */
const contacts = [
  { wa_id: '5511999990000', profile: { name: 'Ana' } },
  { wa_id: '5511999990001', profile: { name: 'Bia' } },
];

/** The body of one change of the WhatsApp channel. */
export const change = (value: object, name = 'messages'): unknown => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ field: name, value: { metadata, contacts, ...value } }] }],
});

/** What a message of Ana's says. */
export const send = (message: object): readonly Fact[] => {
  const base = { id: 'wamid.1', from: '5511999990000', timestamp: String(sentAtMs / 1000) };
  return factsOf(weni, change({ messages: [{ ...base, ...message }] }));
};
