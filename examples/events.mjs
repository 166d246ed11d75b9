// Invented webhooks of Nexloo (Evolvy), to try examples/rows.mjs with: five messages a conversation.
//
//   node examples/events.mjs 100000 | node examples/rows.mjs messages > rows.ndjson
const count = Number(process.argv[2] ?? 1000);
const firstMs = Date.UTC(2026, 0, 1, 11);

const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

print({ connections: [{ id: 'loja', vendor: 'evolvy', account: 'Loja' }] });
for (let index = 0; index < count; index += 1) {
  const conversation = Math.floor(index / 5) + 1;
  const createdMs = firstMs + index * 20_000;
  const contact = { id: conversation, name: `Cliente ${conversation}`, type: 'contact' };
  const body = {
    event: 'message_created',
    id: index + 1,
    content: `Mensagem ${index + 1}`,
    content_type: 'text',
    message_type: index % 5 === 0 ? 'incoming' : 'outgoing',
    private: false,
    created_at: new Date(createdMs).toISOString(),
    account: { id: 1, name: 'Loja' },
    inbox: { id: 2, name: 'WhatsApp' },
    sender: index % 5 === 0 ? contact : { id: 7, name: 'Ana Souza', type: 'user' },
    conversation: {
      id: conversation,
      status: 'open',
      channel: 'Channel::Whatsapp',
      meta: { sender: contact },
    },
  };
  print({
    connectionId: 'loja',
    webhook: 'main',
    receivedAtMs: createdMs + 1000,
    body: JSON.stringify(body),
  });
}
