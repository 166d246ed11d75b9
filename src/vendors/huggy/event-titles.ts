import { say, type Localized } from '../../events/localized';

const received = say('Mensagem recebida', 'Mensaje recibido', 'Message received');
const sent = say('Mensagem enviada', 'Mensaje enviado', 'Message sent');
const started = say('Chat iniciado', 'Chat iniciado', 'Chat started');
const updated = say('Cliente atualizado', 'Cliente actualizado', 'Customer updated');

const titles: Readonly<Record<string, Localized>> = {
  agentChangedStatus: say(
    'Agente alterou status',
    'El agente cambió de estado',
    'Agent changed status',
  ),
  receivedMessage: received,
  receivedAllMessage: received,
  sentAllMessage: sent,
  sendedAllMessage: sent,
  startedChat: started,
  createdChat: say('Chat criado', 'Chat creado', 'Chat created'),
  agentEntered: say('Agente entrou no chat', 'El agente entró al chat', 'Agent entered the chat'),
  closedChat: say('Chat encerrado', 'Chat cerrado', 'Chat closed'),
  leftQueue: say('Chat saiu da fila', 'El chat salió de la cola', 'Chat left the queue'),
  updatedChatDepartment: say(
    'Departamento do chat alterado',
    'Cambió el departamento del chat',
    "Chat's department changed",
  ),
  updatedWorkflowStep: say(
    'Etapa do chat alterada',
    'Cambió la etapa del chat',
    "Chat's step changed",
  ),
  answeredChatForm: say('Formulário respondido', 'Formulario respondido', 'Form answered'),
  startedAutomationFlow: say('Fluxo iniciado', 'Flujo iniciado', 'Flow started'),
  finishedAutomationFlow: say('Fluxo concluído', 'Flujo terminado', 'Flow finished'),
  createdCustomer: say('Cliente criado', 'Cliente creado', 'Customer created'),
  updatedCustomer: updated,
  updatedLeadByAgent: updated,
  updatedLeadByLead: updated,
  startedWidgetAttendance: say(
    'Atendimento iniciado no site',
    'Atención iniciada en el sitio',
    'Chat begun on the site',
  ),
};

/** A map, so that an event called `constructor` is simply unknown. */
const titleOf = new Map(Object.entries(titles));

/** What Huggy's users call an event. */
export const nameEvent = (event: string): Localized | undefined => titleOf.get(event);
