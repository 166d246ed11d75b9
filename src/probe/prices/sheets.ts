import { block } from '../inputs';
import type { Desk } from '../notes';
import { marks } from '../places';
import { priceAll, timed, type PriceJob } from './time';

/** Prices of the spreadsheet's calls; the names are those of the twin's cost table, the block's apart. */
export function priceSheets(desk: Desk): void {
  desk.scratch.clear();
  priceAll([...listWrites(desk), ...listReads(desk)], desk);
}

const flush = (): void => SpreadsheetApp.flush();

const blockOf = ({ scratch }: Desk) => scratch.getRange(1, 1, block.rows, block.columns);

function listWrites(desk: Desk): readonly PriceJob[] {
  const cell = desk.scratch.getRange('A1');
  const line = Array.from({ length: block.columns }, (_none, index) => index);
  const values = Array.from({ length: block.rows }, () => line);
  const write = (): void => void cell.setValue(1);
  const format = (): void => void cell.setNumberFormat('0');
  const writeBlock = (): void => void blockOf(desk).setValues(values);
  return [
    timed('Range.setValue', { samples: 5, repeat: 20, before: flush }, write),
    timed('flush.values', { samples: 10, before: write }, flush),
    timed('Range.setNumberFormat', { samples: 5, repeat: 20, before: flush }, format),
    timed('flush.formats', { samples: 10, before: format }, flush),
    timed('flush.block', { samples: 3, before: writeBlock }, flush),
    timed('Sheet.appendRow', { samples: 10, before: flush }, () => {
      desk.scratch.appendRow([1, 2, 3]);
    }),
  ];
}

function listReads(desk: Desk): readonly PriceJob[] {
  const { scratch, spreadsheet } = desk;
  const [cell, area] = [scratch.getRange('A1'), blockOf(desk)];
  const read = (name: string, samples: number, work: () => unknown): PriceJob =>
    timed(name, { samples, before: flush }, () => void work());
  return [
    read('Spreadsheet.getSheetByName', 10, () => spreadsheet.getSheetByName(marks.scratchTitle)),
    read('Range.getValues', 12, () => cell.getValues()),
    read('read.block', 3, () => area.getValues()),
    read('Sheet.getLastRow', 10, () => scratch.getLastRow()),
    read('Sheet.getMaxRows', 5, () => scratch.getMaxRows()),
    read('Sheet.getName', 8, () => scratch.getName()),
    read('TextFinder.findNext', 6, () => scratch.createTextFinder('14').findNext()),
    read('DeveloperMetadataFinder.find', 6, () =>
      spreadsheet.createDeveloperMetadataFinder().withKey('none').find(),
    ),
    timed('Sheet.getSheetId', { samples: 5, repeat: 10 }, () => void scratch.getSheetId()),
  ];
}
