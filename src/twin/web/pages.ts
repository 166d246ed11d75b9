import type { Failure } from '../runtime/context/install';
import { addScriptRun } from './script-run-shim';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** Google's page with one sentence. */
export function messagePage(text: string, title = 'Error'): string {
  const style = 'font-family:arial,sans-serif;text-align:center;margin-top:50px;font-size:15px';
  return (
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>` +
    `<body><div style="${style}">${escapeHtml(text)}</div></body></html>`
  );
}

/** Google's page for an uncaught exception: message, line and file are shown to whoever called. */
export function errorPage(failure: Failure): string {
  const { name, message } = failure;
  const place = locate(failure);
  const where = place ? ` (line ${place.line}, file "${place.file}")` : '';
  return messagePage(`${name ? `${name}: ` : ''}${message}${where}`);
}

/** Where in the project's own files an exception came from; null when its stack names none. */
function locate({ stack }: Failure): { readonly file: string; readonly line: number } | null {
  for (const [, file = '', line = ''] of stack.matchAll(
    /(?:\(|at |^)([\p{L}\w -]+):(\d+)(?=[:\n])/gmu,
  )) {
    if (!file.startsWith('twin-')) return { file, line: Number(line) };
  }
  return null;
}

/**
 * Hands what the page asks by `google.script.run` (see `script-run-shim.ts`) on to the web app, and the answer back; tells it its own
 * address (`google.script.url`).
 */
const relay = `(function () {
  var page = document.getElementById('sandboxFrame').contentWindow;
  function whereAmI() {
    var parameter = {}, parameters = {};
    new URLSearchParams(location.search).forEach(function (value, name) {
      parameters[name] = (parameters[name] || []).concat(value);
      parameter[name] = parameters[name][0];
    });
    return { hash: location.hash.slice(1), parameter: parameter, parameters: parameters };
  }
  addEventListener('message', function (event) {
    var asked = event.data;
    if (event.source !== page || !asked) return;
    function answer(outcome) {
      page.postMessage(Object.assign({ type: 'google.script.result', id: asked.id }, outcome), '*');
    }
    if (asked.type === 'google.script.url') return answer({ result: whereAmI() });
    if (asked.type !== 'google.script.run') return;
    fetch('run/' + encodeURIComponent(asked.functionName), { method: 'POST', body: JSON.stringify(asked.args) })
      .then(function (response) { return response.json(); })
      .then(answer, function (error) { answer({ error: 'NetworkError: ' + error.message }); });
  });
})();`;

/** `HtmlOutput.addMetaTag`: https://developers.google.com/apps-script/reference/html/html-output#addMetaTag(String,String) */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** The page in which Google shows an HtmlService output: a frame without the site's rights. */
export function sandboxPage({
  text,
  title,
  metaTags,
}: {
  readonly text: string;
  readonly title: string;
  readonly metaTags: readonly MetaTag[];
}): string {
  const tags = metaTags.map(
    ({ name, content }) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`,
  );
  const source = addScriptRun(text).replaceAll('&', '&amp;').replaceAll("'", '&#39;');
  const rights = 'allow-downloads allow-forms allow-modals allow-popups allow-scripts';
  return (
    `<!DOCTYPE html><html><head><meta charset="utf-8">${tags.join('')}<title>${escapeHtml(title)}</title>` +
    '<style>html,body,iframe{margin:0;width:100%;height:100%;border:0}</style></head>' +
    `<body><iframe id="sandboxFrame" sandbox="${rights}" srcdoc='${source}'></iframe>` +
    `<script>${relay}</script></body></html>\n`
  );
}
