type Texts = Readonly<
  Record<
    | 'menu'
    | 'prepare'
    | 'measure'
    | 'measureCopy'
    | 'spend'
    | 'prepared'
    | 'typeHere'
    | 'askUrl'
    | 'wrongUrl'
    | 'result'
    | 'copyResult'
    | 'notCopy'
    | 'confirmSpend',
    string
  >
>;

const pt: Texts = {
  menu: 'Sonda',
  prepare: '1. Preparar',
  measure: '2. Medir',
  measureCopy: '3. Medir a cópia',
  spend: 'Gastar a cota de propriedades',
  prepared: 'Digite qualquer coisa na célula B3 da aba Sonda. Depois use Sonda > 2. Medir.',
  typeHere: 'Digite qualquer coisa aqui, uma vez:',
  askUrl: 'Cole o URL do app da Web, que termina em /exec:',
  wrongUrl: 'Este não é o URL do app da Web. Copie em Implantar > Gerenciar implantações.',
  result: 'Copie tudo e salve num arquivo, como sonda.json:',
  copyResult: 'Copie tudo e salve no lugar do arquivo anterior:',
  notCopy:
    'Esta não é uma cópia de uma planilha medida. Use Arquivo > Fazer uma cópia depois de medir.',
  confirmSpend:
    'Isto gasta a cota de propriedades do dia desta conta Google: outros scripts dela podem parar até amanhã. Continuar?',
};

const es: Texts = {
  menu: 'Sonda',
  prepare: '1. Preparar',
  measure: '2. Medir',
  measureCopy: '3. Medir la copia',
  spend: 'Gastar la cuota de propiedades',
  prepared: 'Escriba cualquier cosa en la celda B3 de la hoja Sonda. Después use Sonda > 2. Medir.',
  typeHere: 'Escriba cualquier cosa aquí, una vez:',
  askUrl: 'Pegue la URL de la aplicación web, que termina en /exec:',
  wrongUrl:
    'Esta no es la URL de la aplicación web. Cópiela en Implementar > Gestionar implementaciones.',
  result: 'Copie todo y guárdelo en un archivo, como sonda.json:',
  copyResult: 'Copie todo y guárdelo en lugar del archivo anterior:',
  notCopy:
    'Esta no es una copia de una hoja medida. Use Archivo > Hacer una copia después de medir.',
  confirmSpend:
    'Esto gasta la cuota de propiedades del día de esta cuenta de Google: otros scripts suyos pueden detenerse hasta mañana. ¿Continuar?',
};

const en: Texts = {
  menu: 'Sonda',
  prepare: '1. Prepare',
  measure: '2. Measure',
  measureCopy: '3. Measure the copy',
  spend: 'Spend the quota of properties',
  prepared: 'Type anything into cell B3 of the tab Sonda. Then use Sonda > 2. Measure.',
  typeHere: 'Type anything here, once:',
  askUrl: 'Paste the URL of the web app, which ends in /exec:',
  wrongUrl: 'This is not the URL of the web app. Copy it from Deploy > Manage deployments.',
  result: 'Copy everything and save it in a file, such as sonda.json:',
  copyResult: 'Copy everything and save it in place of the earlier file:',
  notCopy: 'This is not a copy of a measured spreadsheet. Use File > Make a copy after measuring.',
  confirmSpend:
    'This spends the day’s quota of properties of this Google account: its other scripts may stop until tomorrow. Go on?',
};

/** The probe's own words, in the language of whoever runs it. */
export function readTexts(): Texts {
  const language = Session.getActiveUserLocale().slice(0, 2);
  if (language === 'pt') return pt;
  return language === 'es' ? es : en;
}
