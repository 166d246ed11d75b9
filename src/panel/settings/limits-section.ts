import { defaultLimits, type Limits } from '../../tabs/shared/limits';
import type { TextId } from '../texts';
import { textIn, type Section } from './section';

interface LimitField {
  readonly id: keyof Limits;
  readonly label: TextId;
  readonly help: TextId;
}

const fields: readonly LimitField[] = [
  { id: 'firstReplyMinutes', label: 'setReply', help: 'setReplyHelp' },
  { id: 'waitMinutes', label: 'setWait', help: 'setWaitHelp' },
  { id: 'pauseMinutes', label: 'setPause', help: 'setPauseHelp' },
];

const [least, most] = [1, 1440];

/** Targets of the board, and what turns red. */
export const limitsSection: Section = {
  id: 'limits',
  title: 'setLimits',
  about: 'setLimitsAbout',
  saved: 'setSavedSoon',
  sum: ({ settings: { limits }, speak }) =>
    speak('setLimitsSum', {
      reply: String(limits.firstReplyMinutes),
      wait: String(limits.waitMinutes),
    }),
  fields: ({ settings: { limits }, speak }) =>
    fields.map(({ id, label, help }) => ({
      kind: 'number',
      id,
      label: speak(label),
      help: speak(help, { count: String(defaultLimits[id]) }),
      unit: speak('setMinutes'),
      value: String(limits[id]),
    })),
  take: (typed, { speak }) => {
    const sentence = speak('setBadNumber', { least: String(least), most: String(most) });
    const wrong = fields.filter(({ id }) => !isLimit(textIn(typed, id)));
    return {
      faults: wrong.map(({ id }) => ({ field: id, sentence })),
      change: (settings) => ({
        ...settings,
        limits: {
          waitMinutes: Number(textIn(typed, 'waitMinutes')),
          firstReplyMinutes: Number(textIn(typed, 'firstReplyMinutes')),
          pauseMinutes: Number(textIn(typed, 'pauseMinutes')),
        },
      }),
    };
  },
};

const isLimit = (text: string): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
