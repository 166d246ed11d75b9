/** What the viewer says, in the three languages of the product. */
export interface Texts {
  readonly live: string;
  readonly offline: string;
  /** The button that shows the sheet alone, as large as the screen. */
  readonly wall: string;
  readonly hiddenTabs: string;
  readonly executions: string;
  readonly download: string;
  readonly close: string;
  readonly running: string;
  readonly failed: string;
  readonly note: string;
  readonly cell: string;
  readonly content: string;
  readonly sheetArea: string;
  readonly noExecutions: string;
  readonly noLog: string;
  readonly modelled: string;
  readonly calls: string;
  readonly answer: string;
  /** Names the list of a cell. */
  readonly choose: string;
  readonly refused: string;
  /** Takes the number of rows shown and of all rows. */
  readonly lastRows: (shown: string, all: string) => string;
  readonly buttons: Readonly<Record<'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE', string>>;
  readonly statuses: Readonly<Record<string, string>>;
}

const PORTUGUESE: Texts = {
  live: 'Ao vivo',
  offline: 'Sem conexão, tentando de novo…',
  wall: 'Tela cheia',
  hiddenTabs: 'Abas ocultas',
  executions: 'Execuções',
  download: 'Baixar .xlsx',
  close: 'Fechar',
  running: 'Executando script…',
  failed: 'O script falhou',
  note: 'Nota',
  cell: 'Célula',
  content: 'Conteúdo da célula',
  sheetArea: 'Planilha',
  noExecutions: 'Nenhuma execução ainda.',
  noLog: 'Sem linhas de registro.',
  modelled: 'no Google, cerca de',
  calls: 'chamadas',
  answer: 'Resposta',
  choose: 'Escolher',
  refused: 'A planilha não aceita este valor',
  lastRows: (shown, all) =>
    `Aba longa: mostrando o cabeçalho e as últimas ${shown} de ${all} linhas.`,
  buttons: { OK: 'OK', CANCEL: 'Cancelar', YES: 'Sim', NO: 'Não', CLOSE: 'Fechar' },
  statuses: {
    running: 'Em andamento',
    completed: 'Concluída',
    failed: 'Falhou',
    timedOut: 'Tempo esgotado',
    killed: 'Interrompida',
  },
};

const SPANISH: Texts = {
  live: 'En vivo',
  offline: 'Sin conexión, intentando de nuevo…',
  wall: 'Pantalla completa',
  hiddenTabs: 'Hojas ocultas',
  executions: 'Ejecuciones',
  download: 'Descargar .xlsx',
  close: 'Cerrar',
  running: 'Ejecutando secuencia de comandos…',
  failed: 'La secuencia de comandos falló',
  note: 'Nota',
  cell: 'Celda',
  content: 'Contenido de la celda',
  sheetArea: 'Hoja de cálculo',
  noExecutions: 'Aún no hay ejecuciones.',
  noLog: 'Sin líneas de registro.',
  modelled: 'en Google, unos',
  calls: 'llamadas',
  answer: 'Respuesta',
  choose: 'Elegir',
  refused: 'La hoja no acepta este valor',
  lastRows: (shown, all) =>
    `Hoja larga: se muestran el encabezado y las últimas ${shown} de ${all} filas.`,
  buttons: { OK: 'Aceptar', CANCEL: 'Cancelar', YES: 'Sí', NO: 'No', CLOSE: 'Cerrar' },
  statuses: {
    running: 'En curso',
    completed: 'Completada',
    failed: 'Falló',
    timedOut: 'Tiempo agotado',
    killed: 'Interrumpida',
  },
};

const ENGLISH: Texts = {
  live: 'Live',
  offline: 'Not connected, trying again…',
  wall: 'Full screen',
  hiddenTabs: 'Hidden tabs',
  executions: 'Executions',
  download: 'Download .xlsx',
  close: 'Close',
  running: 'Running script…',
  failed: 'The script failed',
  note: 'Note',
  cell: 'Cell',
  content: 'Cell content',
  sheetArea: 'Spreadsheet',
  noExecutions: 'No executions yet.',
  noLog: 'No log lines.',
  modelled: 'on Google, about',
  calls: 'calls',
  answer: 'Answer',
  choose: 'Choose',
  refused: 'The sheet does not take this value',
  lastRows: (shown, all) => `Long tab: showing the header and the last ${shown} of ${all} rows.`,
  buttons: { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No', CLOSE: 'Close' },
  statuses: {
    running: 'Running',
    completed: 'Completed',
    failed: 'Failed',
    timedOut: 'Timed out',
    killed: 'Stopped',
  },
};

const BY_LANGUAGE: Readonly<Record<string, Texts>> = { pt: PORTUGUESE, es: SPANISH, en: ENGLISH };

/** The texts for a browser's language; Portuguese when it is none of the three. */
export function chooseTexts(language: string): Texts {
  return BY_LANGUAGE[language.slice(0, 2).toLowerCase()] ?? PORTUGUESE;
}
