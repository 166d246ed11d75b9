import { HostObject, type ServiceDefinition } from '../../runtime/host-object';
import { Blob } from '../utilities/blob';
import { Call } from '../call';

const SANDBOX_MODES = ['EMULATED', 'IFRAME', 'NATIVE'];
const X_FRAME_OPTIONS_MODES = ['ALLOWALL', 'DEFAULT'];
const META_TAGS = new Set([
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
]);

/**
 * `HtmlService`. `readHtml` gives a file of the bundle by its name without `.html`, or null.
 * Templates are evaluated only when they hold no scriptlets. Source: https://developers.google.com/apps-script/reference/html
 */
export function makeHtmlService(readHtml: (name: string) => string | null): ServiceDefinition {
  return {
    name: 'HtmlService',
    enums: { SandboxMode: SANDBOX_MODES, XFrameOptionsMode: X_FRAME_OPTIONS_MODES },
    create: () => new HtmlService(readHtml),
  };
}

class HtmlService extends HostObject {
  readonly #readHtml: (name: string) => string | null;

  constructor(readHtml: (name: string) => string | null) {
    super();
    this.#readHtml = readHtml;
  }

  createHtmlOutput(...values: unknown[]): HtmlOutput {
    return new HtmlOutput(readMarkup(new Call('HtmlService.createHtmlOutput', values)));
  }

  createHtmlOutputFromFile(...values: unknown[]): HtmlOutput {
    return new HtmlOutput(this.#readFile(new Call('HtmlService.createHtmlOutputFromFile', values)));
  }

  createTemplate(...values: unknown[]): HtmlTemplate {
    return new HtmlTemplate(readMarkup(new Call('HtmlService.createTemplate', values)));
  }

  createTemplateFromFile(...values: unknown[]): HtmlTemplate {
    return new HtmlTemplate(this.#readFile(new Call('HtmlService.createTemplateFromFile', values)));
  }

  #readFile(call: Call): string {
    const name = call.text(0);
    const html = this.#readHtml(name.replace(/\.html$/, ''));
    if (html === null) throw new Error(`No HTML file named ${name} was found.`);
    return html;
  }
}

/** A page, as web calls, sidebars and dialogs take it; the web server reads it by the same methods as the script. */
export class HtmlOutput extends HostObject {
  #content: string;
  #title = '';
  #widthPx: number | null = null;
  #heightPx: number | null = null;
  #faviconUrl: string | null = null;
  #xFrameOptionsMode = 'DEFAULT';
  readonly #metaTags: HtmlOutputMetaTag[] = [];

  constructor(content: string) {
    super();
    this.#content = content;
  }

  append(...values: unknown[]): this {
    this.#content += new Call('HtmlService.HtmlOutput.append', values).text(0);
    return this;
  }

  appendUntrusted(...values: unknown[]): this {
    this.#content += escapeHtml(new Call('HtmlService.HtmlOutput.appendUntrusted', values).text(0));
    return this;
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.#content);
  }

  clear(): this {
    this.#content = '';
    return this;
  }

  setContent(...values: unknown[]): this {
    this.#content = new Call('HtmlService.HtmlOutput.setContent', values).text(0);
    return this;
  }

  getContent(): string {
    return this.#content;
  }

  getBlob(): Blob {
    const bytes = Buffer.from(this.#content, 'utf8');
    return new Blob({ bytes, contentType: 'text/html', name: this.#title || null });
  }

  setTitle(...values: unknown[]): this {
    this.#title = new Call('HtmlService.HtmlOutput.setTitle', values).text(0);
    return this;
  }

  getTitle(): string {
    return this.#title;
  }

  setWidth(...values: unknown[]): this {
    this.#widthPx = readSize(new Call('HtmlService.HtmlOutput.setWidth', values));
    return this;
  }

  getWidth(): number | null {
    return this.#widthPx;
  }

  setHeight(...values: unknown[]): this {
    this.#heightPx = readSize(new Call('HtmlService.HtmlOutput.setHeight', values));
    return this;
  }

  getHeight(): number | null {
    return this.#heightPx;
  }

  setFaviconUrl(...values: unknown[]): this {
    this.#faviconUrl = new Call('HtmlService.HtmlOutput.setFaviconUrl', values).text(0);
    return this;
  }

  getFaviconUrl(): string | null {
    return this.#faviconUrl;
  }

  addMetaTag(...values: unknown[]): this {
    const call = new Call('HtmlService.HtmlOutput.addMetaTag', values);
    const name = call.text(0);
    if (!META_TAGS.has(name)) {
      throw new Error('The meta tag you specified is not allowed in this context.');
    }
    this.#metaTags.push(new HtmlOutputMetaTag(name, call.text(1)));
    return this;
  }

  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.#metaTags];
  }

  /** Has no effect: every page runs in IFRAME mode. */
  setSandboxMode(...values: unknown[]): this {
    new Call('HtmlService.HtmlOutput.setSandboxMode', values).member(0, SANDBOX_MODES);
    return this;
  }

  setXFrameOptionsMode(...values: unknown[]): this {
    const call = new Call('HtmlService.HtmlOutput.setXFrameOptionsMode', values);
    this.#xFrameOptionsMode = call.member(0, X_FRAME_OPTIONS_MODES);
    return this;
  }

  /** For the web server: whether other sites may frame the page. */
  _mayBeFramed(): boolean {
    return this.#xFrameOptionsMode === 'ALLOWALL';
  }
}

class HtmlOutputMetaTag extends HostObject {
  readonly #name: string;
  readonly #content: string;

  constructor(name: string, content: string) {
    super();
    this.#name = name;
    this.#content = content;
  }

  getName(): string {
    return this.#name;
  }

  getContent(): string {
    return this.#content;
  }
}

class HtmlTemplate extends HostObject {
  readonly #content: string;

  constructor(content: string) {
    super();
    this.#content = content;
  }

  evaluate(): HtmlOutput {
    if (this.#content.includes('<?')) {
      throw new Error(
        'The local twin does not model template scriptlets (<? ?>); build the page with createHtmlOutputFromFile.',
      );
    }
    return new HtmlOutput(this.#content);
  }

  getRawContent(): string {
    return this.#content;
  }
}

function readMarkup(call: Call): string {
  const source = call.values[0];
  return source instanceof Blob ? source.getDataAsString() : call.optionalText(0, '');
}

function readSize(call: Call): number | null {
  return call.values[0] === null ? null : call.integer(0);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
