import { say } from '../../events/localized';

/** What the part BigQuery says; only a build with it has these texts. */
export const warehouseTexts = {
  title: say('BigQuery', 'BigQuery', 'BigQuery'),
  about: say(
    'De madrugada as linhas antigas vão para o seu projeto do Google Cloud e saem da planilha quando a cópia está contada e igual. Com 80 % das células em uso, saem também as mais novas, até 7 dias. O Google cobra do seu projeto: veja docs/bigquery.md.',
    'De madrugada las filas antiguas van a su proyecto de Google Cloud y salen de la hoja cuando la copia está contada e igual. Con 80 % de las celdas en uso salen también las más nuevas, hasta 7 días. Google cobra a su proyecto: vea docs/bigquery.md.',
    'At night old rows go to your Google Cloud project and leave the spreadsheet once the copy is counted and equal. With 80 % of the cells in use younger ones leave too, down to 7 days. Google charges your project: see docs/bigquery.md.',
  ),
  isOn: say('Enviar de madrugada', 'Enviar de madrugada', 'Send at night'),
  project: say('ID do projeto', 'ID del proyecto', 'Project id'),
  dataset: say('Conjunto de dados', 'Conjunto de datos', 'Dataset'),
  location: say('Local', 'Ubicación', 'Location'),
  days: say('Sem mudança há (dias)', 'Sin cambios desde hace (días)', 'Unchanged for (days)'),
  save: say('Salvar', 'Guardar', 'Save'),
  move: say('Enviar agora', 'Enviar ahora', 'Send now'),
  saved: say('Salvo.', 'Guardado.', 'Saved.'),
  bad: say(
    'Nada foi salvo. Confira o ID do projeto (minúsculas, números e hífens), o conjunto de dados (letras, números e _), o local e os dias (7 ou mais).',
    'No se guardó nada. Revise el ID del proyecto (minúsculas, números y guiones), el conjunto de datos (letras, números y _), la ubicación y los días (7 o más).',
    'Nothing was saved. Check the project id (small letters, digits, hyphens), the dataset (letters, digits and _), the location and the days (7 or more).',
  ),
  unapproved: say(
    'Falta a permissão nova do BigQuery. Feche esta janela, clique em Plantão > Atualizar agora, aceite o que o Google pedir e volte aqui. Só depois atualize a implantação.',
    'Falta el permiso nuevo de BigQuery. Cierre esta ventana, haga clic en Plantão > Actualizar ahora, acepte lo que Google pida y vuelva aquí. Solo después actualice la implementación.',
    'The new permission for BigQuery is missing. Close this window, click Plantão > Update now, accept what Google asks for and come back. Update the deployment only then.',
  ),
  moved: say('Linhas enviadas', 'Filas enviadas', 'Rows sent'),
  waiting: say('Continua a cada minuto.', 'Continúa cada minuto.', 'It goes on every minute.'),
  erasing: say(
    'Uma pessoa eliminada da planilha está sendo eliminada também do BigQuery.',
    'Una persona eliminada de la hoja de cálculo se está eliminando también de BigQuery.',
    'A person who was erased from the spreadsheet is being erased from BigQuery, too.',
  ),
  stopped: say(
    'Parado até você corrigir e salvar de novo. O Google disse:',
    'Detenido hasta que lo corrija y guarde de nuevo. Google dijo:',
    'Stopped until you put it right and save again. Google said:',
  ),
} as const;

export type WarehouseText = keyof typeof warehouseTexts;
