import { showChoices } from './choices-cards';
import { element, placeOf } from './elements';
import { pressOnEnter } from './enter';
import { say } from './page-data';
import type { AskedConnection, PlatformsPage } from './platforms-data';
import { accessSection, missedSection, pollSection, type Section } from './platforms-sections';
import { load, makeOutcomePlace, tell } from './work';

/** What every card has, from top to bottom. */
const sections: readonly Section[] = [accessSection, pollSection, missedSection];

/** What was just done, and on which card it is told. */
interface News {
  readonly id: string;
  readonly sentence: string;
}

function card(connection: AskedConnection, news: News): HTMLElement {
  const { id, name } = connection;
  const node = document.createElement('section');
  const place = makeOutcomePlace();
  // A reader hears what comes into the place, not what stands in it already.
  if (news.id === id) setTimeout(() => tell(place, 'done', news.sentence));
  const showAnew = (page: PlatformsPage, sentence: string): string => {
    show(page, { id, sentence });
    return sentence;
  };
  const parts = sections.flatMap((section) => section({ connection, place, showAnew }));
  node.append(element('h2', '', name), ...parts, place);
  return node;
}

function show(page: PlatformsPage, news: News): void {
  const cards = page.connections.map((connection) => card(connection, news));
  const none = cards.length === 0 ? [element('p', '', say('platformsNone'))] : [];
  placeOf('platforms').replaceChildren(...cards, ...none);
  placeOf('use').textContent = page.use;
}

function showPlatforms(): void {
  load<PlatformsPage>({
    place: placeOf('platforms'),
    action: 'readPlatforms',
    show: (page) => {
      placeOf('about').textContent = say('platformsAbout');
      show(page, { id: '', sentence: '' });
    },
  });
}

pressOnEnter();
// The same page shows how all platforms are asked, or what was chosen for one connection.
const { connection = '' } = document.body.dataset;
if (connection === '') showPlatforms();
else showChoices(connection);
