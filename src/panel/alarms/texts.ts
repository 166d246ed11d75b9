import { say } from '../../events/localized';

/** Everything that the page Alarmes says. */
export const alarmTexts = {
  alarms: say('Alarmes', 'Alarmas', 'Alarms'),
  alarmsAbout: say(
    'Os alarmes aparecem em Saúde, um por causa e dia. Cole a URL de um webhook para recebê-los também no chat da equipe. Neles não há dados de clientes.',
    'Las alarmas aparecen en Salud, una por causa y día. Pegue la URL de un webhook para recibirlas también en el chat del equipo. No llevan datos de clientes.',
    "Alarms appear in Health, one per cause and day. Paste a webhook's URL to get them in the team's chat as well. They carry no customer data.",
  ),
  alarmsToday: say('Hoje', 'Hoy', 'Today'),
  noAlarmsToday: say('Nenhum alarme hoje.', 'Ninguna alarma hoy.', 'No alarm today.'),
  alarmChats: say('Chats', 'Chats', 'Chats'),
  alarmUrl: say('URL do webhook do chat', 'URL del webhook del chat', "URL of the chat's webhook"),
  alarmKeepUrl: say('Guardar URL', 'Guardar URL', 'Keep the URL'),
  alarmWhere: say(
    'Google Chat: espaço > Apps e integrações > Webhooks. Slack: um app com Incoming Webhooks. Teams: canal > Fluxos de trabalho, modelo que publica quando recebe uma solicitação de webhook.',
    'Google Chat: espacio > Apps e integraciones > Webhooks. Slack: una app con Incoming Webhooks. Teams: canal > Flujos de trabajo, plantilla que publica cuando recibe una solicitud de webhook.',
    'Google Chat: space > Apps & integrations > Webhooks. Slack: an app with Incoming Webhooks. Teams: channel > Workflows, the template that posts when a webhook request is received.',
  ),
  alarmNoChat: say('sem URL', 'sin URL', 'no URL'),
  alarmChatKept: say(
    'URL guardada; ela não é mostrada de novo',
    'URL guardada; no se muestra de nuevo',
    'URL kept; it is not shown again',
  ),
  alarmChatRefused: say(
    'o chat recusou ({words}). Cole uma URL nova, ou clique em Enviar teste',
    'el chat rechazó ({words}). Pegue una URL nueva, o haga clic en Enviar prueba',
    'the chat refused ({words}). Paste a new URL, or click Send a test',
  ),
  alarmChatWaits: say(
    'o chat não respondeu; nova tentativa: {time}. Nada se perde',
    'el chat no respondió; nuevo intento: {time}. Nada se pierde',
    'the chat did not answer; next try: {time}. Nothing is lost',
  ),
  alarmTest: say('Enviar teste', 'Enviar prueba', 'Send a test'),
  alarmForget: say('Apagar URL', 'Borrar URL', 'Delete the URL'),
  alarmBadUrl: say(
    'Esta não é a URL de um webhook do Google Chat, do Slack ou do Teams. Copie a URL inteira no chat e cole aqui.',
    'Esta no es la URL de un webhook de Google Chat, Slack o Teams. Copie la URL completa en el chat y péguela aquí.',
    'This is not the URL of a webhook of Google Chat, Slack or Teams. Copy the whole URL in the chat and paste it here.',
  ),
  alarmRetiredUrl: say(
    'A Microsoft desligou as URLs de webhook.office.com. No Teams, abra o canal > Fluxos de trabalho, escolha o modelo que publica quando recebe uma solicitação de webhook e cole a URL nova.',
    'Microsoft desactivó las URL de webhook.office.com. En Teams, abra el canal > Flujos de trabajo, elija la plantilla que publica cuando recibe una solicitud de webhook y pegue la URL nueva.',
    'Microsoft has switched off the URLs of webhook.office.com. In Teams, open the channel > Workflows, choose the template that posts when a webhook request is received, and paste the new URL.',
  ),
  alarmUrlSaved: say(
    'URL do {chat} guardada. Clique em Enviar teste.',
    'URL de {chat} guardada. Haga clic en Enviar prueba.',
    'The URL of {chat} is kept. Click Send a test.',
  ),
  alarmUrlForgotten: say(
    'URL do {chat} apagada. Nada mais é enviado para lá.',
    'URL de {chat} borrada. No se envía nada más allí.',
    'The URL of {chat} is deleted. Nothing more is sent there.',
  ),
  alarmTestText: say(
    'Plantão: mensagem de teste. Os alarmes desta planilha chegam aqui.',
    'Plantão: mensaje de prueba. Las alarmas de esta hoja de cálculo llegan aquí.',
    'Plantão: test message. Alarms of this spreadsheet come here.',
  ),
  alarmTested: say(
    'Enviado. Veja a mensagem no {chat}.',
    'Enviado. Vea el mensaje en {chat}.',
    'Sent. See the message in {chat}.',
  ),
  alarmTestRefused: say(
    'O {chat} recusou ({words}). Confira se a URL está inteira e se o webhook ainda existe no chat.',
    '{chat} rechazó ({words}). Revise que la URL esté completa y que el webhook aún exista en el chat.',
    '{chat} refused ({words}). Check that the URL is whole and that the webhook still exists in the chat.',
  ),
  alarmTestUnanswered: say(
    'O {chat} não respondeu. Tente de novo em um minuto.',
    '{chat} no respondió. Intente de nuevo en un minuto.',
    '{chat} did not answer. Try again in a minute.',
  ),
  alarmNoUrl: say(
    'Falta a URL desse chat. Cole a URL e clique em Guardar URL.',
    'Falta la URL de ese chat. Pegue la URL y haga clic en Guardar URL.',
    "That chat's URL is missing. Paste it and click Keep the URL.",
  ),
  alarmSettings: say('Quando avisar', 'Cuándo avisar', 'When to tell'),
  alarmWait: say(
    'Cliente esperando há mais de (minutos; 0 não avisa)',
    'Cliente esperando hace más de (minutos; 0 no avisa)',
    'Customer waiting for more than (minutes; 0 never tells)',
  ),
  alarmSummary: say('Resumo do dia anterior', 'Resumen del día anterior', 'Summary of yesterday'),
  alarmNoSummary: say('Não enviar', 'No enviar', 'Do not send'),
  alarmHours: say(
    'Alarmes de silêncio e de espera contam o horário de atendimento e os feriados de Plantão > Ajustes.',
    'Las alarmas de silencio y de espera cuentan el horario de atención y los feriados de Plantão > Ajustes.',
    'Alarms of silence and of waiting count the business hours and holidays of Plantão > Settings.',
  ),
  alarmSave: say('Salvar', 'Guardar', 'Save'),
  alarmSaved: say('Salvo.', 'Guardado.', 'Saved.'),
  alarmBadWait: say(
    'A espera é um número de minutos de 0 a 1440, por exemplo 30. Corrija e salve de novo.',
    'La espera es un número de minutos de 0 a 1440, por ejemplo 30. Corríjalo y guarde de nuevo.',
    'The wait is a number of minutes from 0 to 1440, for example 30. Correct it and save again.',
  ),
};
