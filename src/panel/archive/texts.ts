import { say } from '../../events/localized';

/** What the part Arquivo of the page Dados pessoais says. */
export const archiveTexts = {
  archiveTitle: say('Arquivo', 'Archivo', 'Archive'),
  archiveAbout: say(
    'Baixe as linhas antigas de Mensagens, Atendimentos e Conversas e retire-as. Quem espera ou é atendido fica; as contagens também. 0 dias: cópia de tudo.',
    'Descargue las filas antiguas de Mensajes, Atenciones y Conversaciones y retírelas. Quien espera o es atendido queda; los conteos también. 0 días: copia de todo.',
    'Download the old rows of Messages, Attendances and Conversations and remove them. Whoever waits or is served stays; so do the counts. 0 days: a copy of everything.',
  ),
  archiveDays: say(
    'Sem mudança há (dias)',
    'Sin cambios desde hace (días)',
    'Unchanged for (days)',
  ),
  archiveGet: say('Baixar', 'Descargar', 'Download'),
  archiveRead: say('Linhas baixadas', 'Filas descargadas', 'Rows downloaded'),
  archiveLeaveAbout: say(
    'Escolha todos os NDJSON salvos. Só sai a linha cuja cópia está neles, igual. Dá para parar e continuar. Depois, um evento atrasado desses dias fica só no Diário, sem linha.',
    'Elija todos los NDJSON guardados. Solo sale la fila cuya copia está en ellos, igual. Se puede parar y seguir. Después, un evento atrasado de esos días queda solo en el Diario, sin fila.',
    'Choose all saved NDJSON files. Only a row whose equal copy is in them leaves. You can stop and go on. Afterwards a late event of those days is in the journal only, without a row.',
  ),
  archiveFound: say('Linhas nos arquivos', 'Filas en los archivos', 'Rows in the files'),
  archiveType: say('Escreva RETIRAR', 'Escriba RETIRAR', 'Type REMOVE'),
  archiveWord: say('RETIRAR', 'RETIRAR', 'REMOVE'),
  archiveUnsure: say(
    'Nada saiu. Para retirar, escreva {word}.',
    'No salió nada. Para retirar, escriba {word}.',
    'Nothing left. To remove, type {word}.',
  ),
  archiveLeave: say('Conferir e retirar', 'Comprobar y retirar', 'Check and remove'),
  archiveLeft: say('Linhas retiradas', 'Filas retiradas', 'Rows removed'),
  archiveStay: say(
    'sem cópia igual, ficam',
    'sin copia igual, quedan',
    'without an equal copy, stay',
  ),
  archiveYoung: say(
    'Nada saiu. O mínimo são 7 dias.',
    'No salió nada. El mínimo son 7 días.',
    'Nothing left. The least is 7 days.',
  ),
  archiveCounting: say(
    'Os números estão sendo contados de novo. Clique outra vez em alguns minutos.',
    'Los números se están contando de nuevo. Haga clic otra vez en algunos minutos.',
    'The numbers are being counted anew. Click again in some minutes.',
  ),
} as const;
