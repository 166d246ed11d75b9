import { buildInfo } from '../../platform/build-info';
import type { Answer, Services } from '../../platform/services';
import { answerTexts } from './answer-texts';

/** How long the panel waits for its own visit. */
const lifetimeSeconds = 120;

const keyOf = (probe: string): string => `probe.${probe}`;

/** What a visit by the panel is answered. */
interface Greeting {
  readonly probe: string;
  readonly version: string;
  readonly commit: string;
}

/**
 * A name under which the panel visits the deployed address: only the script that keeps it in its cache can say it again, so another
 * spreadsheet's script cannot pass for this one.
 */
export function expectVisit({ cache, codec }: Services): string {
  const probe = codec.sha256WebSafe(codec.uuid()).slice(0, 24);
  cache.put(keyOf(probe), '1', lifetimeSeconds);
  return probe;
}

/**
 * Answers a visit: a person reads that the app is alive, the panel also which version is deployed. Who names the build reads its version
 * instead: `npm run deploy` gives a build a name that nobody else knows, and so sees that its own code answers. Any name may be asked about.
 */
export function greetVisitor(
  { answers, cache }: Services,
  query: ReadonlyMap<string, string>,
): Answer {
  if (query.get('b') === buildInfo.commit) return answers.text(buildInfo.version);
  const probe = query.get('p') ?? '';
  const isExpected = /^[\w-]{24}$/.test(probe) && cache.get(keyOf(probe)) !== null;
  if (!isExpected) return answers.text(answerTexts.alive);
  const greeting: Greeting = { probe, ...buildInfo };
  return answers.json(greeting);
}
