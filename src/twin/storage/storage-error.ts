/** Why a data folder cannot be opened. */
export type StorageFault = 'damaged' | 'foreign' | 'newer' | 'locked';

const sentences: Readonly<Record<StorageFault, (file: string) => readonly [string, string]>> = {
  damaged: (file) => [
    `O arquivo de dados ${file} está danificado. Nada foi alterado. Guarde uma cópia dele, tire-o da pasta e comece de novo, ou use outra pasta com --data.`,
    `The data file ${file} is damaged. Nothing was changed. Keep a copy of it, move it out of the folder and start again, or use another folder with --data.`,
  ],
  foreign: (file) => [
    `O arquivo ${file} não foi feito por este programa. Nada foi alterado. Use outra pasta com --data.`,
    `The file ${file} was not made by this program. Nothing was changed. Use another folder with --data.`,
  ],
  newer: (file) => [
    `O arquivo de dados ${file} é de uma versão mais nova deste programa. Nada foi alterado. Atualize o programa ou use outra pasta com --data.`,
    `The data file ${file} comes from a newer version of this program. Nothing was changed. Update the program or use another folder with --data.`,
  ],
  locked: (file) => [
    `A pasta de dados de ${file} já está aberta em outro processo. Feche-o ou use outra pasta com --data.`,
    `The data folder of ${file} is already open in another process. Close that one or use another folder with --data.`,
  ],
};

/** A data folder that cannot be opened; `portuguese` and `english` say what happened and what to do. */
export class StorageError extends Error {
  readonly portuguese: string;
  readonly english: string;

  constructor(
    readonly fault: StorageFault,
    readonly file: string,
  ) {
    const [portuguese, english] = sentences[fault](file);
    super(`${portuguese}\n${english}`);
    this.name = 'StorageError';
    this.portuguese = portuguese;
    this.english = english;
  }
}
