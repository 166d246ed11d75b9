import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';
import { vendorColumn } from '../shared/columns';

/** What could not be written, grouped by cause, with what to do. */
export const failures: TabDefinition = {
  id: 'failures',
  title: say('Falhas', 'Fallas', 'Failures'),
  kind: 'register',
  entity: null,
  columns: [
    vendorColumn,
    column('event', 'text', {
      title: say('Evento', 'Evento', 'Event'),
      note: say(
        'Nome do evento na plataforma.',
        'Nombre del evento.',
        "The platform's name of the event.",
      ),
      widthPx: 180,
    }),
    column('cause', 'text', {
      title: say('Causa', 'Causa', 'Cause'),
      note: say('Por que não foi escrito.', 'Por qué no se escribió.', 'Why it was not written.'),
      widthPx: 300,
      isWrapped: true,
    }),
    column('advice', 'text', {
      title: say('O que fazer', 'Qué hacer', 'What to do'),
      note: say('O próximo passo, em palavras.', 'El próximo paso.', 'The next step, in words.'),
      widthPx: 380,
      isWrapped: true,
    }),
    column('count', 'number', {
      title: say('Quantidade', 'Cantidad', 'Count'),
      note: say(
        'Quantas falhas com esta causa, as já resolvidas também.',
        'Cuántas fallas con esta causa, también las resueltas.',
        'How many failures of this cause, the solved ones too.',
      ),
      widthPx: 104,
    }),
    column('firstAt', 'time', {
      title: say('Primeira', 'Primera', 'First'),
      note: say(
        'Quando aconteceu pela primeira vez.',
        'Cuándo ocurrió por primera vez.',
        'When it first happened.',
      ),
    }),
    column('lastAt', 'time', {
      title: say('Última', 'Última', 'Last'),
      note: say(
        'Quando aconteceu pela última vez.',
        'Cuándo ocurrió por última vez.',
        'When it last happened.',
      ),
    }),
    column('nextTryAt', 'time', {
      title: say('Próxima tentativa', 'Próximo intento', 'Next try'),
      note: say(
        'Quando tentaremos de novo; em branco: espera por você.',
        'Cuándo se reintenta; en blanco: espera por usted.',
        'When we try again; blank: waits for you.',
      ),
    }),
    column('situation', 'text', {
      title: say('Situação', 'Situación', 'Status'),
      note: say(
        'Tentando, esperando por você, ou resolvida: nenhuma delas falha mais.',
        'Reintentando, esperando, o resuelta: ninguna falla más.',
        'Retrying, waiting for you, or solved: none of them fails any more.',
      ),
    }),
  ],
  color: '#ea4335',
};
