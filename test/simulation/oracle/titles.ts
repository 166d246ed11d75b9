/** What a column holds, as a person sees it. */
export type CellKind = 'text' | 'flag' | 'number' | 'time' | 'duration';

interface Column {
  readonly title: string;
  readonly kind: CellKind;
}

const text = (title: string): Column => ({ title, kind: 'text' });
const flag = (title: string): Column => ({ title, kind: 'flag' });
const count = (title: string): Column => ({ title, kind: 'number' });
const time = (title: string): Column => ({ title, kind: 'time' });
const duration = (title: string): Column => ({ title, kind: 'duration' });

const origin = { vendor: text('Plataforma'), account: text('Conta') } as const;
const person = { contact: text('Contato'), phone: text('Telefone') } as const;

/** Titles of the tabs and of the columns that are looked at, as they stand in a Portuguese spreadsheet. */
export const titles = {
  agentsNow: {
    title: 'Agora',
    columns: {
      ...origin,
      agent: text('Agente'),
      situation: text('Situação'),
      online: flag('Online'),
      available: flag('Disponível'),
      since: time('Desde'),
      email: text('E-mail'),
      origin: text('Origem'),
    },
  },
  agentStatus: {
    title: 'Status dos agentes',
    columns: {
      ...origin,
      agent: text('Agente'),
      online: flag('Online'),
      available: flag('Disponível'),
      at: time('Data e hora'),
      situation: text('Situação'),
      agentId: text('ID do agente'),
      email: text('E-mail'),
      origin: text('Origem'),
      statusCode: text('Código do status'),
    },
  },
  conversations: {
    title: 'Conversas',
    columns: {
      ...origin,
      ...person,
      conversation: text('Conversa'),
      email: text('E-mail'),
      channel: text('Canal'),
      inbox: text('Caixa de entrada'),
      agent: text('Agente'),
      team: text('Equipe'),
      status: text('Status'),
      priority: text('Prioridade'),
      labels: text('Etiquetas'),
      openedAt: time('Aberta em'),
      firstReplyAt: time('Primeira resposta em'),
      closedAt: time('Encerrada em'),
      lastActivityAt: time('Última atividade'),
      firstReplyIn: duration('Tempo até 1ª resposta'),
      resolvedIn: duration('Tempo até resolução'),
      reopenings: count('Reaberturas'),
      rating: count('Avaliação'),
      comment: text('Comentário'),
    },
  },
  attendances: {
    title: 'Atendimentos',
    columns: {
      ...origin,
      attendance: text('Atendimento'),
      conversation: text('Conversa'),
      customer: text('Cliente'),
      phone: text('Telefone'),
      department: text('Departamento'),
      operator: text('Operador'),
      status: text('Status'),
      requestedAt: time('Solicitado em'),
      startedAt: time('Iniciado em'),
      finishedAt: time('Finalizado em'),
      wait: duration('Espera'),
      duration: duration('Duração'),
      category: text('Categoria'),
      operatorReport: text('Relato do operador'),
      customerRemark: text('Observação do cliente'),
      messages: count('Mensagens'),
    },
  },
  messages: {
    title: 'Mensagens',
    columns: {
      ...origin,
      ...person,
      message: text('Mensagem'),
      conversation: text('Conversa'),
      direction: text('Direção'),
      kind: text('Tipo'),
      text: text('Texto'),
      sender: text('Remetente'),
      channel: text('Canal'),
      sentAt: time('Enviada em'),
      deliveredAt: time('Entregue em'),
      readAt: time('Lida em'),
      answeredAt: time('Respondida em'),
      status: text('Status'),
      error: text('Erro'),
      isPrivate: flag('Nota privada'),
      attachment: text('Anexo'),
    },
  },
  contacts: {
    title: 'Contatos',
    columns: {
      ...origin,
      ...person,
      name: text('Nome'),
      email: text('E-mail'),
      channel: text('Canal'),
      createdAt: time('Criado em'),
      updatedAt: time('Atualizado em'),
      leftAt: time('Saiu em'),
      leaveReason: text('Motivo da saída'),
      deletedAt: time('Excluído em'),
      extras: text('Outros dados'),
      weniState: text('Weni situação'),
      weniAt: time('Weni em'),
      weniUuid: text('Weni UUID'),
    },
  },
  templates: {
    title: 'Modelos',
    columns: {
      ...origin,
      template: text('Modelo'),
      status: text('Status'),
      affected: text('Conversas afetadas'),
      since: time('Desde'),
    },
  },
  outages: {
    title: 'Quedas',
    columns: {
      ...origin,
      instance: text('Instância'),
      situation: text('Situação'),
      detail: text('Detalhe'),
      at: time('Data e hora'),
    },
  },
  failures: {
    title: 'Falhas',
    columns: {
      vendor: text('Plataforma'),
      event: text('Evento'),
      cause: text('Causa'),
      count: count('Quantidade'),
      firstAt: time('Primeira'),
      lastAt: time('Última'),
      nextTryAt: time('Próxima tentativa'),
      situation: text('Situação'),
    },
  },
  health: {
    title: 'Saúde',
    columns: {
      ...origin,
      received: count('Recebidos'),
      written: count('Escritos'),
      waiting: count('Na fila'),
      repeated: count('Repetidos'),
      refused: count('Recusados'),
      unknown: count('Desconhecidos'),
      lastAt: time('Último evento'),
      alarm: text('Alarme'),
      atRisk: count('Em risco'),
    },
  },
  journal: {
    title: 'Diário',
    columns: {
      ...origin,
      number: count('#'),
      event: text('Evento'),
      status: text('Situação'),
      attempts: count('Tentativas'),
      error: text('Erro'),
      part: count('Parte'),
      body: text('Corpo'),
      connection: text('Conexão'),
      webhook: text('Webhook'),
      request: text('Pedido'),
      receivedAtMs: count('Recebido (ms)'),
      nextTryMs: count('Próxima tentativa (ms)'),
      rows: count('Linhas'),
    },
  },
  settings: { title: 'Ajustes', columns: {} },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly columns: Readonly<Record<string, Column>> }>
>;

export type TabName = keyof typeof titles;

/** The columns of a tab by the names that the oracle gives them. */
export const columnsOf = (tab: TabName): Readonly<Record<string, Column>> => titles[tab].columns;

/** Tabs whose rows come from events. */
export const dataTabs = [
  'agentsNow',
  'agentStatus',
  'conversations',
  'attendances',
  'messages',
  'contacts',
  'templates',
  'outages',
] as const satisfies readonly TabName[];

export type DataTab = (typeof dataTabs)[number];

/** The hidden columns beside every tab of rows. */
export const hiddenTitles = {
  key: 'Chave',
  number: 'Nº',
  writtenAt: 'Gravado',
  state: 'Estado',
} as const;

/** What became of a request, as the journal says it. */
export const journalWords = {
  received: 'recebido',
  waiting: 'pendente',
  written: 'escrito',
  repeated: 'repetido',
  unknown: 'não tratado',
  failed: 'falhou',
  held: 'retido',
} as const;
