import { say } from '../localized';

/** WhatsApp's notices that stand among the messages. */
export const noticeWords = {
  notice: say('Aviso', 'Aviso', 'Notice'),
  voiceCall: say('Ligação de voz', 'Llamada de voz', 'Voice call'),
  videoCall: say('Ligação de vídeo', 'Videollamada', 'Video call'),
  unansweredVoiceCall: say(
    'Ligação de voz não atendida',
    'Llamada de voz no contestada',
    'Voice call not answered',
  ),
  missedVoiceCall: say('Ligação de voz perdida', 'Llamada de voz perdida', 'Missed voice call'),
  missedVideoCall: say('Ligação de vídeo perdida', 'Videollamada perdida', 'Missed video call'),
  groupCreated: say('Grupo criado', 'Grupo creado', 'Group created'),
  groupAdded: say(
    'Participante adicionado ao grupo',
    'Participante añadido al grupo',
    'Participant added to the group',
  ),
  groupRemoved: say(
    'Participante removido do grupo',
    'Participante eliminado del grupo',
    'Participant removed from the group',
  ),
  groupLeft: say(
    'Participante saiu do grupo',
    'Participante salió del grupo',
    'Participant left the group',
  ),
  groupInvited: say(
    'Participante entrou pelo convite',
    'Participante entró con la invitación',
    'Participant joined by invitation',
  ),
  groupPromoted: say(
    'Participante agora administra o grupo',
    'Participante ahora administra el grupo',
    'Participant is now a group admin',
  ),
  groupDemoted: say(
    'Participante deixou de administrar o grupo',
    'Participante dejó de administrar el grupo',
    'Participant is no longer a group admin',
  ),
  groupLinkChanged: say(
    'Acesso ao convite do grupo alterado',
    'Acceso a la invitación del grupo cambiado',
    'Access to the group invitation changed',
  ),
  groupJoinAsked: say(
    'Pedido de entrada no grupo',
    'Solicitud de entrada al grupo',
    'Request to join the group',
  ),
  groupJoinWithdrawn: say(
    'Pedido de entrada no grupo cancelado',
    'Solicitud de entrada al grupo cancelada',
    'Request to join the group withdrawn',
  ),
  channelPromoted: say(
    'Agora administra o canal',
    'Ahora administra el canal',
    'Is now a channel admin',
  ),
  channelDemoted: say(
    'Deixou de administrar o canal',
    'Dejó de administrar el canal',
    'Is no longer a channel admin',
  ),
  channelInvite: say(
    'Convite para administrar o canal',
    'Invitación para administrar el canal',
    'Invitation to be a channel admin',
  ),
  encrypted: say(
    'Mensagens protegidas por criptografia',
    'Mensajes protegidos por cifrado',
    'Messages are encrypted',
  ),
  businessUnverified: say(
    'Conta comercial ainda não verificada',
    'Cuenta comercial aún no verificada',
    'Business account not verified yet',
  ),
  businessVerified: say(
    'Conta comercial verificada',
    'Cuenta comercial verificada',
    'Business account verified',
  ),
  businessToPersonal: say(
    'A conta comercial virou conta pessoal',
    'La cuenta comercial pasó a ser personal',
    'The business account became a personal one',
  ),
  marketingStopped: say(
    'Não quer mais mensagens de marketing',
    'No quiere más mensajes de marketing',
    'Wants no more marketing messages',
  ),
  paymentDeclined: say(
    'Pedido de pagamento recusado',
    'Solicitud de pago rechazada',
    'Payment request declined',
  ),
  profileNameChanged: say(
    'Nome do perfil alterado',
    'Nombre del perfil cambiado',
    'Profile name changed',
  ),
  profilePhotoChanged: say(
    'Foto do perfil alterada',
    'Foto del perfil cambiada',
    'Profile photo changed',
  ),
  labelsChanged: say(
    'Etiquetas da conversa alteradas',
    'Etiquetas de la conversación cambiadas',
    'Labels of the conversation changed',
  ),
  pinned: say('Mensagem fixada', 'Mensaje fijado', 'Message pinned'),
  unpinned: say('Mensagem desafixada', 'Mensaje desfijado', 'Message unpinned'),
} as const;
