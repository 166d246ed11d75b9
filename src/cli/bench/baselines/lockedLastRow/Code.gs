// The row below the last one, in one call, under a lock that is waited for.
function doPost(e) {
  const body = JSON.parse(e.postData.contents);
  if (body.validToken !== undefined) return ContentService.createTextOutput(body.token);
  const lock = LockService.getScriptLock();
  lock.waitLock(30000);
  try {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Eventos');
    for (const name of Object.keys(body.messages)) {
      for (const item of body.messages[name]) {
        const row = [new Date(body.time * 1000), name, item.id, body.time, JSON.stringify(item)];
        sheet.getRange(sheet.getLastRow() + 1, 1, 1, row.length).setValues([row]);
      }
    }
    SpreadsheetApp.flush();
  } finally {
    lock.releaseLock();
  }
  return ContentService.createTextOutput('OK');
}

function setUp() {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().insertSheet('Eventos');
  sheet.getRange(1, 1, 1, 5).setValues([['Hora', 'Evento', 'Id', 'Época', 'Dados']]);
}
