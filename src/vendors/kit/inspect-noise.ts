import type { Inspection } from '../vendor';

/** For platforms that neither check the URL nor send a secret: a body is noise of that name, or an event. */
export const inspectNoise = (name: string | null): Inspection =>
  name === null ? { kind: 'event', token: null } : { kind: 'noise', name };
