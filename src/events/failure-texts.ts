import type { FailureCode } from './failure';
import { say, type Localized } from './localized';

/** What a failure means and what the user can do about it. */
export interface FailureText {
  readonly cause: Localized;
  readonly advice: Localized;
}

const text = (
  cause: readonly [string, string, string],
  advice: readonly [string, string, string],
): FailureText => ({
  cause: say(...cause),
  advice: say(...advice),
});

/** One entry per code: the sentence of the column Causa and that of O que fazer. */
export const failureTexts: Readonly<Record<FailureCode, FailureText>> = {
  emptyBody: text(
    [
      'O pedido veio sem conteúdo.',
      'El pedido llegó sin contenido.',
      'The request came without content.',
    ],
    [
      'Confira na plataforma se o webhook está no formato JSON e envie um evento de teste.',
      'Revise en la plataforma que el webhook esté en formato JSON y envíe un evento de prueba.',
      'Check on the platform that the webhook sends JSON, then send a test event.',
    ],
  ),
  bodyTooLarge: text(
    ['O pedido passa de 1 MB.', 'El pedido supera 1 MB.', 'The request is larger than 1 MB.'],
    [
      'Só o tamanho e o resumo foram guardados. Peça à plataforma para enviar menos dados por evento.',
      'Solo se guardaron el tamaño y el resumen. Pida a la plataforma que envíe menos datos por evento.',
      'Only its size and digest were kept. Ask the platform to send less data per event.',
    ],
  ),
  notJson: text(
    ['O conteúdo não é JSON.', 'El contenido no es JSON.', 'The content is not JSON.'],
    [
      'Na plataforma, escolha JSON (application/json) como formato do corpo e confira se a URL está no campo certo. Formulários simples cabem só na conexão Genérico.',
      'En la plataforma, elija JSON (application/json) como formato del cuerpo y revise que la URL esté en el campo correcto. Los formularios simples solo caben en la conexión Genérico.',
      'On the platform, choose JSON (application/json) as the format of the body and check that the URL is in the right field. Plain forms fit only into the connection Genérico.',
    ],
  ),
  notAnObject: text(
    [
      'Esperávamos um objeto e veio outra coisa.',
      'Esperábamos un objeto y llegó otra cosa.',
      'We expected an object and something else came.',
    ],
    [
      'Confira se a URL está na plataforma certa (cada plataforma tem a sua em Conexões).',
      'Revise que la URL esté en la plataforma correcta (cada una tiene la suya en Conexiones).',
      'Check that the URL is on the right platform (each has its own in Connections).',
    ],
  ),
  missingField: text(
    ['Falta um campo necessário.', 'Falta un campo necesario.', 'A necessary field is missing.'],
    [
      'A plataforma pode ter mudado o formato. Atualize o Plantão, depois clique em Simular e em Reprocessar; os eventos estão guardados.',
      'La plataforma puede haber cambiado el formato. Actualice Plantão, después haga clic en Simular y en Reprocesar; los eventos están guardados.',
      'The platform may have changed its format. Update Plantão, then click Dry run and Replay; the events are kept.',
    ],
  ),
  wrongType: text(
    [
      'Um campo veio com outro tipo.',
      'Un campo llegó con otro tipo.',
      'A field came with another type.',
    ],
    [
      'A plataforma pode ter mudado o formato. Atualize o Plantão, depois clique em Simular e em Reprocessar; os eventos estão guardados.',
      'La plataforma puede haber cambiado el formato. Actualice Plantão, después haga clic en Simular y en Reprocesar; los eventos están guardados.',
      'The platform may have changed its format. Update Plantão, then click Dry run and Replay; the events are kept.',
    ],
  ),
  badTime: text(
    [
      'Uma data veio em formato desconhecido.',
      'Una fecha llegó en formato desconocido.',
      'A time came in an unknown form.',
    ],
    [
      'Atualize o Plantão, depois clique em Simular e em Reprocessar; os eventos estão guardados.',
      'Actualice Plantão, después haga clic en Simular y en Reprocesar; los eventos están guardados.',
      'Update Plantão, then click Dry run and Replay; the events are kept.',
    ],
  ),
  notRecognised: text(
    [
      'A conexão deste evento não existe mais.',
      'La conexión de este evento ya no existe.',
      "This event's connection no longer exists.",
    ],
    [
      'Crie a conexão de novo em Conexões e troque a URL na plataforma.',
      'Cree la conexión otra vez en Conexiones y cambie la URL en la plataforma.',
      'Create the connection again in Connections and change the URL on the platform.',
    ],
  ),
  badPath: text(
    [
      'A URL escolhe uma coluna ou um caminho que não existe.',
      'La URL elige una columna o un camino que no existe.',
      'The URL chooses a column or a path that does not exist.',
    ],
    [
      'Corrija o fim da URL (w=coluna:caminho), como na página da plataforma Genérico, e cole a URL de novo.',
      'Corrija el final de la URL (w=columna:camino), como en la página de la plataforma Genérico, y pegue la URL de nuevo.',
      'Correct the end of the URL (w=column:path), as the page of the Generic platform shows, and paste the URL again.',
    ],
  ),
  unknownToken: text(
    [
      'O evento traz um token diferente do conhecido.',
      'El evento trae un token distinto del conocido.',
      'The event carries a token we do not know.',
    ],
    [
      'Se você trocou a conta ou o app na plataforma, aceite o token em Plantão > Falhas; se não, troque o segredo.',
      'Si cambió la cuenta o la app en la plataforma, acepte el token en Plantão > Fallas; si no, cambie el secreto.',
      'If you changed the account or app on the platform, accept the token in Plantão > Failures; if not, change the secret.',
    ],
  ),
  incompleteSpill: text(
    [
      'Um pedido em espera ficou incompleto.',
      'Un pedido en espera quedó incompleto.',
      'A waiting request was left incomplete.',
    ],
    [
      'A gravação foi interrompida antes da resposta à plataforma. Confira o evento na plataforma pelo horário.',
      'La escritura se interrumpió antes de responder a la plataforma. Revise el evento en la plataforma por la hora.',
      'Writing was cut off before the platform was answered. Look the event up on the platform by its time.',
    ],
  ),
  decoderFault: text(
    [
      'Erro nosso ao ler o evento.',
      'Error nuestro al leer el evento.',
      'A fault of ours while reading the event.',
    ],
    [
      'Atualize o Plantão, depois clique em Simular e em Reprocessar. Se continuar, abra um chamado com a linha do Diário.',
      'Actualice Plantão, después haga clic en Simular y en Reprocesar. Si continúa, abra un reporte con la línea del Diario.',
      "Update Plantão, then click Dry run and Replay. If it stays, report it with the journal's line.",
    ],
  ),
  writeFault: text(
    ['O Google recusou a gravação.', 'Google rechazó la escritura.', 'Google refused the write.'],
    [
      'Tentamos de novo sozinhos. Se continuar, veja se a planilha está perto de 10 milhões de células ou protegida.',
      'Reintentamos solos. Si continúa, vea si la hoja está cerca de 10 millones de celdas o protegida.',
      'We try again by ourselves. If it stays, see whether the sheet is near 10 million cells or protected.',
    ],
  ),
  unreadableTab: text(
    [
      'A aba perdeu as colunas ocultas que dizem qual linha é qual.',
      'La hoja perdió las columnas ocultas que dicen qué fila es cuál.',
      'The tab has lost the hidden columns that tell its rows apart.',
    ],
    [
      'Desfaça com Ctrl+Z ou restaure a planilha em Arquivo > Histórico de versões. Se não puder, exclua a aba: ela é refeita vazia. Os eventos estão guardados e são escritos em até dez minutos.',
      'Deshaga con Ctrl+Z o restaure la hoja en Archivo > Historial de versiones. Si no puede, elimine la hoja: se rehace vacía. Los eventos están guardados y se escriben en hasta diez minutos.',
      'Undo with Ctrl+Z or restore the sheet in File > Version history. If you cannot, delete the tab: it is made again, empty. The events are kept and written within ten minutes.',
    ],
  ),
};
