import { EnumValue, HostObject } from '../../runtime/host-object';
import type { Area, ProtectionData } from '../model';
import type { Session } from '../session';
import { anything, boolean, listOf, memberOf, string } from './arguments';
import { Range, type Sheet, type Spreadsheet } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { User } from './spreadsheet-settings';

/**
 * A protected sheet or range. Owner and current user can never be shut out
 * (https://developers.google.com/apps-script/reference/spreadsheet/protection), so nothing is ever refused here.
 */
export class Protection extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _sheetId: number,
    readonly _id: string,
  ) {
    super();
  }
}

const on = signaturesOf<Protection>();
const types = memberOf(['RANGE', 'SHEET']);

function protect(session: Session, sheetId: number, area: Area | null): Protection {
  const id = String(session.workbook.nextId());
  const data: ProtectionData = {
    id,
    area,
    description: '',
    warningOnly: false,
    editors: [session.context.user],
  };
  session.write(sheetId, 0, (sheet) => {
    const kept = sheet.protections.filter((one) => area !== null || one.area !== null);
    sheet.protections = [...kept, data];
    sheet.changes.settings = true;
  });
  return new Protection(session, sheetId, id);
}

function dataOf({ _session, _sheetId, _id }: Protection): ProtectionData {
  _session.beforeRead();
  const data = _session.sheet(_sheetId).protections.find(({ id }) => id === _id);
  if (!data) throw new Error('The protection was removed.');
  return data;
}

function update(
  protection: Protection,
  change: (data: ProtectionData) => ProtectionData | null,
): Protection {
  protection._session.write(protection._sheetId, 0, (sheet) => {
    sheet.protections = sheet.protections.flatMap((data) =>
      data.id === protection._id ? (change(data) ?? []) : [data],
    );
    sheet.changes.settings = true;
  });
  return protection;
}

function emailOf(person: unknown): string {
  return person instanceof User ? person._email : String(person);
}

function addEditors(protection: Protection, people: readonly unknown[]): Protection {
  const added = people.map(emailOf);
  return update(protection, (data) => ({
    ...data,
    editors: [...new Set([...data.editors, ...added])],
  }));
}

/** The current user stays an editor whatever is asked. */
function removeEditors(protection: Protection, people: readonly unknown[]): Protection {
  const gone = new Set(people.map(emailOf));
  gone.delete(protection._session.context.user);
  return update(protection, (data) => ({
    ...data,
    editors: data.editors.filter((email) => !gone.has(email)),
  }));
}

/** A protection. */
export const protectionMethods: MethodTable<Protection> = {
  getProtectionType: on(
    [],
    (self) => new EnumValue('ProtectionType', dataOf(self).area ? 'RANGE' : 'SHEET'),
  ),
  getDescription: on([], (self) => dataOf(self).description),
  setDescription: on([string], (self, description) =>
    update(self, (data) => ({ ...data, description })),
  ),
  isWarningOnly: on([], (self) => dataOf(self).warningOnly),
  setWarningOnly: on([boolean], (self, warningOnly) =>
    update(self, (data) => ({ ...data, warningOnly })),
  ),
  canEdit: on([], () => true),
  canDomainEdit: on([], () => false),
  setDomainEdit: on([boolean], (self) => self),
  getEditors: on([], (self) => dataOf(self).editors.map((email) => new User(email))),
  addEditor: on([anything], (self, person) => addEditors(self, [person])),
  addEditors: on([listOf(string)], addEditors),
  removeEditor: on([anything], (self, person) => removeEditors(self, [person])),
  removeEditors: on([listOf(anything)], removeEditors),
  getRange: on([], (self) => {
    const { area } = dataOf(self);
    const { maxRows, maxColumns } = self._session.sheet(self._sheetId);
    const whole = { row: 1, column: 1, rows: maxRows, columns: maxColumns };
    return new Range(self._session, self._sheetId, area ?? whole);
  }),
  remove: on([], (self) => void update(self, () => null)),
};

function list(session: Session, sheetId: number, type: string): Protection[] {
  session.beforeRead();
  return session
    .sheet(sheetId)
    .protections.filter(({ area }) => (type === 'RANGE') === (area !== null))
    .map(({ id }) => new Protection(session, sheetId, id));
}

const onRange = signaturesOf<Range>();
const onSheet = signaturesOf<Sheet>();
const onSpreadsheet = signaturesOf<Spreadsheet>();

/** Protection of a range. */
export const rangeProtectionMethods: MethodTable<Range> = {
  protect: onRange([], ({ _session, _sheetId, _area }) => protect(_session, _sheetId, _area)),
  canEdit: onRange([], () => true),
};

/** Protections of a sheet. */
export const sheetProtectionMethods: MethodTable<Sheet> = {
  protect: onSheet([], ({ _session, _id }) => protect(_session, _id, null)),
  getProtections: onSheet([types], ({ _session, _id }, type) => list(_session, _id, type)),
};

/** Protections of all sheets. */
export const spreadsheetProtectionMethods: MethodTable<Spreadsheet> = {
  getProtections: onSpreadsheet([types], ({ _session }, type) =>
    _session.workbook.sheets.flatMap(({ id }) => list(_session, id, type)),
  ),
};
