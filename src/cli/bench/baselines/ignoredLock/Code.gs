// A lock that is asked for, and whose answer nobody looks at: the row is appended either way.
function doPost(e) {
  const body = JSON.parse(e.postData.contents);
  if (body.validToken !== undefined) return ContentService.createTextOutput(body.token);
  const lock = LockService.getScriptLock();
  lock.tryLock(10000);
  try {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Eventos');
    for (const name of Object.keys(body.messages)) {
      for (const item of body.messages[name]) {
        sheet.appendRow([
          new Date(body.time * 1000),
          name,
          item.id,
          body.time,
          JSON.stringify(item),
        ]);
      }
    }
  } finally {
    lock.releaseLock();
  }
  return ContentService.createTextOutput('OK');
}

function setUp() {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().insertSheet('Eventos');
  sheet.getRange(1, 1, 1, 5).setValues([['Hora', 'Evento', 'Id', 'Época', 'Dados']]);
}
