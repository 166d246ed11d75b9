import type { HttpRequest } from '../../platform/http';

/** A chat that takes messages by a webhook: how its addresses look, and what it is sent. */
interface Chat {
  readonly name: string;
  readonly addresses: readonly RegExp[];
  /** The body of a message; what the chat would read as a sign of its own is written as text. */
  toBody(text: string): object;
}

/** Chats read `<…>` as links and mentions of everybody; both signs are replaced by similar ones that mean nothing. */
const withoutSigns = (text: string): string => text.replace(/</g, '‹').replace(/>/g, '›');

const chats = {
  /** https://developers.google.com/workspace/chat/quickstart/webhooks */
  google: {
    name: 'Google Chat',
    addresses: [/^https:\/\/chat\.googleapis\.com\/v1\/spaces\/[\w-]+\/messages\?[\w%&=.~-]+$/],
    toBody: (text) => ({ text: withoutSigns(text) }),
  },
  /** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks; `&` is the one sign that Slack wants escaped. */
  slack: {
    name: 'Slack',
    addresses: [/^https:\/\/hooks\.slack\.com\/services\/[\w/]+$/],
    toBody: (text) => ({ text: withoutSigns(text).replace(/&/g, '&amp;') }),
  },
  /**
   * A workflow "when a webhook request is received" takes a message with an adaptive card:
   * https://support.microsoft.com/office/8ae491c7-0394-4861-ba59-055e33f75498. Its addresses were on logic.azure.com and are now on
   * environment.api.powerplatform.com:
   * https://learn.microsoft.com/troubleshoot/power-platform/power-automate/flow-run-issues/triggers-troubleshoot
   */
  teams: {
    name: 'Microsoft Teams',
    addresses: [
      /^https:\/\/[\w.-]+\.environment\.api\.powerplatform\.com(?::443)?\/[^\s#]+[?&]sig=[^\s#]+$/,
      /^https:\/\/[\w.-]+\.logic\.azure\.com(?::443)?\/workflows\/[^\s#]+[?&]sig=[^\s#]+$/,
    ],
    toBody: (text) => ({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: {
            $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
            type: 'AdaptiveCard',
            version: '1.2',
            body: withoutSigns(text)
              .split('\n')
              .map((line) => ({ type: 'TextBlock', text: line, wrap: true })),
          },
        },
      ],
    }),
  },
} as const satisfies Readonly<Record<string, Chat>>;

export type ChatId = keyof typeof chats;

export const chatIds: readonly ChatId[] = ['google', 'slack', 'teams'];

export const nameOfChat = (id: ChatId): string => chats[id].name;

/** Under whose name the address is kept among the tokens: whoever has it can write into the chat. */
export const ownerOf = (id: ChatId): string => `chat.${id}`;

/** Which chat an address is of; null for any other, so that nothing is ever sent elsewhere. */
export const chatOfAddress = (url: string): ChatId | null =>
  chatIds.find((id) => chats[id].addresses.some((form) => form.test(url))) ?? null;

/** Addresses of Office 365 connectors, which Microsoft has switched off. */
export const isRetiredTeams = (url: string): boolean =>
  /^https:\/\/[\w.-]+\.webhook\.office\.com\//.test(url);

/** These chats answer within a second or two; a run of the trigger has 45. */
const timeoutSeconds = 15;

export const messageTo = (id: ChatId, url: string, text: string): HttpRequest => ({
  url,
  method: 'post',
  headers: {},
  value: chats[id].toBody(text),
  timeoutSeconds,
});
