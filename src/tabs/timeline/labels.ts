import { say } from '../../events/localized';

/** What stands in the timeline. */
export const timelineTexts = {
  title: say('Linha do tempo', 'Línea de tiempo', 'Timeline'),
  day: say('Dia', 'Día', 'Day'),
  today: say('Hoje', 'Hoy', 'Today'),
  yesterday: say('Ontem', 'Ayer', 'Yesterday'),
  available: say('Disponível', 'Disponible', 'Available'),
  paused: say('Em pausa', 'En pausa', 'Paused'),
  offline: say('Offline', 'Desconectado', 'Offline'),
  quarter: say(
    'cada célula é um quarto de hora',
    'cada celda es un cuarto de hora',
    'each cell is a quarter of an hour',
  ),
  agent: say('Agente', 'Agente', 'Agent'),
  online: say('Online', 'En línea', 'Online'),
  pauses: say('Pausas', 'Pausas', 'Pauses'),
  longest: say('Maior', 'Mayor', 'Longest'),
  team: say('Equipe', 'Equipo', 'Team'),
  fewest: say('Mínimo de disponíveis', 'Mínimo de disponibles', 'Fewest available'),
  nobody: say(
    'Ninguém esteve online neste dia. Os agentes aparecem aqui quando a plataforma informa o status deles.',
    'Nadie estuvo en línea este día. Los agentes aparecen aquí cuando la plataforma informa su estado.',
    'Nobody was online that day. Agents appear here when the platform tells their status.',
  ),
} as const;

export type TimelineText = keyof typeof timelineTexts;
