// Many receivers write so: the row below the last one, in one call, without a lock.
function doPost(e) {
  const body = JSON.parse(e.postData.contents);
  if (body.validToken !== undefined) return ContentService.createTextOutput(body.token);
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Eventos');
  for (const name of Object.keys(body.messages)) {
    for (const item of body.messages[name]) {
      const row = [new Date(body.time * 1000), name, item.id, body.time, JSON.stringify(item)];
      sheet.getRange(sheet.getLastRow() + 1, 1, 1, row.length).setValues([row]);
    }
  }
  return ContentService.createTextOutput('OK');
}

function setUp() {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().insertSheet('Eventos');
  sheet.getRange(1, 1, 1, 5).setValues([['Hora', 'Evento', 'Id', 'Época', 'Dados']]);
}
