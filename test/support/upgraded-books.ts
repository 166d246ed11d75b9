import type { Workbook } from './upgrade';

/** What Saúde tells of each connection: how many were received, and how many of them are where. */
export function readHealth(workbook: Workbook): unknown {
  const connections = workbook.rows('Saúde').filter((row) => row['Plataforma'] !== 'Plantão');
  return connections.map((row) => {
    const { Escritos: written, Repetidos: repeated } = row;
    const told = ['Plataforma', 'Recebidos', 'Na fila', 'Desconhecidos', 'Alarme', 'Em risco'];
    const cells = told.map((title) => row[title]);
    return [...cells, Number(written) + Number(repeated)];
  });
}

/** What Falhas tells of each cause that is not solved. */
export const readFailures = (workbook: Workbook): unknown =>
  workbook.rows('Falhas').flatMap((row) => {
    const told = ['Plataforma', 'Causa', 'O que fazer', 'Quantidade', 'Última'];
    return row['Situação'] === 'Resolvida' ? [] : [told.map((title) => row[title])];
  });

const open = new Set<unknown>(['recebido', 'pendente']);
/** Lines of the journal that ask for more work. */
export const openLines = (workbook: Workbook): unknown =>
  workbook.rows('Diário').filter((row) => open.has(row['Situação']));
