import { element, makeButton, makeField, placeOf } from './elements';
import { pressOnEnter } from './enter';
import { say } from './page-data';
import { attach, load, makeOutcomePlace } from './work';
import { groupsCard, removalCard } from './weni-at-weni';
import type { PlannedCall, WeniPage, WeniSettings } from './weni-data';
import { fieldsInput, groupsInput } from './weni-entries';
import { choiceInput, textInput, tickInput, ticksInput } from './inputs';

function tokenCard(page: WeniPage): HTMLElement {
  const section = element('section', '', '');
  const place = makeOutcomePlace();
  const token = makeField(say('weniToken'));
  token.type = 'password';
  const state = element('p', 'hint', page.state);
  const show = (next: WeniPage, sentence: string): string => {
    state.textContent = next.state;
    token.value = '';
    return sentence;
  };
  const keeping = makeButton(say('weniSaveToken'));
  const forgetting = makeButton(say('weniForgetToken'), 'secondary');
  const sending = makeButton(say('weniSendNow'), 'secondary');
  attach({ button: keeping, place, action: 'keepWeniToken', args: () => [token.value], show });
  attach({ button: forgetting, place, action: 'forgetWeniToken', args: () => [], show });
  attach({ button: sending, place, action: 'sendWeniNow', args: () => [], show });
  const line = element('div', 'address', '');
  line.append(token, keeping);
  const actions = element('div', 'actions', '');
  actions.append(sending, forgetting);
  const kept = element('p', 'hint', page.hasToken ? say('weniTokenKept') : '');
  section.append(state, kept, line, actions, place);
  return section;
}

/** The settings as they stand in the form. */
function makeForm(page: WeniPage): {
  readonly nodes: readonly HTMLElement[];
  read(): WeniSettings;
} {
  const { settings } = page;
  const codes = page.countryCodes.map((code) => ({ id: code, name: `+${code}` }));
  const inputs = {
    isOn: tickInput(say('weniIsOn'), settings.isOn),
    connectionIds: ticksInput(say('weniSources'), page.connections, settings.connectionIds),
    schemes: ticksInput(say('weniSchemes'), page.schemes, settings.schemes),
    countryCode: choiceInput(say('weniCountry'), codes, settings.countryCode),
    phoneForm: choiceInput(say('weniPhoneForm'), page.phoneForms, settings.phoneForm),
    language: textInput(say('weniLanguage'), settings.language),
    fields: fieldsInput(page),
    groups: groupsInput(page),
    deletes: tickInput(say('weniDeletes'), settings.deletes),
    address: textInput(say('weniAddress'), settings.address),
    version: textInput(say('weniVersion'), settings.version),
    callsPerHour: textInput(say('weniPace'), String(settings.callsPerHour)),
  };
  return {
    nodes: Object.values(inputs).map(({ node }) => node),
    read: () => ({
      isOn: inputs.isOn.read(),
      connectionIds: inputs.connectionIds.read(),
      schemes: inputs.schemes.read(),
      countryCode: inputs.countryCode.read(),
      phoneForm: inputs.phoneForm.read(),
      language: inputs.language.read(),
      fields: inputs.fields.read(),
      groups: inputs.groups.read(),
      deletes: inputs.deletes.read(),
      address: inputs.address.read(),
      version: inputs.version.read(),
      callsPerHour: Number(inputs.callsPerHour.read()),
    }),
  };
}

function settingsCard(page: WeniPage): HTMLElement {
  const section = element('section', '', '');
  const place = makeOutcomePlace();
  const calls = element('ul', 'calls', '');
  const form = makeForm(page);
  const args = (): readonly string[] => [JSON.stringify(form.read())];
  const saving = makeButton(say('weniSave'));
  const previewing = makeButton(say('weniPreview'), 'secondary');
  attach<WeniPage>({
    button: saving,
    place,
    action: 'saveWeni',
    args,
    show: (next, sentence) => `${sentence} ${next.state}`,
  });
  attach<{ readonly calls: readonly PlannedCall[] }>({
    button: previewing,
    place,
    action: 'previewWeni',
    args,
    show: (preview, sentence) => {
      calls.replaceChildren(...preview.calls.map(callLine));
      return sentence;
    },
  });
  const actions = element('div', 'actions', '');
  actions.append(saving, previewing);
  section.append(...form.nodes, actions, place, calls);
  return section;
}

function callLine({ name, method, path, body }: PlannedCall): HTMLElement {
  const line = element('li', '', name);
  line.append(element('code', '', `${method} ${path}`), element('code', '', body));
  return line;
}

pressOnEnter();
load<WeniPage>({
  place: placeOf('weni'),
  action: 'readWeni',
  show: (page) => {
    placeOf('about').textContent = say('weniAbout');
    placeOf('weni').replaceChildren(
      tokenCard(page),
      settingsCard(page),
      groupsCard(),
      removalCard(),
    );
  },
});
