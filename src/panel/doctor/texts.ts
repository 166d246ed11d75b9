import { say } from '../../events/localized';

/** What the page Diagnóstico says beside its checks. */
export const doctorTexts = {
  doctor: say('Diagnóstico', 'Diagnóstico', 'Diagnosis'),
  doctorWell: say('Tudo em ordem.', 'Todo en orden.', 'All is well.'),
  doctorIll: say(
    'Problemas: {red}. Avisos: {amber}.',
    'Problemas: {red}. Avisos: {amber}.',
    'Problems: {red}. Warnings: {amber}.',
  ),
  doctorLooked: say(
    '{count} itens conferidos: {at}',
    '{count} puntos revisados: {at}',
    '{count} points looked at: {at}',
  ),
  doctorRed: say('Problema', 'Problema', 'Problem'),
  doctorAmber: say('Aviso', 'Aviso', 'Warning'),
  doctorGreen: say('Em ordem', 'En orden', 'In order'),
  doctorBudgets: say('Orçamento de hoje', 'Presupuesto de hoy', "Today's budget"),
  doctorConsumer: say('conta pessoal', 'cuenta personal', 'personal account'),
  doctorWorkspace: say(
    'conta do Google Workspace',
    'cuenta de Google Workspace',
    'Google Workspace account',
  ),
  doctorUsed: say('{used} de {of}', '{used} de {of}', '{used} of {of}'),
  doctorMillions: say('{count} mi', '{count} M', '{count} M'),
  doctorGroupMark: say('.', '\u00a0', ','),
  doctorDecimalMark: say(',', ',', '.'),
  doctorMarks: say(
    'Os riscos nas barras marcam 80 e 95 %: é quando o aviso sai.',
    'Las rayas en las barras marcan 80 y 95 %: ahí sale el aviso.',
    'The strokes on the bars mark 80 and 95 %: that is when the warning comes.',
  ),
  doctorReport: say(
    'Copiar relatório para o suporte',
    'Copiar informe para soporte',
    'Copy a report for support',
  ),
  doctorCopied: say(
    'Copiado. Não há dados de clientes nele.',
    'Copiado. No lleva datos de clientes.',
    'Copied. There is no customer data in it.',
  ),
  doctorNotCopied: say(
    'O navegador não deixou copiar. Selecione o texto abaixo e copie.',
    'El navegador no dejó copiar. Seleccione el texto de abajo y cópielo.',
    'The browser did not allow copying. Select the text below and copy it.',
  ),
  doctorAgain: say('Conferir de novo', 'Revisar de nuevo', 'Look again'),
  mendSweep: say('Religar', 'Reactivar', 'Restart'),
  mendTabs: say('Refazer', 'Rehacer', 'Make again'),
  mendZone: say('Mudar o fuso', 'Cambiar la zona', 'Change the zone'),
  mendUnite: say('Conferir abas', 'Revisar hojas', 'Check the tabs'),
  mendSweepNow: say('Atualizar agora', 'Actualizar ahora', 'Update now'),
  mendResume: say('Retomar', 'Reanudar', 'Resume'),
  doctorMended: say('Feito.', 'Hecho.', 'Done.'),
  doctorStillIll: say('O problema continua.', 'El problema sigue.', 'The problem is still there.'),
};
