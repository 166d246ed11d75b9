/** Runs of one trigger of edits. */
export interface EditQueue {
  /** Runs the work after those before it; false when too many wait: then it never runs. */
  add(work: () => Promise<unknown>): Promise<boolean>;
}

/** Google keeps two events waiting at most; further ones are lost (https://developers.google.com/apps-script/guides/triggers). */
const mostWaiting = 2;

/** Creates the queue of one trigger: one runs, two wait. */
export function createEditQueue(): EditQueue {
  let unfinished = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    add: async (work) => {
      if (unfinished > mostWaiting) return false;
      unfinished += 1;
      const own = last.then(work).catch(() => undefined);
      last = own;
      await own;
      unfinished -= 1;
      return true;
    },
  };
}
