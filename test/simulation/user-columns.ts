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

/** Whose key had slipped into that column is nobody's row any more. */
function noteSlipped(title, sheet, area) {
  var cells = sheet.getRange(area.first, area.column, area.rows, 1).getValues();
  var isSlipped = cells.some(function (row) { return String(row[0]).indexOf('|') > 0; });
  if (isSlipped) noteLine(title + '|?');
}

function userDeletesColumn(title) {
  byHand(title, function (sheet, header) {
    var titles = sheet.getRange(header.row, 1, 1, sheet.getMaxColumns()).getValues()[0];
    var place = titles.indexOf('Conta') + 1;
    if (place === 0) return;
    noteSlipped(title, sheet, { first: header.row + 1, rows: sheet.getLastRow() - header.row, column: place });
    sheet.deleteColumn(place);
  });
}

/** What a hold leaves that writes the first row in the very moment in which columns are put in where a formula of ours stands. */
function userSlips(title, columns) {
  byHand(title, function (sheet, header) {
    var titles = sheet.getRange(header.row, 1, 1, sheet.getMaxColumns()).getValues()[0];
    var place = titles.indexOf('Há') + 1;
    sheet.insertColumnsBefore(place, columns);
    var width = sheet.getMaxColumns() - place - columns + 1;
    var row = sheet.getRange(header.row + 1, place + columns, 1, width);
    var formulas = row.getFormulas()[0];
    var cells = row.getValues()[0].map(function (value, index) { return formulas[index] || value; });
    for (var count = 0; count < columns; count += 1) cells.push('');
    sheet.getRange(header.row + 1, place, 1, width + columns).setValues([cells]);
  });
}
`;
