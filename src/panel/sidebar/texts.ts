import { say, type Localized } from '../../events/localized';

/** What the panel says on every screen. */
export const sidebarTexts = {
  panelName: say('Painel do Plantão', 'Panel de Plantão', 'Plantão panel'),
  start: say('Começar', 'Empezar', 'Start'),
  connections: say('Conexões', 'Conexiones', 'Connections'),
  waitForYou: say('{count} esperam por você', '{count} esperan por usted', '{count} wait for you'),
  pausedNow: say('Gravação pausada', 'Escritura en pausa', 'Writing is paused'),
  pausedMeans: say(
    'Os eventos ficam guardados no Diário.',
    'Los eventos quedan guardados en el Diario.',
    'Events are kept in the journal.',
  ),
  newsTitle: say(
    'O que mudou na versão {version}',
    'Qué cambió en la versión {version}',
    'What changed in version {version}',
  ),
  newsSeen: say('Entendi', 'Entendido', 'Got it'),
  resumeNow: say('Retomar', 'Reanudar', 'Resume'),
  pauseNow: say('Pausar gravação', 'Pausar escritura', 'Pause writing'),
  offline: say(
    'Sem resposta. O que você vê é das {time}.',
    'Sin respuesta. Lo que ve es de las {time}.',
    'No answer. What you see is from {time}.',
  ),
  tryAgain: say('Tentar de novo', 'Reintentar', 'Try again'),
  retry: say('Tentar', 'Reintentar', 'Retry'),
  startAgain: say('Começar de novo', 'Empezar de nuevo', 'Start again'),
  loading: say('Carregando…', 'Cargando…', 'Loading…'),
  back: say('Voltar', 'Volver', 'Back'),
  goOn: say('Continuar', 'Continuar', 'Continue'),
  cancel: say('Cancelar', 'Cancelar', 'Cancel'),
  copy: say('Copiar', 'Copiar', 'Copy'),
  copied: say('Copiado', 'Copiado', 'Copied'),
  copyFailed: say(
    'O navegador não deixou copiar. A URL está selecionada: aperte Ctrl+C.',
    'El navegador no dejó copiar. La URL está seleccionada: presione Ctrl+C.',
    'The browser did not let us copy. The URL is selected: press Ctrl+C.',
  ),
  pathName: say('Caminho', 'Ruta', 'Path'),
  helpOf: say('Ajuda: {vendor}', 'Ayuda: {vendor}', 'Help: {vendor}'),
  newTab: say('abre outra guia', 'abre otra pestaña', 'opens another tab'),
  trustUrl: say(
    'A URL leva o segredo da conexão: trate como senha.',
    'La URL lleva el secreto de la conexión: trátela como una contraseña.',
    "The URL carries the connection's secret: treat it as a password.",
  ),
  whereToPaste: say('Onde colar', 'Dónde pegar', 'Where to paste'),
  accountName: say('Nome da conta', 'Nombre de la cuenta', 'Account name'),
} as const satisfies Readonly<Record<string, Localized>>;
