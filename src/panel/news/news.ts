import { say, type Localized } from '../../events/localized';

/** What is new in a version for the people who use it, the most important first. */
interface News {
  readonly version: string;
  readonly items: readonly Localized[];
}

/** One for each version that brings something to be told; CHANGELOG.md says all of it. */
export const news: readonly News[] = [
  {
    version: '0.2.0',
    items: [
      say(
        'Segurança: arquive as implantações antigas no Apps Script e troque os segredos das conexões. Só assim a porta da versão 0.1.0 fica fechada.',
        'Seguridad: archive las implementaciones antiguas en Apps Script y cambie los secretos de las conexiones. Solo así queda cerrada la puerta de la versión 0.1.0.',
        'Security: archive the old deployments in Apps Script and change the secrets of the connections. Only then is the door of version 0.1.0 closed.',
      ),
      say(
        'Painel, Jornada e Linha do tempo: o dia da equipe, atualizado a cada minuto, e o Quadro para uma TV.',
        'Tablero, Jornada y Línea de tiempo: el día del equipo, actualizado cada minuto, y el tablero para una TV.',
        "Dashboard, Workday and Timeline: the team's day, up to date every minute, and the board for a TV.",
      ),
      say(
        'Diagnóstico e Alarmes dizem o que está errado e o que fazer, também no chat da equipe.',
        'Diagnóstico y Alarmas dicen qué está mal y qué hacer, también en el chat del equipo.',
        "Diagnosis and Alarms say what is wrong and what to do, in the team's chat, too.",
      ),
      say(
        'Falhas mostra cada causa, e o que mudaria antes de gravar de novo.',
        'Fallas muestra cada causa, y qué cambiaría antes de escribir de nuevo.',
        'Failures shows each cause, and what would change before anything is written again.',
      ),
      say(
        'Consultar plataformas busca o que se perdeu; Enviar contatos à Weni mantém os contatos iguais lá.',
        'Consultar plataformas busca lo que se perdió; Enviar contactos a Weni mantiene iguales los contactos allá.',
        'Ask the platforms fetches what was missed; Send contacts to Weni keeps the contacts there the same.',
      ),
      say(
        'Dados pessoais: máscaras, prazos, e tudo sobre uma pessoa para ver, baixar ou eliminar.',
        'Datos personales: máscaras, plazos, y todo sobre una persona para ver, descargar o eliminar.',
        'Personal data: masks, terms, and all about one person to see, download or erase.',
      ),
    ],
  },
];
