/** Those of `userFunctions` that put columns in, move or delete them. */
export const columnFunctions = `
/** A column of the person's own, in which each row that is there gets its key as a note. */
function userInsertsColumn(title, before) {
  byHand(title, function (sheet, header) {
    sheet.insertColumnBefore(before);
    var keyColumn = header.keyColumn + (before <= header.keyColumn ? 1 : 0);
    var rows = sheet.getLastRow() - header.row + 1;
    var keys = sheet.getRange(header.row, keyColumn, rows, 1).getValues();
    sheet.getRange(header.row, before, rows, 1).setValues(keys.map(function (row, index) {
      if (index === 0) return ['Minha nota'];
      // A row that has slipped aside has no key there.
      return [String(row[0]).indexOf('|') < 0 ? '' : "'" + row[0]];
    }));
  });
}

/** The column of the accounts goes to the left. */
function userMovesColumn(title) {
  byHand(title, function (sheet, header) {
    var titles = sheet.getRange(header.row, 1, 1, sheet.getMaxColumns()).getValues()[0];
    var from = titles.indexOf('Conta') + 1;
    if (from > 1) sheet.moveColumns(sheet.getRange(1, from), 1);
  });
}

function userDeletesColumn(title) {
  byHand(title, function (sheet, header) {
    var titles = sheet.getRange(header.row, 1, 1, sheet.getMaxColumns()).getValues()[0];
    var place = titles.indexOf('Conta') + 1;
    if (place > 0) sheet.deleteColumn(place);
  });
}

/** What a hold leaves that writes the first row in the very moment in which a column is put in where a formula of ours stands. */
function userSlips(title) {
  byHand(title, function (sheet, header) {
    var titles = sheet.getRange(header.row, 1, 1, sheet.getMaxColumns()).getValues()[0];
    var place = titles.indexOf('Há') + 1;
    sheet.insertColumnBefore(place);
    var width = sheet.getMaxColumns() - place;
    var row = sheet.getRange(header.row + 1, place + 1, 1, width);
    var formulas = row.getFormulas()[0];
    var cells = row.getValues()[0].map(function (value, index) { return formulas[index] || value; });
    sheet.getRange(header.row + 1, place, 1, width + 1).setValues([cells.concat([''])]);
  });
}
`;
