import { posix } from 'node:path';
import { languages, say, type Language } from '../../events/localized';
import { siteNameOf } from './links';
import { homes } from './pages';

/** A page of the site, before it has its frame. */
export interface Leaf {
  /** Path in the site. */
  readonly name: string;
  readonly title: string;
  readonly language: Language;
  readonly html: string;
}

const tags: Readonly<Record<Language, string>> = { pt: 'pt-BR', es: 'es', en: 'en' };
const names: Readonly<Record<Language, string>> = {
  pt: 'Português',
  es: 'Español',
  en: 'English',
};

const texts = {
  search: say('Procurar nas páginas', 'Buscar en las páginas', 'Search the pages'),
  nothing: say('Nada encontrado.', 'No se encontró nada.', 'Nothing found.'),
  pages: say('Páginas', 'Páginas', 'Pages'),
  languages: say('Idiomas', 'Idiomas', 'Languages'),
  otherLanguages: say('Em outros idiomas', 'En otros idiomas', 'In other languages'),
} as const;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const linkTo = (leaf: Leaf, from: Leaf): string => {
  const target = encodeURI(posix.relative(posix.dirname(from.name), leaf.name));
  const here = leaf.name === from.name ? ' aria-current="page"' : '';
  return `<li lang="${tags[leaf.language]}"><a href="${target}"${here}>${escapeHtml(leaf.title)}</a></li>`;
};

const linkList = (leaves: readonly Leaf[], from: Leaf): string =>
  `<ul>\n${leaves.map((leaf) => linkTo(leaf, from)).join('\n')}\n</ul>`;

/** A whole page: its text with the list of pages, the languages and the search. It needs no server. */
export function framePage(leaf: Leaf, leaves: readonly Leaf[]): string {
  const { language } = leaf;
  const root = posix.relative(posix.dirname(leaf.name), '.') || '.';
  const own = leaves.filter((other) => other.language === language);
  const others = leaves.filter((other) => other.language !== language);
  const homeLinks = languages.map(
    (other) =>
      `<a lang="${tags[other]}" href="${root}/${siteNameOf(homes[other])}">${names[other]}</a>`,
  );
  return `<!doctype html>
<html lang="${tags[language]}" data-root="${root}" data-nothing="${texts.nothing[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(leaf.title)} – Plantão</title>
<link rel="stylesheet" href="${root}/site.css">
</head>
<body>
<header>
<strong>Plantão</strong>
<nav aria-label="${texts.languages[language]}">${homeLinks.join(' · ')}</nav>
<input type="search" id="search" aria-label="${texts.search[language]}" placeholder="${texts.search[language]}">
<ol id="found" aria-live="polite"></ol>
</header>
<nav class="pages" aria-label="${texts.pages[language]}">
${linkList(own, leaf)}
<details><summary>${texts.otherLanguages[language]}</summary>
${linkList(others, leaf)}
</details>
</nav>
<main>
${leaf.html}
</main>
<script src="${root}/sections.js"></script>
<script src="${root}/search.js"></script>
</body>
</html>
`;
}

/** The first page: it goes on to the Portuguese one, and names the others for who sees it. */
export function frontPage(): string {
  const links = languages.map(
    (language) => `<li><a href="${siteNameOf(homes[language])}">${names[language]}</a></li>`,
  );
  return `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${siteNameOf(homes.pt)}">
<title>Plantão</title>
</head>
<body><ul>${links.join('')}</ul></body>
</html>
`;
}
