import { hoursSection } from './hours-section';
import { limitsSection } from './limits-section';
import { namesSection } from './names-section';
import { peopleSection } from './people-section';
import { placeSection } from './place-section';
import type { Section } from './section';

/** The themes of the page Ajustes, in the order in which they are listed. */
export const sections: readonly Section[] = [
  namesSection,
  peopleSection,
  hoursSection,
  limitsSection,
  placeSection,
];
