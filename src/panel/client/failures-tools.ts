import { element, makeButton, makeField, makeCard } from './elements';
import type { Gap } from './failures-data';
import { attachDryRun, type DryRunEnd } from './failures-replay';
import { say } from './page-data';
import { attach, makeOutcomePlace, type Work } from './work';

/** Long work goes on part by part until the journal's end. */
const showWritten =
  (tab: string): Work<{ readonly after: number | null }>['show'] =>
  ({ after }, sentence) =>
    after === null ? sentence : { sentence, args: [tab, String(after)], show: showWritten(tab) };

/** Rows that may be missing from a tab, and the button that writes them again. */
export function gapCard({ tab, sentence }: Gap): HTMLElement {
  const section = document.createElement('section');
  const place = makeOutcomePlace();
  const button = makeButton(say('writeAgain'), 'secondary');
  attach({ button, place, action: 'writeAgain', args: () => [tab, '0'], show: showWritten(tab) });
  section.append(element('p', '', sentence), button, place);
  return section;
}

const showChecked: Work<{ readonly isDone: boolean }>['show'] = ({ isDone }, sentence) =>
  isDone ? sentence : { sentence, args: [], show: showChecked };

/** What touches many rows, apart and folded. */
export function toolsFold(end: DryRunEnd): HTMLElement {
  const fold = document.createElement('details');
  fold.className = 'tools';
  fold.append(
    element('summary', '', say('failTools')),
    element('p', 'hint', say('failToolsAbout')),
    checkCard(),
    requestCard(end),
    allCard(end),
  );
  return fold;
}

function checkCard(): HTMLElement {
  const place = makeOutcomePlace();
  const button = makeButton(say('checkTabs'), 'secondary');
  attach({ button, place, action: 'checkTabs', args: () => [], show: showChecked });
  return makeCard(say('checkTabs'), button, place);
}

function requestCard(end: DryRunEnd): HTMLElement {
  const id = makeField(say('requestId'));
  const place = makeOutcomePlace();
  const button = makeButton(say('failSimulateOne'), 'secondary');
  attachDryRun(button, () => ({ kind: 'request', value: id.value.trim() }), { place, end });
  const line = element('div', 'address', '');
  line.append(id, button);
  return makeCard(say('replayOne'), line, place);
}

function allCard(end: DryRunEnd): HTMLElement {
  const place = makeOutcomePlace();
  const button = makeButton(say('failSimulateAll'), 'secondary');
  attachDryRun(button, () => ({ kind: 'all', value: '0' }), { place, end });
  return makeCard(say('replayAll'), button, place);
}
