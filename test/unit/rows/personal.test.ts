import { describe, expect, it } from '@jest/globals';
import { entityFields, type PersonalClass } from '../../../src/events/fields';
import { mergeRow } from '../../../src/rows/merge-row';
import { planRendering } from '../../../src/rows/plan';
import { registerEntities, registers } from '../../../src/tabs/registers';
import { tabs } from '../../../src/tabs/tabs';

interface Marked {
  readonly name: string;
  readonly mark: string;
  readonly personal: PersonalClass;
  readonly value: unknown;
}

type Classed = Readonly<
  Record<string, { readonly kind: string; readonly personal: PersonalClass }>
>;

/** Every field that can hold a text, each with a text of its own. */
function markedFields(entity: (typeof registerEntities)[number]): readonly Marked[] {
  const known: Classed = entityFields[entity];
  return Object.entries(known).flatMap(([name, { kind, personal }]): readonly Marked[] => {
    const mark = `§${name}§`;
    if (kind === 'text') return [{ name, mark, personal, value: mark }];
    if (kind === 'texts') return [{ name, mark, personal, value: [mark] }];
    return kind === 'observed' ? [{ name, mark, personal, value: [[1000, mark]] }] : [];
  });
}

describe('Personal data', () => {
  it('is told of every field: none is without a class', () => {
    const classes = new Set(['none', 'id', 'name', 'phone', 'email', 'text']);
    const entities: readonly (readonly [string, Classed])[] = Object.entries(entityFields);
    for (const [entity, fields] of entities)
      for (const [name, { personal }] of Object.entries(fields))
        expect([entity, name, classes.has(personal)]).toEqual([entity, name, true]);
  });

  it.each(registerEntities)('of %s: a column that shows a field is of its class', (entity) => {
    const marked = markedFields(entity);
    const fields = Object.fromEntries(marked.map(({ name, value }) => [name, value]));
    const context = {
      id: '7',
      vendorName: 'V',
      account: 'C',
      language: 'pt',
      statusNames: {},
    } as const;
    const plan = planRendering(entity, { key: 'c|7', context, derives: 'own' });
    const saying = { ...plan.saying, atMs: 1000, hash: 'h.0', fields };
    const { content } = mergeRow({ sayings: [], unions: {} }, [{ ...plan, saying }]);
    const shown = tabs[registers[entity].tab].columns.flatMap((column) => {
      const text = JSON.stringify(content[column.id]) ?? '';
      const field = marked.find(({ mark }) => text.includes(mark));
      return field === undefined ? [] : [[column.id, field.personal, column.personal ?? 'none']];
    });
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.filter(([, due, said]) => due !== said)).toEqual([]);
  });
});
