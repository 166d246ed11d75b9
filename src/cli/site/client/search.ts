import MiniSearch from 'minisearch';

/** A part of a page, as `sections.js` lists it. */
interface Section {
  readonly id: number;
  readonly page: string;
  readonly anchor: string;
  readonly pageTitle: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

declare const siteSections: readonly Section[];

const mostResults = 12;
const { lang, dataset } = document.documentElement;

/** Letters without their marks: who types "conexao" finds "Conexão". */
const bare = (term: string): string => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function makeIndex(): MiniSearch<Section> {
  const index = new MiniSearch<Section>({
    fields: ['title', 'pageTitle', 'text'],
    processTerm: bare,
    searchOptions: {
      prefix: true,
      fuzzy: 0.15,
      combineWith: 'AND',
      boost: { title: 4, pageTitle: 2 },
    },
  });
  index.addAll(siteSections);
  return index;
}

/** The best sections, those in the page's language first. */
function find(index: MiniSearch<Section>, text: string): readonly Section[] {
  const found = index.search(text, {
    boostDocument: (id) => (isOwn(siteSections[Number(id)]) ? 3 : 1),
  });
  return found.slice(0, mostResults).flatMap(({ id }) => siteSections[Number(id)] ?? []);
}

const isOwn = (section: Section | undefined): boolean =>
  section !== undefined && lang.startsWith(section.language);

function makeItem({ page, anchor, pageTitle, title, text, language }: Section): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const end = anchor === '' ? '' : `#${encodeURIComponent(anchor)}`;
  link.href = `${dataset['root'] ?? '.'}/${encodeURI(page)}${end}`;
  link.textContent = title === '' || title === pageTitle ? pageTitle : `${pageTitle} › ${title}`;
  item.lang = language;
  item.append(link, ` ${text.slice(0, 120)}`);
  return item;
}

const field = document.querySelector<HTMLInputElement>('#search');
const list = document.querySelector('#found');
let made: MiniSearch<Section> | null = null;

field?.addEventListener('input', () => {
  const text = field.value.trim();
  made ??= makeIndex();
  const items = text === '' ? [] : find(made, text).map(makeItem);
  list?.replaceChildren(...(text === '' || items.length > 0 ? items : [dataset['nothing'] ?? '']));
});
