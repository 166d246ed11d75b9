import type { Conversation } from '../conversations';
import type { Post } from '../post';
import { minuteMs, seconds } from '../shop-time';

const post = (atMs: number, webhook: string, body: object): Post => ({
  atMs,
  platform: 'plug',
  webhook,
  body,
});

const attendanceNumber = ({ number }: Conversation): number => number % 1_000_000;

function describeChat({ lines, customer, number }: Conversation, untilMs: number): object {
  const said = lines.filter(({ atMs }) => atMs <= untilMs);
  return Object.fromEntries(
    said.map(({ atMs, isFromCustomer, text }, index) => {
      const messageId = `3EB0${String(number * 10 + index).padStart(12, '0')}`;
      const message = {
        fromMe: !isFromCustomer,
        messageId,
        momment: atMs,
        phone: customer.phone,
        senderName: isFromCustomer ? customer.name : undefined,
        status: isFromCustomer ? 'RECEIVED' : 'READ',
        text: { message: text },
        type: isFromCustomer ? 'ReceivedCallback' : undefined,
      };
      return [messageId, message] as const;
    }),
  );
}

const describe = (conversation: Conversation): object => ({
  attendanceNumber: attendanceNumber(conversation),
  customer: { name: conversation.customer.name, phone: conversation.customer.phone },
  departament: conversation.team,
});

/** `startAttendance`: an operator took it. Fields: docs/plataformas/plug.md. */
export const startPost = (conversation: Conversation, takenMs: number): Post =>
  post(takenMs, 'startAttendance', {
    attendance: {
      ...describe(conversation),
      operator: conversation.agent?.name,
      momment: conversation.openedMs,
      startTime: takenMs,
      status: 'PROGRESS',
    },
    chat: describeChat(conversation, takenMs),
  });

/** `finishAttendance`, with the whole chat. */
export const finishPost = (conversation: Conversation): Post =>
  post(conversation.closedMs, 'finishAttendance', {
    attendance: {
      ...describe(conversation),
      // What nobody took has no start and nobody who finished it.
      ...(conversation.takenMs === null ? {} : { startTime: conversation.takenMs }),
      finishBy: conversation.agent?.name ?? null,
      attendanceCategory: { id: conversation.label, name: conversation.label, color: '#1a73e8' },
      requestTime: conversation.openedMs,
      endTime: conversation.closedMs,
      status: 'FINISH',
    },
    chat: describeChat(conversation, conversation.closedMs),
  });

/** An outage: the telephone lost its connection, and has it again some minutes later. */
export function outagePosts(fromMs: number, minutes: number): readonly Post[] {
  const toMs = fromMs + minutes * minuteMs;
  const lost = {
    momment: seconds(fromMs),
    error: 'Device has been disconnected',
    disconnected: true,
    type: 'DisconnectedCallback',
    instanceId: 'loja-1',
  };
  const back = {
    momment: seconds(toMs),
    connected: true,
    type: 'ConnectedCallback',
    instanceId: 'loja-1',
  };
  return [post(fromMs, 'whenDisconnecting', lost), post(toMs, 'whenDisconnecting', back)];
}
