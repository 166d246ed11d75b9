import type { Conversation } from '../conversations';
import type { Post } from '../post';

const post = (atMs: number, body: object): Post => ({
  atMs,
  platform: 'generic',
  webhook: 'main',
  body,
});

function describe({ number, customer, lines, openedMs, team }: Conversation): object {
  return {
    type: 'formulario.contato',
    id: `F-${number}`,
    nome: customer.name,
    telefone: `+${customer.phone}`,
    email: customer.email,
    assunto: team,
    mensagem: lines[0]?.text ?? '',
    created_at: new Date(openedMs).toISOString(),
  };
}

/** The contact form of the shop's site. */
export const formPost = (conversation: Conversation): Post =>
  post(conversation.openedMs, describe(conversation));

/** The forms of a day, as a system sends them that gathers them. */
export function formsPost(conversations: readonly Conversation[]): readonly Post[] {
  const last = conversations.at(-1);
  return last ? [post(last.openedMs, conversations.map(describe))] : [];
}
