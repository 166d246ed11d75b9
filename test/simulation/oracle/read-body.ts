import { asList } from './observed';
import { readEvolvy } from './read-evolvy';
import { readHuggy } from './read-huggy';
import { readGeneric, readWeni } from './read-others';
import { readPlug } from './read-plug';
import { readTreble } from './read-treble';
import { textAt, type Reading, type ToldFailure } from './reading';

/** A request as the journal has it, as far as its meaning goes. */
export interface Received {
  readonly connectionId: string;
  readonly webhook: string;
  readonly receivedAtMs: number;
  readonly body: string;
}

/** Accounts are named by their platform, a second one with a letter: `huggy-b`. */
export const vendorOf = (connectionId: string): string => connectionId.split('-')[0] ?? '';

/** The platforms' names as the rows show them. */
export const vendorNames: Readonly<Record<string, string>> = {
  huggy: 'Huggy',
  evolvy: 'Nexloo (Evolvy)',
  treble: 'Treble',
  plug: 'PlugChat',
  weni: 'Weni',
  generic: 'Genérico',
};

const unreadable: ToldFailure = { event: '', code: 'notJson', path: '' };

/** What a request says, for somebody who knows the bodies that a simulation sends. */
export function readBody({ connectionId, webhook, receivedAtMs, body: text }: Received): Reading {
  const bodies = parse(text);
  if (bodies === null) return { events: [], failures: [unreadable], isUnknown: false };
  const vendor = vendorOf(connectionId);
  const readings = bodies.map((body): Reading => {
    if (vendor === 'huggy') return readHuggy(body);
    if (vendor === 'evolvy') return readEvolvy(body);
    if (vendor === 'treble') return readTreble(body, webhook);
    if (vendor === 'plug') return readPlug(body, webhook, receivedAtMs);
    return vendor === 'weni' ? readWeni(body) : readGeneric(body);
  });
  return {
    events: readings.flatMap(({ events }) => events),
    failures: readings.flatMap(({ failures }) => failures),
    isUnknown: readings.some(({ isUnknown }) => isUnknown),
  };
}

/** The tokens of the platform in the body's parts. */
export const tokensOf = (text: string): readonly (string | undefined)[] =>
  (parse(text) ?? []).map((body) => textAt(body, 'token'));

/** One body or several; null for what is no JSON. */
function parse(text: string): readonly unknown[] | null {
  try {
    const body: unknown = JSON.parse(text);
    return Array.isArray(body) ? asList(body) : [body];
  } catch {
    return null;
  }
}
