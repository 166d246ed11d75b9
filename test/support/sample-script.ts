import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CODE = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Plantão')
    .addItem('Começar', 'showPanel').addSeparator().addItem('Perguntar', 'ask').addToUi();
}
function setUp() {
  var sheet = SpreadsheetApp.getActive().insertSheet('Agentes', 0);
  sheet.getRange(1, 1, 1, 3).setValues([['Agente', 'Online', '']]);
  sheet.getRange('C1').setFormula('=COUNTA(A2:A)');
  sheet.setFrozenRows(1);
}
function fill(count) {
  var rows = [];
  for (var i = 1; i <= count; i += 1) rows.push(['Agente ' + i, true]);
  var sheet = SpreadsheetApp.getActive().getSheetByName('Agentes');
  sheet.insertRowsAfter(sheet.getMaxRows(), count);
  sheet.getRange(sheet.getLastRow() + 1, 1, count, 2).setValues(rows);
}
function showPanel() {
  var page = HtmlService.createHtmlOutputFromFile('panel').setTitle('Painel lateral');
  SpreadsheetApp.getUi().showSidebar(page);
}
function addSheet() {
  SpreadsheetApp.getActive().insertSheet('Rascunho');
}
function nameActiveSheet() {
  return SpreadsheetApp.getActiveSheet().getName();
}
function ask() {
  var ui = SpreadsheetApp.getUi();
  var button = ui.alert('Fuso horário', 'Mudar para GMT-3?', ui.ButtonSet.YES_NO);
  SpreadsheetApp.getActive().toast('Resposta: ' + button);
}
function countRows(add) {
  return SpreadsheetApp.getActive().getSheetByName('Agentes').getLastRow() + add;
}
function fail() {
  throw new Error('de propósito');
}
function doPost(e) {
  var agent = JSON.parse(e.postData.contents);
  var sheet = SpreadsheetApp.getActive().getSheetByName('Agentes');
  var row = sheet.getLastRow() + 1;
  sheet.getRange(row, 1, 1, 2).setValues([["'" + agent.name, agent.isOnline]]);
  console.log('gravado na linha ' + row);
  return ContentService.createTextOutput('ok');
}
`;

const PANEL = `<!doctype html>
<html lang="pt-BR"><head><title>Painel</title></head><body>
<p id="answer">nada</p>
<button id="count">Contar</button><button id="fail">Falhar</button><button id="leave">Sair</button>
<script>
  const say = (text) => { document.getElementById('answer').textContent = text; };
  const runner = google.script.run
    .withSuccessHandler((value, user) => say(user + ': ' + value))
    .withFailureHandler((error, user) => say(user + ' falhou: ' + error.message))
    .withUserObject('contagem');
  document.getElementById('count').onclick = () => runner.countRows(10);
  document.getElementById('fail').onclick = () => runner.fail();
  document.getElementById('leave').onclick = () => google.script.host.close();
</script></body></html>
`;

const MANIFEST = {
  timeZone: 'America/Sao_Paulo',
  runtimeVersion: 'V8',
  exceptionLogging: 'STACKDRIVER',
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
  ],
  webapp: { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' },
};

/** Writes a small script with a menu, a sidebar and a web app into a temporary folder; gives the folder. */
export function writeSampleScript(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plantao-script-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Code.js'), CODE);
  writeFileSync(join(folder, 'panel.html'), PANEL);
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(MANIFEST));
  return folder;
}
