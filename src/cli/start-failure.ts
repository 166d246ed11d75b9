import { StorageError } from '../twin/storage/storage-error';

/** Why a command cannot begin its work. */
export type StartFault =
  | 'oldNode'
  | 'badOption'
  | 'badValue'
  | 'unreadableData'
  | 'portTaken'
  | 'cannotListen'
  | 'noOffice'
  | 'noReport';

type Sentences = readonly [portuguese: string, spanish: string, english: string];

const sentences: Readonly<Record<StartFault, (detail: string, allowed: string) => Sentences>> = {
  oldNode: (version) => [
    `Este programa precisa do Node 20.19 ou mais novo; este é o ${version}. Instale o atual de https://nodejs.org e rode de novo.`,
    `Este programa necesita Node 20.19 o más nuevo; este es el ${version}. Instale el actual de https://nodejs.org y ejecute de nuevo.`,
    `This program needs Node 20.19 or newer; this is ${version}. Install the current one from https://nodejs.org and run again.`,
  ],
  badOption: (detail, allowed) => [
    `Opção inválida: ${detail}. Opções: ${allowed}.`,
    `Opción no válida: ${detail}. Opciones: ${allowed}.`,
    `Invalid option: ${detail}. Options: ${allowed}.`,
  ],
  badValue: (detail, allowed) => [
    `Opção inválida: ${detail}. Use ${allowed}.`,
    `Opción no válida: ${detail}. Use ${allowed}.`,
    `Invalid option: ${detail}. Use ${allowed}.`,
  ],
  unreadableData: (folder, said) => [
    `A pasta de dados ${folder} não pode ser lida ou escrita (${said}). Confira as permissões e o espaço livre, ou use outra com --data.`,
    `La carpeta de datos ${folder} no se puede leer o escribir (${said}). Revise los permisos y el espacio libre, o use otra con --data.`,
    `The data folder ${folder} cannot be read or written (${said}). Check its permissions and the free space, or use another with --data.`,
  ],
  portTaken: (port) => [
    `A porta ${port} já está em uso. Feche o outro programa ou escolha outra com --port.`,
    `El puerto ${port} ya está en uso. Cierre el otro programa o elija otro con --port.`,
    `Port ${port} is already in use. Close the other program or choose another port with --port.`,
  ],
  cannotListen: (port, said) => [
    `Não foi possível abrir a porta ${port} (${said}). Escolha outra com --port.`,
    `No se pudo abrir el puerto ${port} (${said}). Elija otro con --port.`,
    `Port ${port} cannot be opened (${said}). Choose another one with --port.`,
  ],
  noOffice: (name) => [
    `O LibreOffice não respondeu por ${name}. Instale com apt-get install libreoffice-calc-nogui, ou diga o caminho com --office.`,
    `LibreOffice no respondió por ${name}. Instálelo con apt-get install libreoffice-calc-nogui, o diga la ruta con --office.`,
    `LibreOffice did not answer by ${name}. Install it with apt-get install libreoffice-calc-nogui, or say where it is with --office.`,
  ],
  noReport: (file) => [
    `O arquivo ${file} não tem o resultado de uma sonda desta versão. Copie de novo todo o texto da janela da sonda, ou a célula B1 da aba Sonda.`,
    `El archivo ${file} no tiene el resultado de una sonda de esta versión. Copie otra vez todo el texto de la ventana de la sonda, o la celda B1 de la hoja Sonda.`,
    `The file ${file} does not hold the result of a probe of this version. Copy the whole text of the probe’s window again, or the cell B1 of the tab Sonda.`,
  ],
};

/** A failure at the start that has a sentence for the person at the keyboard. */
export class StartFailure extends Error {
  /** `more`: what is allowed, or what the system said. */
  constructor(fault: StartFault, detail: string, more = '') {
    super(sentences[fault](detail, more).join('\n'));
  }
}

/** What to print for a failure: its sentence in Portuguese, Spanish and English, never a stack. */
export function sayFailure(error: unknown): string {
  if (error instanceof StartFailure || error instanceof StorageError) return error.message;
  const detail = error instanceof Error ? error.message : String(error);
  return `Não deu certo: ${detail}\nNo funcionó: ${detail}\nIt did not work: ${detail}`;
}
