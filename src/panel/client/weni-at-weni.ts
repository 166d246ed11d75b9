import { element, makeButton, makeField } from './elements';
import { say } from './page-data';
import { attach, makeOutcomePlace, tell } from './work';
import type { ShownGroup } from './weni-data';

/** A button that asks once more before it does anything: the first click only says so. */
function makeSure(button: HTMLButtonElement, place: HTMLElement): void {
  let isSure = false;
  button.addEventListener(
    'click',
    (event) => {
      if (isSure) {
        isSure = false;
        return;
      }
      event.stopImmediatePropagation();
      isSure = true;
      tell(place, 'done', `${say('weniSure')}: ${button.textContent}.`);
    },
    { capture: true },
  );
}

/** Groups of the workspace: listed, made, renamed, deleted. */
export function groupsCard(): HTMLElement {
  const section = element('section', '', '');
  const list = element('div', '', '');
  const place = makeOutcomePlace();
  const show = (groups: readonly ShownGroup[], sentence: string): string => {
    list.replaceChildren(...groups.map((group) => groupLine(group, { place, show })));
    return sentence;
  };
  const name = makeField(say('weniGroupName'));
  const listing = makeButton(say('weniListGroups'), 'secondary');
  const making = makeButton(say('weniMakeGroup'), 'secondary');
  attach({ button: listing, place, action: 'listWeniGroups', args: () => [], show });
  attach({ button: making, place, action: 'makeWeniGroup', args: () => [name.value], show });
  const line = element('div', 'address', '');
  line.append(name, making, listing);
  section.append(element('h2', '', say('weniGroupsAtWeni')), line, list, place);
  return section;
}

interface GroupPlaces {
  readonly place: HTMLElement;
  readonly show: (groups: readonly ShownGroup[], sentence: string) => string;
}

function groupLine(
  { uuid, name, count, isDynamic }: ShownGroup,
  { place, show }: GroupPlaces,
): HTMLElement {
  const line = element('div', 'entry', '');
  if (isDynamic) {
    line.append(element('span', '', `${name} (${count})`));
    return line;
  }
  const field = makeField(say('weniGroupName'));
  field.value = name;
  const renaming = makeButton(say('weniRenameGroup'), 'secondary');
  const deleting = makeButton(say('weniDeleteGroup'), 'secondary');
  const args = (): readonly string[] => [uuid, field.value];
  attach({ button: renaming, place, action: 'renameWeniGroup', args, show });
  makeSure(deleting, place);
  attach({ button: deleting, place, action: 'deleteWeniGroup', args: () => [uuid], show });
  line.append(field, element('span', '', String(count)), renaming, deleting);
  return line;
}

/** One contact, looked up and shown before it can be deleted. */
export function removalCard(): HTMLElement {
  const section = element('section', '', '');
  const place = makeOutcomePlace();
  const whom = makeField(say('weniWhom'));
  const finding = makeButton(say('weniFind'), 'secondary');
  const deleting = makeButton(say('weniDelete'), 'secondary');
  let uuid = '';
  deleting.hidden = true;
  attach<{ readonly uuid: string }>({
    button: finding,
    place,
    action: 'findWeniContact',
    args: () => [whom.value],
    show: (found, sentence) => {
      ({ uuid } = found);
      deleting.hidden = false;
      return sentence;
    },
  });
  makeSure(deleting, place);
  attach<null>({
    button: deleting,
    place,
    action: 'deleteWeniContact',
    args: () => [uuid],
    show: (_none, sentence) => {
      deleting.hidden = true;
      return sentence;
    },
  });
  const line = element('div', 'address', '');
  line.append(whom, finding, deleting);
  section.append(element('h2', '', say('weniDeleteTitle')), line, place);
  return section;
}
