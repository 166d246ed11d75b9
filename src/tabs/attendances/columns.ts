import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';
import { accountColumn, ownConversationColumn, vendorColumn } from '../shared/columns';
import { statusLabels } from './labels';

/** One row per episode of service. */
export const attendances: TabDefinition = {
  id: 'attendances',
  title: say('Atendimentos', 'Atenciones', 'Attendances'),
  kind: 'register',
  entity: 'attendance',
  columns: [
    column('status', 'text', {
      title: say('Status', 'Estado', 'Status'),
      note: say(
        'Em atendimento: uma pessoa está com ele ou já respondeu. Aguardando: o cliente espera. Enviada: só se escreveu ao cliente. Pendente ou No robô: voltou ao robô. Adiada: foi adiada. Finalizado: terminou.',
        'En atención: una persona lo tiene o ya respondió. En espera: el cliente espera. Enviada: solo se escribió al cliente. Pendiente o En el bot: volvió al bot. Pospuesta: se pospuso. Finalizado: terminó.',
        'Active: a person has it or has answered. Waiting: the customer waits. Sent: the customer was only written to. Pending or With the bot: the bot has it again. Snoozed: it was put off. Finished: it has ended.',
      ),
    }),
    column('customer', 'text', {
      title: say('Cliente', 'Cliente', 'Customer'),
      note: say('Nome do cliente.', 'Nombre del cliente.', "The customer's name."),
      widthPx: 180,
      personal: 'name',
    }),
    column('operator', 'text', {
      title: say('Operador', 'Operador', 'Operator'),
      note: say(
        'Quem atendia no fim (ou atende agora).',
        'Quién atendía al final (o atiende ahora).',
        'Who served at the end (or serves now).',
      ),
      widthPx: 180,
      personal: 'name',
    }),
    column('department', 'text', {
      title: say('Departamento', 'Departamento', 'Department'),
      note: say('Departamento ou equipe.', 'Departamento o equipo.', 'Department or team.'),
    }),
    column('requestedAt', 'time', {
      title: say('Solicitado em', 'Solicitado el', 'Requested at'),
      note: say(
        'Quando o cliente pediu.',
        'Cuándo lo pidió el cliente.',
        'When the customer asked.',
      ),
    }),
    column('startedAt', 'time', {
      title: say('Iniciado em', 'Iniciado el', 'Started at'),
      note: say('Quando começou.', 'Cuándo empezó.', 'When it began.'),
    }),
    column('finishedAt', 'time', {
      title: say('Finalizado em', 'Finalizado el', 'Finished at'),
      note: say('Quando terminou.', 'Cuándo terminó.', 'When it ended.'),
    }),
    column('wait', 'duration', {
      title: say('Espera', 'Espera', 'Wait'),
      note: say(
        'Início menos solicitação, nunca negativo.',
        'Inicio menos solicitud, nunca negativo.',
        'Start minus request, never negative.',
      ),
    }),
    column('duration', 'duration', {
      title: say('Duração', 'Duración', 'Duration'),
      note: say('Fim menos início.', 'Fin menos inicio.', 'End minus start.'),
    }),
    column('category', 'text', {
      title: say('Categoria', 'Categoría', 'Category'),
      note: say('Categoria ou tabulação.', 'Categoría o tipificación.', 'Category.'),
    }),
    column('messages', 'number', {
      title: say('Mensagens', 'Mensajes', 'Messages'),
      note: say('Quantas mensagens teve.', 'Cuántos mensajes tuvo.', 'How many messages it had.'),
      widthPx: 104,
    }),
    column('operatorReport', 'text', {
      title: say('Relato do operador', 'Informe del operador', "Operator's report"),
      note: say(
        'Escrito por quem atendeu.',
        'Escrito por quien atendió.',
        'Written by the operator.',
      ),
      widthPx: 220,
      personal: 'text',
    }),
    column('customerRemark', 'text', {
      title: say('Observação do cliente', 'Observación del cliente', "Customer's remark"),
      note: say(
        'Escrita pelo cliente na avaliação.',
        'Escrita por el cliente.',
        'Written by the customer.',
      ),
      widthPx: 220,
      personal: 'text',
    }),
    column('phone', 'text', {
      title: say('Telefone', 'Teléfono', 'Phone'),
      note: say('Telefone do cliente.', 'Teléfono del cliente.', "The customer's phone."),
      personal: 'phone',
    }),
    vendorColumn,
    accountColumn,
    column('attendance', 'text', {
      title: say('Atendimento', 'Atención', 'Attendance'),
      note: say(
        'Identificador na plataforma.',
        'Identificador en la plataforma.',
        'Its id on the platform.',
      ),
    }),
    ownConversationColumn,
  ],
  color: '#4285f4',
  looks: [
    { column: 'status', word: statusLabels.waiting, look: 'amber' },
    { column: 'status', word: statusLabels.active, look: 'green' },
    { column: 'status', word: statusLabels.sent, look: 'grey' },
    { column: 'status', word: statusLabels.bot, look: 'grey' },
    { column: 'status', word: statusLabels.pending, look: 'grey' },
    { column: 'status', word: statusLabels.snoozed, look: 'grey' },
  ],
};
