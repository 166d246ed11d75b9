/** What is wrong with a data folder: the first ones when it is opened, the last two while it is written. */
export type StorageFault =
  'damaged' | 'foreign' | 'newer' | 'unclosed' | 'locked' | 'badLock' | 'full' | 'unwritable';

/** Where, and what the system said (blank when that adds nothing). */
interface Place {
  readonly file: string;
  readonly detail: string;
}

type Sentences = readonly [portuguese: string, spanish: string, english: string];

const sentences: Readonly<Record<StorageFault, (place: Place) => Sentences>> = {
  damaged: ({ file, detail }) => [
    `O arquivo de dados ${file} está danificado${detail}. Nada foi alterado nem apagado. Guarde uma cópia da pasta; depois volte uma cópia de segurança dela, ou tire dali os arquivos que começam com plantao.db e comece de novo, ou use outra pasta com --data.`,
    `El archivo de datos ${file} está dañado${detail}. No se cambió ni se borró nada. Guarde una copia de la carpeta; después restaure un respaldo, o saque de ahí los archivos que empiezan con plantao.db y empiece de nuevo, o use otra carpeta con --data.`,
    `The data file ${file} is damaged${detail}. Nothing was changed or removed. Keep a copy of the folder; then bring back a backup of it, or move the files that begin with plantao.db out and start again, or use another folder with --data.`,
  ],
  foreign: ({ file }) => [
    `O arquivo ${file} não foi feito por este programa. Nada foi alterado. Use outra pasta com --data.`,
    `El archivo ${file} no fue hecho por este programa. No se cambió nada. Use otra carpeta con --data.`,
    `The file ${file} was not made by this program. Nothing was changed. Use another folder with --data.`,
  ],
  newer: ({ file }) => [
    `O arquivo de dados ${file} é de uma versão mais nova deste programa. Nada foi alterado. Atualize o programa ou use outra pasta com --data.`,
    `El archivo de datos ${file} es de una versión más nueva de este programa. No se cambió nada. Actualice el programa o use otra carpeta con --data.`,
    `The data file ${file} comes from a newer version of this program. Nothing was changed. Update the program or use another folder with --data.`,
  ],
  unclosed: ({ file }) => [
    `O arquivo de dados ${file} é de uma versão mais antiga, que não foi encerrada como devia. Nada foi alterado. Abra-o uma vez com a versão antiga e encerre com Ctrl-C, ou use outra pasta com --data.`,
    `El archivo de datos ${file} es de una versión más antigua, que no se cerró como debía. No se cambió nada. Ábralo una vez con la versión antigua y ciérrela con Ctrl-C, o use otra carpeta con --data.`,
    `The data file ${file} comes from an older version that was not stopped properly. Nothing was changed. Open it once with the older version and stop that with Ctrl-C, or use another folder with --data.`,
  ],
  locked: ({ file }) => [
    `A pasta de dados de ${file} já está aberta em outro processo. Feche-o ou use outra pasta com --data.`,
    `La carpeta de datos de ${file} ya está abierta en otro proceso. Ciérrelo o use otra carpeta con --data.`,
    `The data folder of ${file} is already open in another process. Close that one or use another folder with --data.`,
  ],
  badLock: ({ file }) => [
    `O arquivo de trava ${file} está danificado ou é de uma versão mais antiga. Nada foi alterado. Se nenhum outro programa usa esta pasta, apague esse arquivo e comece de novo: os dados não estão nele.`,
    `El archivo de bloqueo ${file} está dañado o es de una versión más antigua. No se cambió nada. Si ningún otro programa usa esta carpeta, borre ese archivo y empiece de nuevo: los datos no están en él.`,
    `The lock file ${file} is damaged or comes from an older version. Nothing was changed. If no other program uses this folder, delete that file and start again: the data are not in it.`,
  ],
  full: ({ file }) => [
    `O disco está cheio: ${file} não pôde ser gravado. O que já tinha sido respondido está gravado; os pedidos seguintes foram recusados. Libere espaço e comece de novo.`,
    `El disco está lleno: no se pudo guardar ${file}. Lo que ya se había respondido está guardado; las solicitudes siguientes fueron rechazadas. Libere espacio y empiece de nuevo.`,
    `The disk is full: ${file} could not be written. What had been answered is stored; the requests after that were refused. Free some space and start again.`,
  ],
  unwritable: ({ file, detail }) => [
    `O arquivo de dados ${file} não pôde ser gravado${detail}. O que já tinha sido respondido está gravado; os pedidos seguintes foram recusados. Confira o disco, o espaço livre e as permissões, e comece de novo.`,
    `No se pudo guardar el archivo de datos ${file}${detail}. Lo que ya se había respondido está guardado; las solicitudes siguientes fueron rechazadas. Revise el disco, el espacio libre y los permisos, y empiece de nuevo.`,
    `The data file ${file} could not be written${detail}. What had been answered is stored; the requests after that were refused. Check the disk, the free space and the permissions, and start again.`,
  ],
};

/** A data folder that cannot be opened or written; the message says what happened and what to do, in three languages. */
export class StorageError extends Error {
  readonly portuguese: string;
  readonly spanish: string;
  readonly english: string;

  constructor(
    readonly fault: StorageFault,
    readonly file: string,
    detail = '',
  ) {
    const told = sentences[fault]({ file, detail: detail && ` (${detail})` });
    super(told.join('\n'));
    this.name = 'StorageError';
    [this.portuguese, this.spanish, this.english] = told;
  }
}
