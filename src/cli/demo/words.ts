/** What customers ask, and under which label it is filed, by team. */
export const questions: Readonly<
  Record<string, readonly (readonly [label: string, text: string])[]>
> = {
  Suporte: [
    ['Segunda via', 'Bom dia, preciso da segunda via da nota do meu pedido.'],
    ['Defeito', 'O produto chegou e não liga. Como faço?'],
    ['Prazo de entrega', 'Meu pedido ainda não chegou, conseguem ver para mim?'],
    ['Acesso', 'Não consigo entrar na minha conta, a senha não funciona.'],
  ],
  Vendas: [
    ['Orçamento', 'Vocês têm esse modelo em azul? Queria um orçamento.'],
    ['Estoque', 'Quando volta ao estoque o tamanho 42?'],
    ['Frete', 'Quanto fica o frete para Niterói?'],
  ],
  Entregas: [
    ['Prazo de entrega', 'O rastreio está parado há três dias.'],
    ['Endereço', 'Preciso mudar o endereço da entrega, ainda dá tempo?'],
  ],
  Financeiro: [
    ['Boleto', 'O boleto venceu ontem, podem mandar outro?'],
    ['Nota fiscal', 'Preciso da nota fiscal no CNPJ da empresa.'],
    ['Cancelamento', 'Quero cancelar a compra e receber de volta.'],
  ],
  Trocas: [
    ['Troca de produto', 'Veio o tamanho errado, como troco?'],
    ['Troca de produto', 'Recebi a cor trocada.'],
  ],
};

/** First replies of agents; `{nome}` is the customer. */
export const greetings: readonly string[] = [
  'Olá, {nome}! Já estou vendo isso para você.',
  'Bom dia, {nome}, tudo bem? Vou verificar agora.',
  'Oi, {nome}! Pode me passar o número do pedido, por favor?',
];

/** What customers say then. */
export const answers: readonly string[] = [
  'É o 48213.',
  'Certo, aguardo.',
  'Obrigado!',
  'Isso mesmo, foi na semana passada.',
];

/** What agents say on the way. */
export const steps: readonly string[] = [
  'Achei o seu pedido. Um instante, por favor.',
  'Falei com a equipe de entregas, já me respondem.',
  'Pode confirmar o e-mail do cadastro?',
];

/** How agents end. */
export const farewells: readonly string[] = [
  'Pronto, resolvido. Posso ajudar em algo mais?',
  'Enviei no seu e-mail agora. Qualquer coisa, estou aqui.',
  'Ficou para amanhã até as 18h. Obrigada pela paciência!',
];

/** The line at lunch, when the queue is long. */
export const complaints: readonly string[] = [
  'Oi? Alguém aí?',
  'Já faz meia hora que estou esperando.',
  'Que demora, gente. Vou reclamar no site.',
];

export const channels: readonly (readonly [name: string, share: number])[] = [
  ['whatsapp', 0.72],
  ['instagram', 0.14],
  ['widget', 0.09],
  ['email', 0.05],
];

/** Message templates that the shop sends to many. */
export const templates = [
  'pedido_enviado',
  'boas_vindas',
  'pesquisa_nps',
  'cobranca_2via',
] as const;
