import { say } from '../events/localized';
import type { CertificateWords } from '../privacy/certificate';

/** An erasure of what had gone to BigQuery. */
export const ofWarehouse: CertificateWords = {
  what: say(
    'Dados de uma pessoa eliminados do BigQuery',
    'Datos de una persona eliminados de BigQuery',
    'Data of one person erased from BigQuery',
  ),
  beyond: say(
    'O que o BigQuery guarda do passado das tabelas (sete dias; depois some sozinho); tabelas de envio que ficaram de uma tentativa (um dia); cópias, exportações e painéis seus fora deste conjunto de dados.',
    'Lo que BigQuery guarda del pasado de las tablas (siete días; después desaparece solo); tablas de envío que quedaron de un intento (un día); copias, exportaciones y paneles suyos fuera de este conjunto de datos.',
    "What BigQuery keeps of the tables' past (seven days; then it goes by itself); tables of an attempt to send (one day); copies, exports and boards of yours outside this dataset.",
  ),
};
