import { element, makeButton, makeField } from './elements';
import { say } from './page-data';
import type { MappedField, MappedGroup, WeniPage } from './weni-data';
import { makeSelect, type Choice, type Input } from './inputs';

/** One line of a list of entries. */
interface Entry<T> {
  readonly nodes: readonly HTMLElement[];
  read(): T;
}

/** A list whose lines can be added and taken out. */
function entriesInput<T>(
  name: string,
  addName: string,
  { entries, make }: { readonly entries: readonly T[]; make(entry: T | null): Entry<T> },
): Input<readonly T[]> {
  const group = document.createElement('fieldset');
  const place = element('div', '', '');
  const open: Entry<T>[] = [];
  const add = (value: T | null): void => {
    const entry = make(value);
    const line = element('div', 'entry', '');
    const button = makeButton(say('weniRemove'), 'secondary');
    button.type = 'button';
    button.addEventListener('click', () => {
      open.splice(open.indexOf(entry), 1);
      line.remove();
      more.focus();
    });
    line.append(...entry.nodes, button);
    place.append(line);
    open.push(entry);
  };
  for (const entry of entries) add(entry);
  const more = makeButton(addName, 'secondary');
  more.type = 'button';
  more.addEventListener('click', () => {
    add(null);
    place.lastElementChild?.querySelector<HTMLElement>('input, select')?.focus();
  });
  group.append(element('legend', '', name), place, more);
  return { node: group, read: () => open.map((entry) => entry.read()) };
}

/** A select beside others has no room for its name; who hears the page is told. */
function named(select: HTMLSelectElement, id: string): HTMLSelectElement {
  select.setAttribute('aria-label', say(id));
  return select;
}

const extra = 'extra.';

/** Fields: what they are filled from, their name at Weni, their type. */
export function fieldsInput({
  settings,
  sources,
  fieldTypes,
}: WeniPage): Input<readonly MappedField[]> {
  const choices: readonly Choice[] = [...sources, { id: extra, name: say('weniExtra') }];
  return entriesInput(say('weniFields'), say('weniAddField'), {
    entries: settings.fields,
    make: (field) => {
      const source = field?.source ?? '';
      const isExtra = source.startsWith(extra);
      const from = named(makeSelect(choices, isExtra ? extra : source), 'weniFilledFrom');
      const name = makeField(say('weniExtra'));
      name.value = isExtra ? source.slice(extra.length) : '';
      const showName = (): void => {
        name.hidden = from.value !== extra;
      };
      from.addEventListener('change', showName);
      showName();
      const label = makeField(say('weniFieldLabel'));
      label.value = field?.label ?? '';
      const type = named(makeSelect(fieldTypes, field?.type ?? 'text'), 'weniFieldType');
      return {
        nodes: [from, name, label, type],
        read: () => ({
          source: from.value === extra ? extra + name.value.trim() : from.value,
          label: label.value.trim(),
          type: type.value,
        }),
      };
    },
  });
}

/** Groups: their name, and whose contacts belong to them. */
export function groupsInput({ settings, connections }: WeniPage): Input<readonly MappedGroup[]> {
  const choices: readonly Choice[] = [{ id: '', name: say('weniEverybody') }, ...connections];
  return entriesInput(say('weniGroups'), say('weniAddGroup'), {
    entries: settings.groups,
    make: (group) => {
      const name = makeField(say('weniGroupName'));
      name.value = group?.name ?? '';
      const from = named(makeSelect(choices, group?.connectionId ?? ''), 'weniFilledFrom');
      return {
        nodes: [name, from],
        read: () => ({ name: name.value.trim(), connectionId: from.value }),
      };
    },
  });
}
