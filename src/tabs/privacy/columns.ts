import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';

/** One row for each person who was erased; it says nothing about them. */
export const privacyTab: TabDefinition = {
  id: 'privacy',
  title: say('Privacidade', 'Privacidad', 'Privacy'),
  kind: 'register',
  entity: null,
  columns: [
    column('doneAt', 'time', {
      title: say('Concluído em', 'Concluido el', 'Done at'),
      note: say('Quando terminou.', 'Cuándo terminó.', 'When it was done.'),
    }),
    column('what', 'text', {
      title: say('O que', 'Qué', 'What'),
      note: say('O que foi feito.', 'Qué se hizo.', 'What was done.'),
    }),
    column('rows', 'number', {
      title: say('Linhas nas abas', 'Filas en las hojas', 'Rows in tabs'),
      note: say(
        'Linhas das quais os dados da pessoa saíram.',
        'Filas de las que salieron los datos de la persona.',
        'Rows that the data of the person has left.',
      ),
      widthPx: 170,
    }),
    column('requests', 'number', {
      title: say('Pedidos no Diário', 'Pedidos en el Diario', 'Requests in the journal'),
      note: say(
        'Pedidos dos quais os dados da pessoa saíram.',
        'Pedidos de los que salieron los datos de la persona.',
        'Requests that the data of the person has left.',
      ),
      widthPx: 190,
    }),
    column('maskedUntil', 'time', {
      title: say('Mascara até', 'Enmascara hasta', 'Masks until'),
      note: say(
        'Até quando eventos novos da pessoa são mascarados.',
        'Hasta cuándo se enmascaran eventos nuevos de la persona.',
        'Until when new events about the person are masked.',
      ),
    }),
    column('beyond', 'text', {
      title: say(
        'O que fica fora do alcance',
        'Qué queda fuera del alcance',
        'What is out of reach',
      ),
      note: say(
        'O que o Plantão não alcança e o que fazer lá.',
        'Qué no alcanza Plantão y qué hacer allí.',
        'What Plantão does not reach, and what to do there.',
      ),
      widthPx: 520,
      isWrapped: true,
    }),
  ],
  color: '#80868b',
};
