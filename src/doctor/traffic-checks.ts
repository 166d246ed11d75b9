import { sayMoment } from '../alarms/alarm-texts';
import { say } from '../events/localized';
import { green, type Check } from './check';
import type { ConnectionFacts } from './facts';

const namesOf = (connections: readonly ConnectionFacts[]): string =>
  connections.map(({ name }) => name).join(', ');

/** What the platforms send. */
export const trafficChecks: readonly Check[] = [
  {
    id: 'lastEvents',
    title: say(
      'Último evento de cada conexão',
      'Último evento de cada conexión',
      'Last event of each connection',
    ),
    ill: say('Conexões silenciosas', 'Conexiones en silencio', 'Silent connections'),
    judge: ({ connections, nowMs, offsetMinutes }) => {
      const silent = connections.filter(({ isSilent }) => isSilent);
      if (silent.length > 0)
        return {
          level: 'amber',
          text: say(
            'Nada chega há mais tempo que o de costume: {names}. Confira na plataforma se o webhook continua ligado, com a URL de Plantão > Conexões.',
            'No llega nada hace más tiempo que de costumbre: {names}. Revise en la plataforma si el webhook sigue activo, con la URL de Plantão > Conexiones.',
            'Nothing has come for longer than usual: {names}. Check on the platform that the webhook is still on, with the URL of Plantão > Connections.',
          ),
          values: { names: namesOf(silent) },
        };
      const heard = connections.filter(({ lastMs }) => lastMs > 0);
      const times = heard.map(
        ({ name, lastMs }) => `${name} ${sayMoment(lastMs, nowMs, offsetMinutes)}`,
      );
      return heard.length === 0
        ? green(say('Nenhum ainda.', 'Ninguno todavía.', 'None yet.'))
        : green(say('{times}', '{times}', '{times}'), { times: times.join('; ') });
    },
  },
  {
    id: 'failures',
    title: say('Falhas', 'Fallas', 'Failures'),
    ill: say('Falhas esperam por você', 'Fallas esperan por usted', 'Failures wait for you'),
    judge: ({ connections }) => {
      const failing = connections.filter(({ atRisk }) => atRisk > 0);
      const count = failing.reduce((sum, { atRisk }) => sum + atRisk, 0);
      return count === 0
        ? green(say('Nenhuma espera por você.', 'Ninguna espera por usted.', 'None waits for you.'))
        : {
            level: 'amber',
            text: say(
              'Pedidos guardados fora das abas até você agir: {count} ({names}). Abra Plantão > Falhas.',
              'Pedidos guardados fuera de las hojas hasta que actúe: {count} ({names}). Abra Plantão > Fallas.',
              'Requests kept outside the tabs until you act: {count} ({names}). Open Plantão > Failures.',
            ),
            values: { count, names: namesOf(failing) },
          };
    },
  },
  {
    id: 'unknown',
    title: say('Eventos desconhecidos', 'Eventos desconocidos', 'Unknown events'),
    judge: ({ connections }) => {
      const strange = connections.filter(({ unknown }) => unknown > 0);
      const count = strange.reduce((sum, { unknown }) => sum + unknown, 0);
      return count === 0
        ? green(say('Nenhum.', 'Ninguno.', 'None.'))
        : {
            level: 'amber',
            text: say(
              'Pedidos com uma parte que o Plantão não conhece: {count} ({names}). Estão no Diário; desmarque na plataforma o evento, se não precisa dele.',
              'Pedidos con una parte que Plantão no conoce: {count} ({names}). Están en el Diario; desmarque el evento en la plataforma, si no lo necesita.',
              'Requests with a part that Plantão does not know: {count} ({names}). They are in the journal; untick the event on the platform if you do not need it.',
            ),
            values: { count, names: namesOf(strange) },
          };
    },
  },
];
