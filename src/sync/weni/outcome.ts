import type { WeniWord } from '../../tabs/contacts/labels';
import type { Plan } from './plan';
import type { Told } from './told';

/** What became of one contact. */
export interface Outcome {
  readonly plan: Plan;
  readonly word: WeniWord;
  /** What Weni said to it; blank: nothing. */
  readonly detail: string;
  /** Weni's id of it; blank where none was told. */
  readonly uuid: string;
  readonly told: Told;
  /** Something is still to be told: Weni had lost the contact and has made it anew. */
  readonly isHalf?: true;
}
