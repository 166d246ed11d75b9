import { randomFrom } from '../random';
import type { Reply } from '../strict-server';

/** A PlugChat account: attendances by their number, and the bodies that were sent of them. Times are epoch ms. */
export interface PlugAccount {
  readonly token: string;
  readonly attendances: readonly Attendance[];
  readonly sent: object[];
}

interface Attendance {
  readonly number: number;
  readonly finish: {
    readonly attendance: { readonly finishBy: string };
    readonly chat: object;
  };
}

const operators = [
  { id: 'op1', name: 'Ana Flávia ' },
  { id: 'op2', name: 'Bruno Costa' },
] as const;

/** So many attendances, each told when it has ended, with its whole chat; its messages are told one by one as well. */
export function playAttendances(count: number, seed: number, startMs: number): PlugAccount {
  const random = randomFrom(seed);
  const attendances: Attendance[] = [];
  const sent: object[] = [];
  let atMs = startMs;
  const later = (): number => (atMs += 137 + Math.floor(random() * 60_000));
  for (let index = 0; index < count; index += 1) {
    const number = 2001 + index;
    const phone = `55219${10_000_000 + index}`;
    const requestTime = later();
    const startTime = later();
    const chat: Record<string, object> = {};
    const turns = 1 + Math.floor(random() * 3);
    for (let turn = 0; turn < turns; turn += 1) {
      const message = {
        fromMe: false,
        messageId: `M${number}T${turn}`,
        momment: later(),
        phone,
        senderName: `Cliente ${index}`,
        status: 'RECEIVED',
        text: { message: `Mensagem ${turn}` },
        type: 'ReceivedCallback',
        isGroup: false,
      };
      chat[message.messageId] = message;
      sent.push(message);
    }
    const attendance = {
      attendanceNumber: number,
      customer: { name: `Cliente ${index}`, phone },
      requestTime,
      startTime,
      endTime: later(),
      finishBy: operators[random() < 0.5 ? 0 : 1].name.trim(),
      status: 'FINISH',
    };
    attendances.push({ number, finish: { attendance, chat } });
    sent.push({ attendance, chat });
  }
  return { token: 'chave-do-plug-0123456789', attendances, sent };
}

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Operators are told by their ids, and a `Ticket` that is no number of theirs is a fault (fourpixelit/plug-chat-docs). */
export function answerAsPlug({ attendances }: PlugAccount, { path, headers }: Asked): Reply {
  if (path === 'operator/get-all') return { status: 200, body: operators };
  if (path !== 'integrations/get-attendence-by-task') return { status: 404, body: 'Not Found' };
  const found = attendances.find(({ number }) => String(number) === headers['ticket']);
  if (found === undefined) return { status: 500, body: 'Internal Server Error' };
  const { attendance, chat } = found.finish;
  const { finishBy } = attendance;
  const by = operators.find(({ name }) => name.trim() === finishBy)?.id ?? '';
  const id = `x${found.number}`;
  const shown = { ...attendance, id, finishBy: by, operators: { [by]: true } };
  return { status: 200, body: { attendanceData: { [id]: shown }, chat } };
}
