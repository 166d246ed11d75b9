import type { Gone } from '../masks/gone';
import type { Services } from '../platform/services';
import { forgetConfig } from '../settings/config-cache';
import { erasedName, writeErased, type ErasedPerson } from '../settings/privacy';

/** Of a property's 9 KB: so many entries of 11 signs. */
const entriesAtOnce = 7700;

/** How an erasure's person is stored, in so many properties as it takes. */
export function erasedProperties(
  id: string,
  { entries, untilMs }: ErasedPerson,
): Record<string, string> {
  const parts = entries.match(new RegExp(`.{1,${entriesAtOnce}}`, 'g')) ?? [];
  return Object.fromEntries(
    parts.map((part, index) => [
      erasedName(`${id}.${index}`),
      writeErased({ untilMs, entries: part }),
    ]),
  );
}

/** An erasure, and until when what comes about its person is masked. */
interface Erasure {
  readonly id: string;
  readonly untilMs: number;
}

interface News {
  readonly gone: Gone;
  readonly names: readonly string[];
}

/** Events may name the person by a conversation alone. To be stored before its row loses its name. */
export function learnNames(
  services: Services,
  { id, untilMs }: Erasure,
  { gone, names }: News,
): void {
  const led = names.filter((name) => /^(?:conversation|attendance)\|/.test(name));
  const fresh = [...new Set(led)].filter((name) => !gone.has(name));
  if (fresh.length === 0) return;
  const entries = fresh.map((name) => gone.add(name)).join('');
  const part = services.codec.sha256WebSafe(entries).slice(0, 6);
  services.properties.setMany(erasedProperties(`${id}.${part}`, { entries, untilMs }));
  forgetConfig(services);
}
