import { say } from '../../events/localized';

/** Everything that the page Ajustes says. */
export const settingsTexts = {
  settings: say('Ajustes', 'Ajustes', 'Settings'),
  setMore: say('Em outras janelas', 'En otras ventanas', 'In other windows'),
  setBack: say('Voltar', 'Volver', 'Back'),
  setSave: say('Salvar', 'Guardar', 'Save'),
  setUndo: say('Desfazer', 'Deshacer', 'Undo'),
  setUnchanged: say('Nada mudou.', 'Nada cambió.', 'Nothing changed.'),
  setChanged: say(
    '{count} mudanças por salvar.',
    '{count} cambios sin guardar.',
    '{count} unsaved changes.',
  ),
  setChangedOne: say('1 mudança por salvar.', '1 cambio sin guardar.', '1 unsaved change.'),
  setLeave: say(
    'Há mudanças por salvar. Clique de novo em Voltar para descartar.',
    'Hay cambios sin guardar. Haga clic otra vez en Volver para descartarlos.',
    'There are unsaved changes. Click Back again to discard them.',
  ),
  setRemove: say('Tirar', 'Quitar', 'Remove'),
  setFaulty: say(
    'Nada foi salvo: corrija os campos marcados ({count}).',
    'No se guardó nada: corrija los campos marcados ({count}).',
    'Nothing was saved: correct the marked fields ({count}).',
  ),
  setTooMuch: say(
    'Nada foi salvo: os ajustes não cabem no espaço que o Google dá. Tire dias ou nomes que não usa mais.',
    'No se guardó nada: los ajustes no caben en el espacio que da Google. Quite días o nombres que ya no usa.',
    'Nothing was saved: the settings do not fit into the space that Google gives. Remove days or names that you no longer use.',
  ),
  setSavedSoon: say(
    'Salvo. As abas mostram isso no próximo minuto.',
    'Guardado. Las hojas lo muestran en el próximo minuto.',
    'Saved. The tabs show it within a minute.',
  ),
  setSavedRows: say(
    'Salvo. As linhas que já existem mudam nos próximos minutos, das mais novas para as mais antigas.',
    'Guardado. Las filas que ya existen cambian en los próximos minutos, de las más nuevas a las más antiguas.',
    'Saved. Rows that are there change in the next minutes, the newest first.',
  ),
  setSavedCounted: say(
    'Salvo. Vale desde já; os últimos 62 dias do Painel são contados de novo nos próximos minutos.',
    'Guardado. Vale desde ya; los últimos 62 días del Tablero se cuentan de nuevo en los próximos minutos.',
    'Saved. It holds from now on; the last 62 days of the dashboard are counted anew in the next minutes.',
  ),

  setNames: say('Nomes dos status', 'Nombres de los estados', 'Status names'),
  setNamesAbout: say(
    'A plataforma envia só um código. Dê a cada um o nome que a equipe usa: ele aparece em Agora e na Jornada. De fábrica: sem nome.',
    'La plataforma envía solo un código. Dé a cada uno el nombre que usa el equipo: aparece en Ahora y en Jornada. De fábrica: sin nombre.',
    'The platform sends a code only. Give each the name that the team uses: it shows in Now and in Agent days. As delivered: no names.',
  ),
  setNamesHelp: say(
    'Exemplo: -1 é Almoço. Nome em branco mostra a situação sem nome.',
    'Ejemplo: -1 es Almuerzo. Un nombre en blanco muestra la situación sin nombre.',
    'Example: -1 is Lunch. A blank name shows the situation without one.',
  ),
  setCode: say('Código', 'Código', 'Code'),
  setName: say('Nome', 'Nombre', 'Name'),
  setSeen: say('Visto', 'Visto', 'Seen'),
  setAddCode: say('Outro código', 'Otro código', 'Another code'),
  setNamesSum: say(
    '{named} com nome, {unnamed} sem',
    '{named} con nombre, {unnamed} sin',
    '{named} named, {unnamed} without a name',
  ),
  setCodeMissing: say(
    'Falta o código. Ele está na coluna Código do status.',
    'Falta el código. Está en la columna Código del estado.',
    'The code is missing. It stands in the column Status code.',
  ),
  setCodeTwice: say(
    'O código {code} está em outra linha. Deixe só uma.',
    'El código {code} está en otra fila. Deje solo una.',
    'The code {code} stands in another line. Leave one only.',
  ),
  setTooLong: say(
    'Tem mais de {count} caracteres. Escreva um texto mais curto.',
    'Tiene más de {count} caracteres. Escriba un texto más corto.',
    'It has more than {count} characters. Write a shorter text.',
  ),

  setPeople: say('Quem é quem', 'Quién es quién', 'Who is who'),
  setPeopleAbout: say(
    'Quem atende em mais de uma conexão aparece uma vez no Painel e no Quadro. O e-mail igual já junta; aqui você junta quem tem e-mails diferentes.',
    'Quien atiende en más de una conexión aparece una vez en el Tablero y en el tablero para TV. El correo igual ya los une; aquí usted une a quien tiene correos distintos.',
    'Whoever serves on more than one connection shows once in the dashboard and on the board. The same e-mail joins them already; here you join those with different e-mails.',
  ),
  setPeopleTable: say('Agentes', 'Agentes', 'Agents'),
  setPeopleHelp: say(
    'Escreva o mesmo nome em todas as linhas da mesma pessoa. Exemplo: Ana Lima. De fábrica: em branco, vale o e-mail.',
    'Escriba el mismo nombre en todas las filas de la misma persona. Ejemplo: Ana Lima. De fábrica: en blanco, vale el correo.',
    'Write the same name into every line of the same person. Example: Ana Lima. As delivered: blank, the e-mail counts.',
  ),
  setAgent: say('Agente', 'Agente', 'Agent'),
  setConnection: say('Conexão', 'Conexión', 'Connection'),
  setPerson: say('Nome da pessoa', 'Nombre de la persona', "Person's name"),
  setPeopleSum: say(
    'Agentes: {agents}. Com nome seu: {named}.',
    'Agentes: {agents}. Con nombre suyo: {named}.',
    'Agents: {agents}. Named by you: {named}.',
  ),

  setHours: say('Horário e feriados', 'Horario y feriados', 'Hours and holidays'),
  setHoursAbout: say(
    'Quando a equipe trabalha. O tempo até a 1ª resposta conta só dentro desse horário; o tempo corrido continua guardado ao lado.',
    'Cuándo trabaja el equipo. El tiempo hasta la 1ª respuesta cuenta solo dentro de ese horario; el tiempo corrido sigue guardado al lado.',
    'When the team works. The time to first reply counts within these hours only; calendar time is kept beside it.',
  ),
  setCounts: say(
    'Contar só o horário de trabalho',
    'Contar solo el horario de trabajo',
    'Count business hours only',
  ),
  setCountsHelp: say(
    'De fábrica: desligado, conta dia e noite. Ao desligar, os horários abaixo deixam de ser guardados.',
    'De fábrica: apagado, cuenta día y noche. Al apagarlo, los horarios de abajo dejan de guardarse.',
    'As delivered: off, day and night count. When you switch it off, the hours below are no longer kept.',
  ),
  setWeek: say('Dias da semana', 'Días de la semana', 'Weekdays'),
  setWeekHelp: say(
    'Exemplo: 08:00 às 18:00. Até meia-noite: 24:00. Dia sem marca: ninguém trabalha.',
    'Ejemplo: 08:00 a 18:00. Hasta medianoche: 24:00. Día sin marca: nadie trabaja.',
    'Example: 08:00 to 18:00. Until midnight: 24:00. A day without a tick: nobody works.',
  ),
  setWeekdays: say(
    'Domingo Segunda Terça Quarta Quinta Sexta Sábado',
    'Domingo Lunes Martes Miércoles Jueves Viernes Sábado',
    'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  ),
  setShortDays: say(
    'dom seg ter qua qui sex sáb',
    'dom lun mar mié jue vie sáb',
    'Sun Mon Tue Wed Thu Fri Sat',
  ),
  setOpen: say('Trabalha', 'Trabaja', 'Works'),
  setFrom: say('Das', 'De', 'From'),
  setUntil: say('Até', 'A', 'Until'),
  setBrazil: say(
    'Feriados nacionais do Brasil',
    'Feriados nacionales de Brasil',
    "Brazil's national holidays",
  ),
  setBrazilHelp: say(
    'Ninguém trabalha neles, em todos os anos. De fábrica: desligado. Próximo: {day}, {name}.',
    'Nadie trabaja en ellos, todos los años. De fábrica: apagado. Próximo: {day}, {name}.',
    'Nobody works on them, every year. As delivered: off. Next: {day}, {name}.',
  ),
  setBrazilList: say('Feriados de {year}', 'Feriados de {year}', 'Holidays of {year}'),
  setDays: say('Dias diferentes', 'Días diferentes', 'Days unlike others'),
  setDaysHelp: say(
    'Sem horas: ninguém trabalha. Com horas: vale só esse horário, mesmo em feriado. Exemplo: 24/12, Véspera, 08:00 às 12:00.',
    'Sin horas: nadie trabaja. Con horas: vale solo ese horario, incluso en feriado. Ejemplo: 24/12, Víspera, 08:00 a 12:00.',
    'Without hours: nobody works. With hours: only these count, on a holiday, too. Example: 24/12, Christmas Eve, 08:00 to 12:00.',
  ),
  setDay: say('Dia', 'Día', 'Day'),
  setAddDay: say('Incluir dia', 'Agregar día', 'Add a day'),
  setAlways: say('dia e noite', 'día y noche', 'day and night'),
  setHoursSum: say(
    '{days}, {from} – {until}',
    '{days}, {from} – {until}',
    '{days}, {from} – {until}',
  ),
  setNoDay: say(
    'Marque pelo menos um dia da semana, ou desligue o horário.',
    'Marque al menos un día de la semana, o apague el horario.',
    'Tick at least one weekday, or switch the hours off.',
  ),
  setBadTime: say(
    'Escreva a hora como 08:00, de 00:00 a 24:00.',
    'Escriba la hora como 08:00, de 00:00 a 24:00.',
    'Write the hour as 08:00, from 00:00 to 24:00.',
  ),
  setBackwards: say(
    'O fim vem antes do começo. Exemplo: 08:00 às 17:00.',
    'El fin viene antes del comienzo. Ejemplo: 08:00 a 17:00.',
    'The end comes before the beginning. Example: 08:00 to 17:00.',
  ),
  setBadDay: say('Escolha o dia.', 'Elija el día.', 'Choose the day.'),
  setDayTwice: say(
    'Este dia está em outra linha. Deixe só uma.',
    'Este día está en otra fila. Deje solo una.',
    'This day stands in another line. Leave one only.',
  ),
  setTooMany: say(
    'São mais de {count} dias. Tire os que já passaram.',
    'Son más de {count} días. Quite los que ya pasaron.',
    'There are more than {count} days. Remove those that are over.',
  ),

  setLimits: say('Metas e limites', 'Metas y límites', 'Targets and limits'),
  setLimitsAbout: say(
    'O que passa do limite fica em vermelho no Painel e nas abas.',
    'Lo que pasa del límite queda en rojo en el Tablero y en las hojas.',
    'What is above its limit turns red in the dashboard and in the tabs.',
  ),
  setLimitsSum: say(
    '1ª resposta em {reply} min, espera até {wait} min',
    '1ª respuesta en {reply} min, espera hasta {wait} min',
    'first reply in {reply} min, waiting up to {wait} min',
  ),
  setMinutes: say('minutos', 'minutos', 'minutes'),
  setReply: say('Meta da 1ª resposta', 'Meta de la 1ª respuesta', 'Target of the first reply'),
  setReplyHelp: say(
    'De fábrica: {count}. Exemplo: com 10, o Painel diz se metade dos clientes teve resposta em até 10 minutos.',
    'De fábrica: {count}. Ejemplo: con 10, el Tablero dice si la mitad de los clientes tuvo respuesta en hasta 10 minutos.',
    'As delivered: {count}. Example: with 10, the dashboard says whether half of the customers were answered within 10 minutes.',
  ),
  setWait: say(
    'Cliente esperando, no máximo',
    'Cliente en espera, como máximo',
    'Customer waiting, at most',
  ),
  setWaitHelp: say(
    'De fábrica: {count}. Exemplo: com 20, quem espera há mais de 20 minutos fica em vermelho em Conversas e no Painel.',
    'De fábrica: {count}. Ejemplo: con 20, quien espera hace más de 20 minutos queda en rojo en Conversaciones y en el Tablero.',
    'As delivered: {count}. Example: with 20, whoever has waited for more than 20 minutes turns red in Conversations and in the dashboard.',
  ),
  setPause: say('Pausa, no máximo', 'Pausa, como máximo', 'Pause, at most'),
  setPauseHelp: say(
    'De fábrica: {count}. Exemplo: com 30, uma pausa de mais de 30 minutos fica em vermelho na Jornada e no Painel.',
    'De fábrica: {count}. Ejemplo: con 30, una pausa de más de 30 minutos queda en rojo en Jornada y en el Tablero.',
    'As delivered: {count}. Example: with 30, a pause of more than 30 minutes turns red in Agent days and in the dashboard.',
  ),
  setBadNumber: say(
    'Use um número inteiro de {least} a {most}.',
    'Use un número entero de {least} a {most}.',
    'Use a whole number from {least} to {most}.',
  ),

  setPlace: say('Idioma e fuso', 'Idioma y zona horaria', 'Language and zone'),
  setPlaceAbout: say(
    'Como as linhas são escritas. Títulos de colunas e nomes de abas ficam como estão.',
    'Cómo se escriben las filas. Los títulos de columnas y los nombres de hojas quedan como están.',
    'How rows are written. Titles of columns and names of tabs stay as they are.',
  ),
  setPlaceSum: say('{language} · {zone}', '{language} · {zone}', '{language} · {zone}'),
  setLanguage: say('Idioma das abas', 'Idioma de las hojas', 'Language of the tabs'),
  setLanguageHelp: say(
    'De fábrica: o da conta de quem escolheu Começar. O painel fala o idioma da conta de quem o abre.',
    'De fábrica: el de la cuenta de quien eligió Empezar. El panel habla el idioma de la cuenta de quien lo abre.',
    'As delivered: that of the account that chose Start. The panel speaks the language of the account that opens it.',
  ),
  setZone: say('Fuso da equipe', 'Zona horaria del equipo', "The team's zone"),
  setZoneHelp: say(
    'De fábrica: Brasília, São Paulo (GMT-3). Agora são {time} no fuso escolhido antes. As linhas de Status dos agentes, Diário e Falhas já escritas ficam.',
    'De fábrica: Brasília, São Paulo (GMT-3). Ahora son las {time} en la zona elegida antes. Las filas ya escritas de Estado de los agentes, Diario y Fallas quedan.',
    'As delivered: Brasília, São Paulo (GMT-3). It is {time} in the zone chosen before. Rows of Agent status, Journal and Failures that are written stay.',
  ),
  setSheetZone: say(
    'Pôr a planilha neste fuso também',
    'Poner también la hoja de cálculo en esta zona',
    'Put the spreadsheet into this zone, too',
  ),
  setSheetZoneHelp: say(
    'A planilha está em {zone} ({offset}). Isso muda AGORA() e HOJE() nas suas fórmulas.',
    'La hoja de cálculo está en {zone} ({offset}). Eso cambia AHORA() y HOY() en sus fórmulas.',
    'The spreadsheet is in {zone} ({offset}). This changes NOW() and TODAY() in your formulas.',
  ),
  setNotOffered: say(
    'Isto não está na lista. Escolha uma das opções.',
    'Esto no está en la lista. Elija una de las opciones.',
    'This is not in the list. Choose one of the options.',
  ),
} as const;
