import { element, makeButton, makeCard } from './elements';
import type { Report, Token } from './failures-data';
import { showReport, type DryRunEnd } from './failures-replay';
import { counted, fillText, heading } from './failures-words';
import { say } from './page-data';
import { attach, makeOutcomePlace } from './work';

const sinceOf = ({ since, count }: Token): string => {
  const events = counted(count, ['failEventsOne', 'failEvents']).replace('{count}', String(count));
  return fillText('failTokenSince', { since, events });
};

const whoseOf = ({ platform, account }: Token): string => `${platform} · ${account}`;

/** A token that waits, and the way to its question: one click decides nothing. */
export function tokenCard(token: Token, end: DryRunEnd): HTMLElement {
  const section = element('section', 'token', '');
  const { ending } = token;
  const decide = makeButton(say('failDecide'), 'secondary');
  decide.dataset['key'] = token.digest;
  decide.addEventListener('click', () => {
    const main = document.querySelector('main');
    main?.replaceChildren(...tokenView(token, end));
    main?.querySelector('h1')?.focus();
  });
  section.append(
    element('h2', '', fillText('failToken', { ending })),
    element('p', 'whose', whoseOf(token)),
    element('p', '', sinceOf(token)),
    decide,
  );
  return section;
}

/** The one question that a token asks: is it ours? */
function tokenView(token: Token, end: DryRunEnd): readonly HTMLElement[] {
  const { platform, ending } = token;
  const back = makeButton(`‹ ${say('failBack')}`, 'quiet');
  back.dataset['back'] = '';
  back.addEventListener('click', end.leave);
  return [
    back,
    heading(fillText('failToken', { ending })),
    element('p', 'hint', whoseOf(token)),
    endings(token),
    element('p', '', sinceOf(token)),
    makeCard(fillText('failTokenChanged', { platform }), ...acceptNodes(token, end)),
    ...refuseNodes(token, end),
  ];
}

/** What is known and what came instead, by their ends. */
function endings({ known, ending }: Token): HTMLElement {
  const list = element('dl', 'facts', '');
  const shown = known.map((end) => `••••${end}`).join(' ');
  const came = element('dd', '', '');
  came.append(element('code', 'fresh', `••••${ending}`));
  list.append(
    element('dt', '', say('failTokenKnown')),
    element('dd', '', shown === '' ? '–' : shown),
    element('dt', '', say('failTokenNew')),
    came,
  );
  return list;
}

function acceptNodes({ connectionId, digest, ending, count }: Token, end: DryRunEnd) {
  const place = makeOutcomePlace();
  const button = makeButton(fillText('failAccept', { count: String(count) }));
  attach<Report>({
    button,
    place,
    action: 'acceptToken',
    args: () => [connectionId, digest],
    show: showReport(end.ended),
  });
  return [element('p', '', fillText('failTokenCheck', { ending })), button, place];
}

function refuseNodes({ connectionId, digest }: Token, end: DryRunEnd): readonly HTMLElement[] {
  const place = makeOutcomePlace();
  const button = makeButton(say('failRefuse'), 'danger-quiet');
  attach<null>({
    button,
    place,
    action: 'refuseToken',
    args: () => [connectionId, digest],
    show: (_none, sentence) => {
      end.ended(sentence);
      return sentence;
    },
  });
  return [element('p', 'hint', say('failRefuseAbout')), button, place];
}
