import { EnumValue, HostObject } from '../../runtime/host-object';
import { spreadsheetEnums } from '../enums';
import type { Session } from '../session';
import { hostOf, memberOf, number, string } from './arguments';
import { Range, Spreadsheet } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { makeRange } from './range-support';

const on = signaturesOf<Spreadsheet>();
const onNamed = signaturesOf<NamedRange>();
const intervals = memberOf(spreadsheetEnums['RecalculationInterval'] ?? []);

/** A named range, by name. */
export class NamedRange extends HostObject {
  constructor(
    readonly _session: Session,
    public _name: string,
  ) {
    super();
  }
}

/** A person with access; only the address is known. */
export class User extends HostObject {
  constructor(readonly _email: string) {
    super();
  }
}

function setNamedRange({ _session }: Spreadsheet, name: string, range: Range): void {
  if (!/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name)) {
    throw new Error(`The name "${name}" is not a valid range name.`);
  }
  _session.changeWorkbook(() => {
    _session.workbook.namedRanges.set(name, { sheetId: range._sheetId, area: range._area });
  });
}

function removeNamedRange({ _session }: { readonly _session: Session }, name: string): void {
  if (!_session.workbook.namedRanges.has(name)) {
    throw new Error(`The named range "${name}" does not exist.`);
  }
  _session.changeWorkbook(() => void _session.workbook.namedRanges.delete(name));
}

function changeSetting(
  { _session }: Spreadsheet,
  key: 'title' | 'timeZone' | 'locale' | 'recalculation',
  value: string,
): void {
  _session.changeWorkbook(() => {
    _session.workbook.settings[key] = value;
  });
}

function setLocale(self: Spreadsheet, locale: string): void {
  if (!/^[a-z]{2}(_[A-Z]{2})?$/.test(locale)) throw new Error(`Invalid locale: ${locale}`);
  changeSetting(self, 'locale', locale);
}

/** Name, zone, locale and named ranges of a spreadsheet. */
export const spreadsheetSettingMethods: MethodTable<Spreadsheet> = {
  getId: on([], ({ _session }) => _session.workbook.settings.id),
  getName: on([], ({ _session }) => _session.workbook.title),
  rename: on([string], (self, title) => changeSetting(self, 'title', title)),
  getUrl: on(
    [],
    ({ _session }) =>
      `https://docs.google.com/spreadsheets/d/${_session.workbook.settings.id}/edit`,
  ),
  getSpreadsheetTimeZone: on([], ({ _session }) => _session.workbook.timeZone),
  setSpreadsheetTimeZone: on([string], (self, zone) => changeSetting(self, 'timeZone', zone)),
  getSpreadsheetLocale: on([], ({ _session }) => _session.workbook.locale),
  setSpreadsheetLocale: on([string], setLocale),
  getRecalculationInterval: on(
    [],
    ({ _session }) =>
      new EnumValue('RecalculationInterval', _session.workbook.settings.recalculation),
  ),
  setRecalculationInterval: on([intervals], (self, interval) => {
    changeSetting(self, 'recalculation', interval);
    return self;
  }),
  getOwner: on([], ({ _session }) => new User(_session.context.user)),
  getEditors: on([], ({ _session }) => [new User(_session.context.user)]),
  getViewers: on([], () => []),
  setNamedRange: on([string, hostOf(Range)], setNamedRange),
  removeNamedRange: on([string], removeNamedRange),
  getNamedRanges: on([], ({ _session }) =>
    [..._session.workbook.namedRanges.keys()].map((name) => new NamedRange(_session, name)),
  ),
  toast: [
    on([string], (self, text) => toast(self, { text, title: '', seconds: null })),
    on([string, string], (self, text, title) => toast(self, { text, title, seconds: null })),
    on([string, string, number], (self, ...[text, title, seconds]) =>
      toast(self, { text, title, seconds }),
    ),
  ],
};

interface Toast {
  readonly text: string;
  readonly title: string;
  readonly seconds: number | null;
}

/** Without an open spreadsheet nobody sees it, and nothing is thrown. */
function toast({ _session }: Spreadsheet, { text, title, seconds }: Toast): void {
  _session.options.userInterface(_session.context.id)?.toast(text, title, seconds);
}

/** A named range. */
export const namedRangeMethods: MethodTable<NamedRange> = {
  getName: onNamed([], ({ _name }) => _name),
  getRange: onNamed([], ({ _session, _name }) => {
    const named = _session.workbook.namedRanges.get(_name);
    return named ? makeRange(_session, named.sheetId, named.area) : null;
  }),
  setName: onNamed([string], (self, name) => {
    const named = self._session.workbook.namedRanges.get(self._name);
    if (named) {
      const range = makeRange(self._session, named.sheetId, named.area);
      setNamedRange(new Spreadsheet(self._session), name, range);
      removeNamedRange(self, self._name);
    }
    self._name = name;
    return self;
  }),
  setRange: onNamed([hostOf(Range)], (self, range) => {
    setNamedRange(new Spreadsheet(self._session), self._name, range);
    return self;
  }),
  remove: onNamed([], (self) => removeNamedRange(self, self._name)),
};

const onUser = signaturesOf<User>();

/** A person. */
export const userMethods: MethodTable<User> = {
  getEmail: onUser([], ({ _email }) => _email),
};
