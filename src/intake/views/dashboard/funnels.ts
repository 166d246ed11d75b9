import type { BoardText } from '../../../tabs/dashboard/labels';
import { bar, phrase, plainText, type Pen } from './cells';
import { num, totalOf, type BoardInput } from './numbers';
import type { Rows } from './tables';

/** A step of a funnel: its word, its number in the period, and whether it was told at all in what is known. */
interface Step {
  readonly word: string;
  readonly count: number;
  readonly isTold: boolean;
}

/** Steps by their names in Totais. A platform that never tells one would make a 0 of it. */
const stepsOf = (
  input: BoardInput,
  pen: Pen,
  names: readonly (readonly [BoardText, string])[],
): readonly Step[] => {
  const total = totalOf(input, input.days);
  return names.map(([id, name]) => ({
    word: phrase(pen, id),
    count: num(total, name),
    isTold: input.entries.some(({ measures }) => num(measures, name) > 0),
  }));
};

/** Each step's number, its bar, and its share of the first. */
function funnel(steps: readonly Step[]): Rows {
  const whole = steps[0]?.count ?? 0;
  return steps.map(({ word, count, isTold }, index) => {
    const isUnknown = !isTold && index > 0 && whole > 0;
    const share = index === 0 || whole === 0 || isUnknown ? '' : count / whole;
    return [plainText(word), '', bar(count, whole), '', '', isUnknown ? "'–" : count, share];
  });
}

export const requestRows = (input: BoardInput, pen: Pen): Rows =>
  funnel(
    stepsOf(input, pen, [
      ['received', 'in'],
      ['assigned', 'in.assigned'],
      ['answered', 'in.answered'],
      ['resolved', 'in.resolved'],
    ]),
  );

export const messageRows = (input: BoardInput, pen: Pen): Rows =>
  funnel(
    stepsOf(input, pen, [
      ['sent', 'messages.out'],
      ['delivered', 'messages.delivered'],
      ['read', 'messages.read'],
      ['answered', 'messages.answered'],
    ]),
  );
