import { columnFunctions } from './user-columns';

/**
 * Script property in which the simulated person notes whose rows they deleted: `title|key`, one a line; `title|*` for a whole tab,
 * `title|?` where it was a key alone.
 */
export const deletedProperty = 'user.deleted';

/** A second script file of the simulated project: what a person does by hand, between two writers (so under the lock). */
export const userFunctions = `
var waitsForNobody = false;

/** Does one of these to some tabs without the lock, and in one stroke: nothing of the app's comes between its calls. */
function userFreely(functionName, titles, number) {
  waitsForNobody = true;
  try {
    titles.split('|').forEach(function (title) { doings()[functionName](title, number); });
  } finally {
    waitsForNobody = false;
  }
}

function doings() {
  return {
    userSorts: userSorts,
    userSortsByNumber: userSortsByNumber,
    userInsertsColumn: userInsertsColumn,
    userInsertsRow: userInsertsRow,
    userInsertsTitle: userInsertsTitle,
    userMovesColumn: userMovesColumn,
    userDeletesColumn: userDeletesColumn,
    userClearsHeader: userClearsHeader,
    userRenamesKey: userRenamesKey,
    userDeletesBottom: userDeletesBottom,
    userDeletesWhole: userDeletesWhole,
  };
}

function atSheet(title, work) {
  var lock = LockService.getScriptLock();
  if (!waitsForNobody && !lock.tryLock(300000)) return;
  SpreadsheetApp.flush();
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  if (sheet !== null) work(sheet);
  SpreadsheetApp.flush();
  if (!waitsForNobody) lock.releaseLock();
}

function byHand(title, work) {
  atSheet(title, function (sheet) {
    var header = findHeaderOf(sheet);
    if (header !== null && sheet.getLastRow() > header.row) work(sheet, header);
  });
}

/** Row of the header and column of the keys (of the journal: the ids); null where an earlier deed has cleared it. */
function findHeaderOf(sheet) {
  var top = sheet.getRange(1, 1, Math.min(30, sheet.getMaxRows()), sheet.getMaxColumns()).getValues();
  for (var row = 0; row < top.length; row += 1) {
    var titles = top[row];
    var isOurs = titles.indexOf('Gravado') > 0;
    // The keys' column may have been renamed by now, or parted from the others.
    var ownKey = Math.max(titles.indexOf('Chave'), titles.indexOf('Código')) + 1;
    var key = ownKey > 0 ? ownKey : titles.indexOf('Gravado') - 1;
    var column = isOurs ? key : titles.indexOf('Pedido') + 1;
    if (column > 0) return { row: row + 1, keyColumn: column };
  }
  return null;
}

function rowsFrom(sheet, row) {
  return sheet.getRange(row, 1, sheet.getLastRow() - row + 1, sheet.getMaxColumns());
}

/** A column by its place, or by its title in the first row. */
function columnIn(sheet, column) {
  if (typeof column === 'number') return column;
  return sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0].indexOf(column) + 1;
}

function userSorts(title, column) {
  byHand(title, function (sheet, header) {
    rowsFrom(sheet, header.row + 1).sort({ column: columnIn(sheet, column), ascending: false });
  });
}

/** The whole sheet, its header and the titles above it included. */
function userSortsAll(title, column) {
  byHand(title, function (sheet) {
    sheet.setFrozenRows(0);
    rowsFrom(sheet, 1).sort({ column: column, ascending: true });
  });
}

function userSortsByNumber(title, column) {
  byHand(title, function (sheet, header) {
    rowsFrom(sheet, header.row + 1).sort({ column: header.keyColumn + 1, ascending: column % 2 === 0 });
  });
}

/** A row of nothing among ours. */
function userInsertsRow(title, place) {
  byHand(title, function (sheet, header) {
    sheet.insertRowBefore(header.row + 1 + place % (sheet.getLastRow() - header.row));
  });
}

function userInsertsTitle(title) {
  byHand(title, function (sheet) {
    sheet.insertRowBefore(1);
    sheet.getRange(1, 1).setValue('Minha operação');
  });
}

function userClearsHeader(title) {
  byHand(title, function (sheet, header) {
    sheet.getRange(header.row, 1, 1, sheet.getMaxColumns()).clearContent();
  });
}

function userRenamesKey(title) {
  byHand(title, function (sheet, header) {
    sheet.getRange(header.row, header.keyColumn).setValue('Código');
  });
}

function userPartsHidden(title) {
  byHand(title, function (sheet, header) {
    sheet.insertColumnBefore(header.keyColumn + 1);
  });
}

function userShowsHidden(title) {
  byHand(title, function (sheet) {
    sheet.showColumns(1, sheet.getMaxColumns());
  });
}

/** A setting of the app's, changed as the menu does. */
function userPutsSetting(name, value) {
  var lock = LockService.getScriptLock();
  if (!lock.tryLock(300000)) return;
  SpreadsheetApp.flush();
  var properties = PropertiesService.getScriptProperties();
  var settings = JSON.parse(properties.getProperty('settings'));
  settings[name] = value;
  properties.setProperty('settings', JSON.stringify(settings));
  CacheService.getScriptCache().put('config.changed', Utilities.getUuid(), 600);
  lock.releaseLock();
}

/** What a page of the menu asks of the app. */
function userAsks(action) {
  var properties = PropertiesService.getScriptProperties();
  var key = properties.getProperty('panel.key');
  var expiry = (Math.floor(Date.now()) + 3000000).toString(36);
  var bytes = Utilities.computeHmacSha256Signature(expiry, key);
  var token = expiry + '.' + Utilities.base64EncodeWebSafe(bytes).replace(/=+$/, '');
  return panel(token, action, Array.prototype.slice.call(arguments, 1));
}

function userTypes(title, place, value) {
  atSheet(title, function (sheet) {
    var isInColumn = typeof place !== 'string';
    var cell = isInColumn ? sheet.getRange(place[1], columnIn(sheet, place[0])) : sheet.getRange(place);
    cell.setValue(value);
  });
}

/** In the hidden cells of what the rows know. */
function userReplacesInStates(title, from, to) {
  byHand(title, function (sheet, header) {
    var states = sheet.getRange(header.row + 1, header.keyColumn + 3, sheet.getLastRow() - header.row, 1);
    states.setValues(states.getValues().map(function (row) { return [String(row[0]).replace(from, to)]; }));
  });
}

function userDeletesRows(title, first, count) {
  atSheet(title, function (sheet) {
    sheet.deleteRows(first, count);
  });
}

function userRenamesTab(title, name) {
  atSheet(title, function (sheet) {
    sheet.setName(name);
  });
}

function userDeletesTab(title) {
  atSheet(title, function (sheet) {
    SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet);
  });
}

function noteLine(line) {
  var properties = PropertiesService.getScriptProperties();
  var noted = properties.getProperty('${deletedProperty}') || '';
  properties.setProperty('${deletedProperty}', noted + line + '\\n');
}

/** Keys of rows that are about to go. */
function noteDeleted(title, sheet, area) {
  var keys = sheet.getRange(area.first, area.column, area.rows, 1).getValues();
  noteLine(keys.map(function (row) { return title + '|' + row[0]; }).join('\\n'));
}

/** Up to three rows at the bottom. */
function userDeletesBottom(title, count) {
  byHand(title, function (sheet, header) {
    var rows = Math.min(3, count, sheet.getLastRow() - header.row);
    var first = sheet.getLastRow() - rows + 1;
    noteDeleted(title, sheet, { first: first, rows: rows, column: header.keyColumn });
    sheet.deleteRows(first, rows);
  });
}

/** The tab with all that is in it. */
function userDeletesWhole(title) {
  byHand(title, function (sheet, header) {
    noteLine(title + '|*');
    SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet);
  });
}

${columnFunctions}`;
