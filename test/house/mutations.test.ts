import { describe, expect, it } from '@jest/globals';
import { mutations } from '../simulation/mutations';
import { readText } from './source-files';

describe('the planted faults', () => {
  it('are known by different names', () => {
    expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
  });

  // So that a change of the sources shows at once which faults must be written anew, not only in the campaigns.
  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    '"%s": its texts stand once in the sources',
    (_name, { patches }) => {
      const texts = new Map<string, string>();
      const counts = patches.map(({ file, find, put }) => {
        const text = texts.get(file) ?? readText(`src/${file}`);
        const parts = text.split(find);
        texts.set(file, parts.join(put));
        return parts.length - 1;
      });
      expect(counts).toEqual(patches.map(() => 1));
    },
  );
});
