import fc from 'fast-check';
import { anyText } from './any-text';

type Path = readonly string[];

/** What a field may turn into when a vendor changes it, PHP's and JavaScript's oddities among them. */
const oddValues = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e300, '', '[]', '0000-00-00 00:00:00'),
  fc.constantFrom<unknown>([], [null], [[]], {}, { toString: 1 }, { id: {} }, 'constructor'),
  anyText(),
  fc.constant('x'.repeat(60_000)),
  fc.jsonValue({ maxDepth: 3 }),
);

const mutation = fc.record({
  pick: fc.nat(),
  what: fc.constantFrom('drop', 'replace', 'reverse', 'repeat', 'rename'),
  value: oddValues,
});

/** Real bodies with one to five faults in them: fields dropped, replaced by anything, renamed, repeated, in another order. */
export function mutatedBodies(bodies: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...bodies), fc.array(mutation, { minLength: 1, maxLength: 5 }))
    .map(([body, mutations]) =>
      mutations.reduce<unknown>((value, { pick, what, value: odd }) => {
        const paths = listPaths(value);
        const path = paths[pick % paths.length] ?? [];
        const changed = change(value, path, (old) => apply(what, old, odd));
        return changed === gone ? null : changed;
      }, body),
    );
}

const gone = Symbol('gone');

function apply(what: string, old: unknown, odd: unknown): unknown {
  if (what === 'drop') return gone;
  if (what === 'reverse' && Array.isArray(old)) return old.toReversed();
  if (what === 'reverse' && typeof old === 'object' && old !== null)
    return Object.fromEntries(Object.entries(old).toReversed());
  if (what === 'repeat') return [old, old];
  if (what === 'rename') return { [`${JSON.stringify(odd).slice(0, 9)} `]: old };
  return odd;
}

type Container = Readonly<Record<string, unknown>> | readonly unknown[];

const isContainer = (value: unknown): value is Container =>
  typeof value === 'object' && value !== null;

function listPaths(value: unknown, path: Path = []): readonly Path[] {
  if (!isContainer(value)) return [path];
  const below = Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    listPaths(item, [...path, key]),
  );
  return [path, ...below];
}

function change(value: unknown, path: Path, to: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isContainer(value)) return to(value);
  const changed = Object.entries(value)
    .map(([name, item]: [string, unknown]): readonly [string, unknown] =>
      name === key ? [name, change(item, rest, to)] : [name, item],
    )
    .filter(([, item]) => item !== gone);
  return Array.isArray(value) ? changed.map(([, item]) => item) : Object.fromEntries(changed);
}
