import { createHash } from 'node:crypto';
import type { Twin } from '../twin/runtime/twin';
import { scriptStore } from './connections';

/** The key of the sample's screen. Everybody can read it here, so it exists on a loopback address only. */
const sampleKey = 'quadro-exemplo-local-0123456789a';

/** Gives the sample a screen with customers' names, who are invented; gives its address. */
export function addSampleScreen(twin: Twin): string {
  const screen = {
    id: 'exemplo',
    name: 'Exemplo',
    digest: createHash('sha256').update(sampleKey).digest('base64url'),
    showsNames: true,
    madeAtMs: twin.clock.now(),
  };
  const stored = JSON.stringify({ list: [screen] });
  twin.services.properties.write(scriptStore, [['screens', stored]]);
  return `${twin.execUrl() ?? ''}?v=${sampleKey}`;
}
