import { say } from '../../events/localized';

/** Everything that the page Procurar says. */
export const searchTexts = {
  search: say('Procurar', 'Buscar', 'Search'),
  searchWhat: say('Código, telefone ou nome', 'Código, teléfono o nombre', 'Id, phone or name'),
  searchAbout: say(
    'Procura em todas as abas e no Diário (os últimos 7 dias). O telefone vale em qualquer forma, com ou sem o nono dígito.',
    'Busca en todas las hojas y en el Diario (los últimos 7 días). El teléfono vale en cualquier forma, con o sin el noveno dígito.',
    'Looks in all tabs and in the journal (the last 7 days). A phone counts in any form, with or without the ninth digit.',
  ),
  searchTooShort: say(
    'Escreva pelo menos 2 letras ou números e procure de novo.',
    'Escriba al menos 2 letras o números y busque de nuevo.',
    'Write at least 2 letters or digits and search again.',
  ),
  searchAt: say(
    'Procurando. A seguir: {tab}.',
    'Buscando. A continuación: {tab}.',
    'Searching. Next: {tab}.',
  ),
  searchAtRow: say(
    'Procurando em {tab}: faltam {row} de {rows} linhas.',
    'Buscando en {tab}: faltan {row} de {rows} filas.',
    'Searching {tab}: {row} of {rows} rows to go.',
  ),
  searchGoOn: say('Continuar', 'Continuar', 'Continue'),
  searchStop: say('Parar', 'Detener', 'Stop'),
  searchStopped: say(
    'Parado. Clique em Continuar para procurar no resto.',
    'Detenido. Haga clic en Continuar para buscar en el resto.',
    'Stopped. Click Continue to search the rest.',
  ),
  searchFound: say('Encontrados: {count}.', 'Encontrados: {count}.', 'Found: {count}.'),
  searchNothing: say(
    'Nada encontrado. Confira a escrita, ou procure só uma parte do nome.',
    'Nada encontrado. Revise la escritura, o busque solo una parte del nombre.',
    'Nothing found. Check the spelling, or search for a part of the name.',
  ),
  searchGoTo: say('Ir para {tab}, linha {row}', 'Ir a {tab}, fila {row}', 'Go to {tab}, row {row}'),
  searchEvents: say('Eventos no Diário', 'Eventos en el Diario', 'Events in the journal'),
  searchRepeated: say('Entregas repetidas', 'Entregas repetidas', 'Repeated deliveries'),
  cellShown: say(
    'A planilha mostra {tab}, linha {row}.',
    'La hoja de cálculo muestra {tab}, fila {row}.',
    'The spreadsheet shows {tab}, row {row}.',
  ),
  tabHidden: say(
    'A aba {tab} está oculta. Para ver a linha {row}, mostre a aba em Ver > Páginas ocultas.',
    'La hoja {tab} está oculta. Para ver la fila {row}, muestre la hoja en Ver > Hojas ocultas.',
    'The tab {tab} is hidden. To see row {row}, show the tab in View > Hidden sheets.',
  ),
  rowGone: say(
    'Esta linha não está mais na aba. Procure de novo.',
    'Esta fila ya no está en la hoja. Busque de nuevo.',
    'This row is no longer in the tab. Search again.',
  ),
} as const;
