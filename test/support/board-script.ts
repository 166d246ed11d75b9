import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manifest = JSON.stringify({
  timeZone: 'America/Sao_Paulo',
  oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
});

/** A script that draws a board with everything that Sheets can draw, and answers a changed dropdown. */
const code = `
const RED = '#a50e0e';
const NAMES = ['Ana Beatriz Souza', 'Henrique Castro', 'João Alves', 'Luís G. de Araújo', 'Gabriela Pinto', 'Karina Dias'];
const SITUATIONS = ['Disponível', 'Disponível', 'Disponível', 'Disponível', 'Em pausa', 'Offline'];

function setUp() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = book.getSheets()[0].setName('Painel');
  sheet.setHiddenGridlines(true);
  sheet.setColumnWidths(1, 26, 45);
  sheet.setRowHeights(1, 60, 24).setRowHeight(1, 32);
  for (const row of [3, 9]) sheet.setRowHeight(row, 16);
  sheet.getRange('A1:Z60').setVerticalAlignment('middle').setFontFamily('Arial');
  drawHead(sheet);
  drawCards(sheet);
  drawAgents(sheet);
  drawHeat(sheet);
  drawCharts(sheet);
}

function drawHead(sheet) {
  sheet.getRange('B1:H1').merge().setValue('Plantão').setFontSize(18).setFontWeight('bold');
  sheet.getRange('B2').setValue('terça-feira, 24 de novembro · 8h às 20h').setFontColor('#5f6368');
  const lists = [['J', 'L', 'Período', ['Hoje', 'Ontem', '7 dias', '30 dias']], ['N', 'P', 'Plataforma', ['Todas', 'Huggy']], ['R', 'T', 'Conta', ['Todas']]];
  for (const [from, to, label, values] of lists) {
    sheet.getRange(from + '1:' + to + '1').merge().setValue(label).setFontSize(9).setFontColor('#5f6368').setVerticalAlignment('bottom');
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(values, true).setAllowInvalid(false).build();
    sheet.getRange(from + '2:' + to + '2').merge().setValue(values[0]).setBackground('#f1f3f4').setDataValidation(rule)
      .setBorder(null, null, true, null, null, null, '#9aa0a6', SpreadsheetApp.BorderStyle.SOLID);
  }
  sheet.getRange('V1:Y1').merge().setValue('Atualizado 11:22').setHorizontalAlignment('right').setFontSize(9).setFontColor('#5f6368');
  sheet.getRange('V2:Y2').merge().setValue('✓ Saúde OK').setHorizontalAlignment('right').setFontWeight('bold').setFontColor('#0d652d');
}

function drawCards(sheet) {
  const cards = [
    [2, 'Disponíveis', 9, '" "0"/12"', 'mínimo 8 · dentro', '▲ 1 que ontem às 11h', '#0d652d', '#0b8043', '#0d652d'],
    [6, 'Em pausa', 2, '" "0', 'Gabriela Pinto há 18 min', 'limite 20 min · ontem 3', '#94520a', '#b06000', '#5f6368'],
    [10, 'Aguardando', 7, '" "0', 'mais antigo há 14 min', 'acima do limite de 10 min', RED, RED, RED],
    [14, 'Em atendimento', 32, '" "0', '2,9 por agente · até 4', '▲ 5 que ontem às 11h', '#202124', '#5f6368', '#5f6368'],
    [18, '1ª resposta, mediana', 168 / 86400, '" "[m]"m "ss"s"', 'meta 5 min · dentro', '▼ 22 s · melhor que ontem', '#202124', '#5f6368', '#0d652d'],
    [22, 'Resolvidas', 143, '" "0', '79% de 182 recebidas', '▲ 12% que ontem até 11h', '#202124', '#5f6368', '#0d652d'],
  ];
  for (const [column, label, value, format, target, change, ink, bar, changeInk] of cards) {
    const isOver = ink === RED;
    sheet.getRange(4, column, 5, 4).setBorder(null, true, null, null, null, null, bar, SpreadsheetApp.BorderStyle.SOLID_THICK);
    if (isOver) sheet.getRange(4, column, 5, 4).setBackground('#fad2cf');
    const text = (row, words, size, color) => sheet.getRange(row, column, 1, 4).merge().setValue(words).setNumberFormat('"   "@').setFontSize(size).setFontColor(color);
    text(4, label, 10, isOver ? RED : '#5f6368');
    sheet.getRange(5, column, 2, 4).merge().setValue(value).setNumberFormat(format).setFontSize(32).setFontColor(ink).setHorizontalAlignment('left');
    text(7, target, 9, isOver ? RED : '#5f6368');
    text(8, change, 9, changeInk).setFontWeight(isOver ? 'bold' : 'normal');
  }
}

function setTitle(sheet, cell, title, rest) {
  const normal = SpreadsheetApp.newTextStyle().setBold(false).setFontSize(9).setForegroundColor('#5f6368').build();
  const bold = SpreadsheetApp.newTextStyle().setBold(true).setFontSize(11).setForegroundColor('#202124').build();
  const text = SpreadsheetApp.newRichTextValue().setText(title + '  ' + rest).setTextStyle(bold).setTextStyle(title.length, title.length + 2 + rest.length, normal).build();
  sheet.getRange(cell).setRichTextValue(text);
}

function drawAgents(sheet) {
  setTitle(sheet, 'B10', 'Agentes', '');
  sheet.getRange('B11:H11').setValues([['Agente', '', '', 'Situação', '', 'Há', 'Conv.']]).setFontSize(9).setFontColor('#5f6368')
    .setBorder(null, null, true, null, null, null, '#dadce0', SpreadsheetApp.BorderStyle.SOLID);
  NAMES.forEach((name, index) => {
    const row = 12 + index;
    sheet.getRange(row, 2, 1, 3).merge().setValue(name);
    sheet.getRange(row, 5, 1, 2).merge().setValue(SITUATIONS[index]).setNumberFormat('" "@');
    sheet.getRange(row, 7).setValue((161 - index * 25) / 1440).setNumberFormat('[h]:mm').setHorizontalAlignment('right');
    sheet.getRange(row, 8).setValue(index === 5 ? '–' : 4 - (index % 3)).setHorizontalAlignment('right');
    sheet.getRange(row, 2, 1, 7).setBorder(null, null, true, null, null, null, '#e8eaed', SpreadsheetApp.BorderStyle.SOLID);
  });
  const range = sheet.getRange('E12:F17');
  range.setBorder(true, null, true, null, null, true, '#ffffff', SpreadsheetApp.BorderStyle.SOLID_MEDIUM);
  const rule = (word, color, fill) => SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo(word).setFontColor(color).setBackground(fill).setRanges([range]).build();
  sheet.setConditionalFormatRules([rule('Disponível', '#0d652d', '#ceead6'), rule('Em pausa', '#94520a', '#feefc3'), rule('Offline', '#5f6368', '#e8eaed')]);
}

function drawHeat(sheet) {
  setTitle(sheet, 'R10', 'Recebidas por hora', 'média de 30 dias');
  sheet.getRange('S11:Y11').setValues([['seg', 'ter', 'qua', 'qui', 'sex', 'sáb', 'dom']]).setHorizontalAlignment('center').setFontSize(9).setFontColor('#5f6368');
  sheet.getRange('T11').setFontWeight('bold').setFontColor('#202124');
  const heat = [[37, 34, 31, 30, 33, 20, 0], [57, 53, 49, 48, 51, 33, 2], [66, 61, 57, 55, 59, 39, 5], [65, 60, 56, 54, 58, 37, 6], [81, 75, 70, 68, 73, 47, 9], [71, 66, 61, 59, 64, 40, 7]];
  const area = sheet.getRange(12, 19, heat.length, 7).setValues(heat).setNumberFormat('0;;"·"').setHorizontalAlignment('center').setFontSize(9)
    .setBorder(true, true, true, true, true, true, '#ffffff', SpreadsheetApp.BorderStyle.SOLID);
  heat.forEach((_, index) => sheet.getRange(12 + index, 18).setValue(8 + index + 'h').setFontSize(9).setFontColor('#5f6368'));
  const fills = ['#1a73e8', '#669df6', '#aecbfa', '#d2e3fc', '#f1f3f4'];
  const steps = fills.map((fill, index) => SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied('=S12*5>=' + (4 - index) + '*MAX($S$12:$Y$17)').setBackground(fill).setFontColor(index === 0 ? '#ffffff' : '#202124').setRanges([area]).build());
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ...steps]);
}

function drawCharts(sheet) {
  setTitle(sheet, 'J10', 'Recebidas e resolvidas por hora', '');
  const hours = [['Hora', 'Recebidas', 'Resolvidas', 'Recebidas ontem'], ['8h', 38, 21, 35], ['9h', 57, 45, 52], ['10h', 61, 56, 58], ['11h', 26, 21, 60], ['12h', '', '', 71], ['13h', '', '', 66], ['14h', '', '', 54], ['15h', '', '', 49], ['16h', '', '', 46], ['17h', '', '', 41], ['18h', '', '', 30], ['19h', '', '', 19]];
  sheet.insertColumnsAfter(26, 10);
  const data = sheet.getRange(1, 28, hours.length, 4).setValues(hours);
  const teams = [['Equipe', 'Recebidas', 'Resolvidas'], ['Suporte', 68, 49], ['Vendas', 47, 41], ['Entregas', 33, 27], ['Financeiro', 22, 17], ['Trocas', 12, 9]];
  const byTeam = sheet.getRange(20, 28, teams.length, 3).setValues(teams);
  const days = [['Dia', 'dentro da meta', 'acima', 'meta 5 min']];
  [3.4, 3.1, 4.2, 5.8, 2.9, 6.4, 3.7, 3.3, 3.0, 4.6, 2.4, 3.2, 2.8].forEach((m, i) => days.push([10 + i, m <= 5 ? m / 1440 : '', m > 5 ? m / 1440 : '', 5 / 1440]));
  const byDay = sheet.getRange(30, 28, days.length, 4).setValues(days);
  sheet.hideColumns(27, 10);
  const axis = { color: '#5f6368', fontSize: 11 };
  const dress = (builder) => builder.setOption('legend.position', 'top').setOption('legend.textStyle', axis).setOption('hAxis.textStyle', axis).setOption('vAxis.textStyle', axis)
    .setOption('vAxis.gridlines.color', '#e8eaed').setOption('vAxis.baselineColor', '#9aa0a6').setNumHeaders(1)
    .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH);
  const combo = dress(sheet.newChart().asComboChart().addRange(data)).setOption('series', { 0: { type: 'bars', color: '#1a73e8' }, 1: { type: 'bars', color: '#0b8043' }, 2: { type: 'line', color: '#9aa0a6', lineWidth: 2, pointSize: 0 } })
    .setOption('width', 315).setOption('height', 304).setPosition(11, 10, 0, 4).build();
  sheet.insertChart(combo);
  setTitle(sheet, 'J25', '1ª resposta por dia', 'mediana');
  const stacked = dress(sheet.newChart().asComboChart().addRange(byDay)).setOption('isStacked', true).setOption('vAxis.format', '[m]" min"')
    .setOption('series', { 0: { type: 'bars', color: '#1a73e8' }, 1: { type: 'bars', color: RED }, 2: { type: 'line', color: '#202124', lineWidth: 2 } })
    .setOption('width', 315).setOption('height', 258).setPosition(26, 10, 0, 2).build();
  sheet.insertChart(stacked);
  setTitle(sheet, 'R25', 'Por equipe', 'hoje');
  const bars = dress(sheet.newChart().asBarChart().addRange(byTeam)).setColors(['#1a73e8', '#0b8043']).setOption('hAxis.textPosition', 'none').setOption('hAxis.gridlines.count', 0)
    .setOption('series', { 0: { dataLabel: 'value' }, 1: { dataLabel: 'value' } }).setOption('width', 360).setOption('height', 258).setPosition(26, 18, 0, 2).build();
  sheet.insertChart(bars);
}

function onEdit(event) {
  const { range, value, oldValue } = event;
  if (range.getA1Notation() !== 'J2') return;
  range.getSheet().getRange('B2').setValue(oldValue + ' → ' + value);
}

function setReceived(count) {
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Painel').getRange('AC2').setValue(count);
}
`;

/** Writes the script into a temporary folder; answers the folder. */
export function writeBoardScript(): string {
  const folder = mkdtempSync(join(tmpdir(), 'twin-board-'));
  writeFileSync(join(folder, 'Code.js'), code);
  writeFileSync(join(folder, 'appsscript.json'), manifest);
  return folder;
}
