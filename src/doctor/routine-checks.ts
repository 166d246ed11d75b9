import { sayMoment } from '../alarms/alarm-texts';
import { say } from '../events/localized';
import { green, type Check } from './check';

/** At the slowest pace, or when nothing happens, it notes itself every twenty minutes. */
const aliveMs = 25 * 60_000;

/** The routine of every minute, and what it needs. */
export const routineChecks: readonly Check[] = [
  {
    id: 'sweep',
    title: say('Rotina de cada minuto', 'Rutina de cada minuto', 'Routine of every minute'),
    ill: say(
      'Rotina de cada minuto parada',
      'Rutina de cada minuto detenida',
      'Routine of every minute has stopped',
    ),
    judge: ({ nowMs, lastSweepMs, offsetMinutes }) => {
      const values = { at: sayMoment(lastSweepMs, nowMs, offsetMinutes) };
      if (nowMs - lastSweepMs < aliveMs)
        return green(
          say('Última vez às {at}.', 'Última vez a las {at}.', 'Last time at {at}.'),
          values,
        );
      const text =
        lastSweepMs === 0
          ? say(
              'Nunca rodou. Os eventos entram, mas repetições, alarmes e totais esperam. Clique em Religar.',
              'Nunca se ejecutó. Los eventos entran, pero reintentos, alarmas y totales esperan. Haga clic en Reactivar.',
              'It never ran. Events come in, but retries, alarms and totals wait. Click Restart.',
            )
          : say(
              'Parou. Última vez: {at}. Os eventos entram, mas repetições, alarmes e totais esperam. Clique em Religar.',
              'Se detuvo. Última vez: {at}. Los eventos entran, pero reintentos, alarmas y totales esperan. Haga clic en Reactivar.',
              'It has stopped. Last time: {at}. Events come in, but retries, alarms and totals wait. Click Restart.',
            );
      return { level: 'red', text, values, mend: 'sweep' };
    },
  },
  {
    id: 'oneSweep',
    title: say('Uma rotina só', 'Una sola rutina', 'One routine only'),
    ill: say('Rotinas a mais', 'Rutinas de más', 'Routines too many'),
    judge: ({ ownTriggers }) =>
      ownTriggers <= 1
        ? green(
            say(
              'Nenhuma a mais na sua conta.',
              'Ninguna de más en su cuenta.',
              'None too many in your account.',
            ),
          )
        : {
            level: 'amber',
            text: say(
              'Há {count} rotinas na sua conta: gastam a cota à toa. Clique em Religar: fica uma.',
              'Hay {count} rutinas en su cuenta: gastan la cuota en vano. Haga clic en Reactivar: queda una.',
              'There are {count} routines in your account: they waste the quota. Click Restart: one stays.',
            ),
            values: { count: ownTriggers },
            mend: 'sweep',
          },
  },
  {
    id: 'scopes',
    title: say('Permissões', 'Permisos', 'Permissions'),
    ill: say('Falta uma permissão', 'Falta un permiso', 'A permission is missing'),
    judge: ({ isApprovalMissing }) =>
      isApprovalMissing
        ? {
            level: 'red',
            text: say(
              'Falta uma permissão: o Google recusa eventos até você aceitar. Clique em Plantão > Começar e marque tudo o que o Google pedir.',
              'Falta un permiso: Google rechaza eventos hasta que acepte. Haga clic en Plantão > Empezar y marque todo lo que Google pida.',
              'A permission is missing: Google refuses events until you accept. Click Plantão > Start and tick everything that Google asks for.',
            ),
          }
        : green(say('Todas aceitas.', 'Todos aceptados.', 'All accepted.')),
  },
  {
    id: 'paused',
    title: say('Gravação ligada', 'Escritura activa', 'Writing is on'),
    ill: say('Gravação pausada', 'Escritura en pausa', 'Writing is paused'),
    judge: ({ isPaused }) =>
      isPaused
        ? {
            level: 'amber',
            text: say(
              'A gravação está pausada: os eventos ficam no Diário. Clique em Retomar.',
              'La escritura está en pausa: los eventos quedan en el Diario. Haga clic en Reanudar.',
              'Writing is paused: events stay in the journal. Click Resume.',
            ),
            mend: 'resume',
          }
        : green(
            say(
              'Eventos entram nas abas.',
              'Los eventos entran en las hojas.',
              'Events get into the tabs.',
            ),
          ),
  },
  {
    id: 'late',
    title: say('Nada na fila', 'Nada en cola', 'Nothing waits'),
    ill: say('Eventos na fila', 'Eventos en cola', 'Events wait'),
    judge: ({ nowMs, lateSinceMs, isPaused, offsetMinutes }) =>
      isPaused || lateSinceMs === null || nowMs - lateSinceMs < aliveMs
        ? green(
            say('Nada espera há muito.', 'Nada espera hace mucho.', 'Nothing has waited for long.'),
          )
        : {
            level: 'amber',
            text: say(
              'Há eventos guardados desde {at} que não estão nas abas. Clique em Atualizar agora.',
              'Hay eventos guardados desde {at} que no están en las hojas. Haga clic en Actualizar ahora.',
              'Events kept since {at} are not in the tabs. Click Update now.',
            ),
            values: { at: sayMoment(lateSinceMs, nowMs, offsetMinutes) },
            mend: 'sweepNow',
          },
  },
];
