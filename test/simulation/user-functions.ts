/** A second script file of the simulated project: what a person does by hand, between two writers (so under the lock). */
export const userFunctions = `
function byHand(work) {
  var lock = LockService.getScriptLock();
  if (!lock.tryLock(300000)) return;
  SpreadsheetApp.flush();
  work(SpreadsheetApp.getActiveSpreadsheet());
  SpreadsheetApp.flush();
  lock.releaseLock();
}

function userSorts(title, column) {
  byHand(function (spreadsheet) {
    var sheet = spreadsheet.getSheetByName(title);
    var rows = sheet.getLastRow() - 1;
    if (rows < 2) return;
    sheet.getRange(2, 1, rows, sheet.getMaxColumns()).sort({ column: column, ascending: false });
  });
}

/** A column of the person's own, in which each row that is there gets its key as a note. */
function userInsertsColumn(title, before) {
  byHand(function (spreadsheet) {
    var sheet = spreadsheet.getSheetByName(title);
    sheet.insertColumnBefore(before);
    var rows = sheet.getLastRow();
    var header = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0];
    var keys = sheet.getRange(1, header.indexOf('Chave') + 1, rows, 1).getValues();
    keys[0][0] = 'Minha nota';
    sheet.getRange(1, before, rows, 1).setValues(keys.map(function (row) {
      return [row[0] === '' ? '' : "'" + row[0]];
    }));
  });
}
`;
