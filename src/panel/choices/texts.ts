import { say } from '../../events/localized';

/** What the page of a connection's columns, events and pause says by itself. */
export const choicesPageTexts = {
  choicesPause: say('Pausa', 'Pausa', 'Pause'),
  choicesPauseAbout: say(
    'O que chega durante a pausa fica no Diário e entra nas abas quando você retomar.',
    'Lo que llega durante la pausa queda en el Diario y entra en las hojas cuando usted la reanude.',
    'What comes during the pause stays in the journal and enters the tabs when you resume.',
  ),
  choicesDoPause: say('Pausar esta conexão', 'Pausar esta conexión', 'Pause this connection'),
  choicesResume: say('Retomar esta conexão', 'Reanudar esta conexión', 'Resume this connection'),
  choicesColumns: say('Colunas extras', 'Columnas extra', 'Extra columns'),
  choicesColumnsAbout: say(
    'Um campo dos eventos vira uma coluna sua e se enche do que chegar. Para o que já chegou, use o botão no fim.',
    'Un campo de los eventos se vuelve una columna suya y se llena con lo que llegue. Para lo anterior, use el botón al final.',
    'A field of the events becomes a column of yours and fills with what comes. For what came before, use the button at the end.',
  ),
  choicesField: say('Campo do evento', 'Campo del evento', 'Field of the event'),
  choicesOther: say(
    'Outro campo (digite abaixo)',
    'Otro campo (escríbalo abajo)',
    'Another field (type it below)',
  ),
  choicesTyped: say(
    'Campo digitado, como custom_attributes.plano',
    'Campo escrito, como custom_attributes.plan',
    'Typed field, such as custom_attributes.plan',
  ),
  choicesTab: say('Aba', 'Hoja', 'Tab'),
  choicesTitle: say('Título da coluna', 'Título de la columna', 'Title of the column'),
  choicesKind: say('Tipo', 'Tipo', 'Type'),
  choicesPersonal: say('Dado pessoal', 'Dato personal', 'Personal data'),
  choicesAdd: say('Criar coluna', 'Crear columna', 'Make the column'),
  choicesDrop: say('Remover', 'Quitar', 'Remove'),
  choicesDropSure: say(
    'A coluna sai da aba com tudo o que está nela. Os eventos ficam no Diário.',
    'La columna sale de la hoja con todo lo que tiene. Los eventos quedan en el Diario.',
    'The column leaves the tab with all that is in it. The events stay in the journal.',
  ),
  choicesFill: say(
    'Preencher com o que já chegou',
    'Llenar con lo que ya llegó',
    'Fill with what has come already',
  ),
  choicesFilled: say(
    'Eventos relidos: {count}.',
    'Eventos releídos: {count}.',
    'Events read again: {count}.',
  ),
  choicesMasked: say(
    'Os eventos são guardados mascarados: não há campos para escolher, digite o campo.',
    'Los eventos se guardan enmascarados: no hay campos para elegir, escriba el campo.',
    'The events are kept masked: there are no fields to choose, type the field.',
  ),
  choicesEvents: say('Eventos e filtro', 'Eventos y filtro', 'Events and filter'),
  choicesEventsAbout: say(
    'Eventos desmarcados ficam no Diário, sem linhas. O filtro vale para eventos que têm o campo.',
    'Los eventos desmarcados quedan en el Diario, sin filas. El filtro vale para eventos que tienen el campo.',
    'Events without a tick stay in the journal, without rows. The filter is for events that have the field.',
  ),
  choicesOnly: say(
    'Só quando o campo for (valores separados por ;)',
    'Solo cuando el campo sea (valores separados por ;)',
    'Only when the field is (values separated by ;)',
  ),
  choicesNoFilter: say('Sem filtro', 'Sin filtro', 'No filter'),
  choicesSave: say('Salvar', 'Guardar', 'Save'),
} as const;

export const choicesTexts = {
  ...choicesPageTexts,
  choices: say(
    'Colunas, eventos e pausa',
    'Columnas, eventos y pausa',
    'Columns, events and pause',
  ),
  own_text: say('Texto', 'Texto', 'Text'),
  own_number: say('Número', 'Número', 'Number'),
  own_time: say('Data e hora', 'Fecha y hora', 'Date and time'),
  own_flag: say('Sim ou não', 'Sí o no', 'Yes or no'),
  own_none: say('Nenhum', 'Ninguno', 'None'),
  own_name: say('Nome', 'Nombre', 'Name'),
  own_phone: say('Telefone', 'Teléfono', 'Phone'),
  own_email: say('E-mail', 'Correo', 'E-mail'),
  ownNoField: say(
    'Escolha ou digite um campo.',
    'Elija o escriba un campo.',
    'Choose or type a field.',
  ),
  ownTitleLength: say(
    'Dê à coluna um título de até {count} letras.',
    'Dé a la columna un título de hasta {count} letras.',
    'Give the column a title of up to {count} letters.',
  ),
  ownTitleTaken: say(
    'Já existe a coluna {title} nessa aba. Escolha outro título.',
    'Ya existe la columna {title} en esa hoja. Elija otro título.',
    'That tab has a column {title} already. Choose another title.',
  ),
  ownTooMany: say(
    'Cabem {count} colunas extras. Remova uma antes.',
    'Caben {count} columnas extra. Quite una antes.',
    'There is room for {count} extra columns. Remove one first.',
  ),
  ownTooMuch: say(
    'Não cabe tudo isso: desmarque menos eventos ou use menos valores.',
    'No cabe todo eso: desmarque menos eventos o use menos valores.',
    'That does not fit: untick fewer events or use fewer values.',
  ),
  ownAdded: say(
    'A coluna {title} está à direita na aba e se enche com os próximos eventos.',
    'La columna {title} está a la derecha en la hoja y se llena con los próximos eventos.',
    'The column {title} is at the right of the tab and fills with the next events.',
  ),
  ownDropped: say('Coluna removida.', 'Columna quitada.', 'The column was removed.'),
  eventsSaved: say(
    'Salvo. Vale para o que chegar a partir de agora.',
    'Guardado. Vale para lo que llegue desde ahora.',
    'Saved. It holds for what comes from now on.',
  ),
  connectionPaused: say(
    'Conexão pausada. O que chegar fica no Diário.',
    'Conexión en pausa. Lo que llegue queda en el Diario.',
    'The connection is paused. What comes stays in the journal.',
  ),
  connectionResumed: say(
    'Conexão retomada. Eventos que entram em instantes: {count}.',
    'Conexión reanudada. Eventos que entran en instantes: {count}.',
    'The connection goes on. Events that enter in a moment: {count}.',
  ),
} as const;
