import { StorageError } from '../twin/storage/storage-error';

/** Why the twin cannot start. */
export type StartFault = 'oldNode' | 'badOption' | 'unreadableData' | 'portTaken' | 'cannotListen';

const sentences: Readonly<Record<StartFault, (detail: string) => readonly [string, string]>> = {
  oldNode: (version) => [
    `Este programa precisa do Node 20.19 ou mais novo; este é o ${version}.`,
    `This program needs Node 20.19 or newer; this is ${version}.`,
  ],
  badOption: (detail) => [
    `Opção inválida: ${detail}. Opções: --port N, --data PASTA, --open, --virtual-clock, --slow, --locale pt_BR.`,
    `Invalid option: ${detail}. Options: --port N, --data FOLDER, --open, --virtual-clock, --slow, --locale pt_BR.`,
  ],
  unreadableData: (folder) => [
    `A pasta de dados ${folder} não pode ser lida ou escrita. Confira as permissões ou use outra com --data.`,
    `The data folder ${folder} cannot be read or written. Check its permissions or use another with --data.`,
  ],
  portTaken: (port) => [
    `A porta ${port} já está em uso. Feche o outro programa ou escolha outra com --port.`,
    `Port ${port} is already in use. Close the other program or choose another port with --port.`,
  ],
  cannotListen: (port) => [
    `Não foi possível abrir a porta ${port}. Escolha outra com --port.`,
    `Port ${port} cannot be opened. Choose another one with --port.`,
  ],
};

/** A failure at the start that has a sentence for the person at the keyboard. */
export class StartFailure extends Error {
  constructor(fault: StartFault, detail: string) {
    super(sentences[fault](detail).join('\n'));
  }
}

/** What to print for a failure: its sentence in Portuguese and English, never a stack. */
export function sayFailure(error: unknown): string {
  if (error instanceof StartFailure || error instanceof StorageError) return error.message;
  const detail = error instanceof Error ? error.message : String(error);
  return `Não foi possível iniciar: ${detail}\nCould not start: ${detail}`;
}
