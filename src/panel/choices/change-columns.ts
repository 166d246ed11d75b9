import { findTab, type OwnTab } from '../../choices/choices';
import { makeId, ownClasses, readColumns, type OwnColumn } from '../../choices/own-columns';
import { ownKinds } from '../../choices/to-content';
import { decodeRecord } from '../../events/decode-record';
import { languages } from '../../events/localized';
import { ensureColumns } from '../../intake/repair/repair';
import type { Services } from '../../platform/services';
import { saveSettings, type Config } from '../../settings/config';
import { readChoices } from '../../choices/choices';
import { tabOf } from '../../settings/tab-of';
import { findSheet } from '../../sheets/find-sheet';
import { readTop } from '../../sheets/find-hidden';
import { readLayout } from '../../sheets/layout';
import { tabs } from '../../tabs/tabs';
import { done, refused, type Outcome } from '../outcome';
import { speaker, type Speak } from '../speak';
import { changeChoices, readPath, type Desk } from './change-choices';
import type { ChoicesPage } from './page';

/** Columns of the user's own in the whole spreadsheet: each is a field in the state of every row of its tab. */
const mostColumns = 20;
const longestTitle = 40;

const blankForm = { path: '', tab: '', title: '', kind: '', personal: '' };

/** Makes a column of the user's own, or lets this connection fill one that another one fills already. */
export function addOwnColumn(services: Services, id: string, form: string): Outcome<ChoicesPage> {
  const speak = speaker(services);
  const fields = decodeRecord(form, blankForm);
  const [tab, path] = [findTab(fields.tab), readPath(fields.path)];
  if (tab === undefined) return refused(speak('badRequest'));
  if (path === null) return refused(speak('ownNoField'));
  return changeChoices(services, id, (desk) => {
    const column = findColumn(desk, { ...fields, tab }, speak);
    if (column.kind !== 'done') return column;
    const { choices, config } = desk;
    const { value } = column;
    if (choices.sources.some((source) => source.id === value.id))
      return refused(speak('ownTitleTaken', { title: value.title }));
    makeColumn(services, config, value);
    const sources = [...choices.sources, { id: value.id, tab, path }];
    return done({ ...choices, sources }, speak('ownAdded', { title: value.title }));
  });
}

type Form = Omit<typeof blankForm, 'tab'> & { readonly tab: OwnTab };

/** The column that is meant: one that is there under that title, or a new one. */
function findColumn({ config }: Desk, form: Form, speak: Speak): Outcome<OwnColumn> {
  const { tab, title } = form;
  const kind = ownKinds.find((one) => one === form.kind);
  const personal = ownClasses.find((one) => one === form.personal);
  if (kind === undefined || personal === undefined) return refused(speak('badRequest'));
  if (title === '' || title.length > longestTitle)
    return refused(speak('ownTitleLength', { count: String(longestTitle) }));
  const columns = readColumns(config.settings.ownColumns);
  const same = columns.find((one) => one.tab === tab && isSame(one.title, title));
  if (same !== undefined) return done(same);
  const isTaken = tabs[tab].columns.some((one) =>
    languages.some((language) => isSame(one.title[language], title)),
  );
  if (isTaken) return refused(speak('ownTitleTaken', { title }));
  if (columns.length >= mostColumns)
    return refused(speak('ownTooMany', { count: String(mostColumns) }));
  return done({ id: makeId(personal, nextName(config)), tab, title, kind });
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A name that no column has had: what rows know of one that is gone must not become another's. */
function nextName({ settings }: Config): string {
  return `k${settings.lastColumn + 1}`;
}

/** Puts the column into its tab; one that is there stays as it is. */
function makeColumn(services: Services, config: Config, column: OwnColumn): void {
  const { settings } = config;
  if (settings.ownColumns.some((one) => JSON.stringify(one) === JSON.stringify(column))) return;
  const ownColumns = [...settings.ownColumns, column];
  const lastColumn = settings.lastColumn + 1;
  const wanted = { ...settings, ownColumns, lastColumn };
  saveSettings(services.properties, ensureColumns(services, wanted, column.tab));
}

/** This connection fills the column no more; when none does, it leaves the tab. */
export function dropOwnColumn(
  services: Services,
  id: string,
  column: string,
): Outcome<ChoicesPage> {
  const speak = speaker(services);
  return changeChoices(services, id, ({ config, choices }) => {
    const sources = choices.sources.filter((source) => source.id !== column);
    const isFilled = config.connections.some(
      (one) => one.id !== id && readChoices(one.choices).sources.some((s) => s.id === column),
    );
    if (!isFilled) takeOut(services, config, column);
    return done({ ...choices, sources }, speak('ownDropped'));
  });
}

function takeOut(services: Services, { settings }: Config, id: string): void {
  const gone = readColumns(settings.ownColumns).find((one) => one.id === id);
  if (gone === undefined) return;
  const sheet = findSheet(services.workbook, tabs[gone.tab], settings.sheetIds[gone.tab]);
  const place =
    sheet === null
      ? undefined
      : readLayout(tabOf(gone.tab, settings), readTop(sheet), sheet).columns.get(id);
  if (place !== undefined) sheet?.deleteColumn(place);
  const ownColumns = readColumns(settings.ownColumns).filter((one) => one !== gone);
  saveSettings(services.properties, { ...settings, ownColumns });
}
