import { EnumValue, HostObject, type ServiceDefinition } from '../../runtime/host-object';
import { Call } from '../call';

/** Content type that each member of `ContentService.MimeType` is served with. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ATOM: 'application/atom+xml; charset=utf-8',
  CSV: 'text/csv; charset=utf-8',
  ICAL: 'text/calendar; charset=utf-8',
  JAVASCRIPT: 'text/javascript; charset=utf-8',
  JSON: 'application/json; charset=utf-8',
  RSS: 'application/rss+xml; charset=utf-8',
  TEXT: 'text/plain; charset=utf-8',
  VCARD: 'text/x-vcard; charset=utf-8',
  XML: 'text/xml; charset=utf-8',
};

const MIME_TYPES = Object.keys(CONTENT_TYPES);

/** `ContentService`: text outputs, plain text unless told. Source: https://developers.google.com/apps-script/reference/content */
export function makeContentService(): ServiceDefinition {
  return {
    name: 'ContentService',
    enums: { MimeType: MIME_TYPES },
    create: () => new ContentService(),
  };
}

class ContentService extends HostObject {
  createTextOutput(...values: unknown[]): TextOutput {
    const call = new Call('ContentService.createTextOutput', values);
    return new TextOutput(call.optionalText(0, ''));
  }
}

/** What `doGet` or `doPost` returned through ContentService; the web server reads it by the same methods as the script. */
export class TextOutput extends HostObject {
  #content: string;
  #mimeType = 'TEXT';
  #fileName: string | null = null;

  constructor(content: string) {
    super();
    this.#content = content;
  }

  append(...values: unknown[]): this {
    this.#content += new Call('ContentService.TextOutput.append', values).text(0);
    return this;
  }

  clear(): this {
    this.#content = '';
    return this;
  }

  setContent(...values: unknown[]): this {
    this.#content = new Call('ContentService.TextOutput.setContent', values).text(0);
    return this;
  }

  getContent(): string {
    return this.#content;
  }

  setMimeType(...values: unknown[]): this {
    const call = new Call('ContentService.TextOutput.setMimeType', values);
    this.#mimeType = call.member(0, MIME_TYPES);
    return this;
  }

  getMimeType(): EnumValue {
    return new EnumValue('MimeType', this.#mimeType);
  }

  downloadAsFile(...values: unknown[]): this {
    this.#fileName = new Call('ContentService.TextOutput.downloadAsFile', values).text(0);
    return this;
  }

  getFileName(): string | null {
    return this.#fileName;
  }
}
