import { HostObject } from '../../runtime/host-object';
import { bandingColors } from '../values/banding-colors';
import { intersect } from '../cells/areas';
import type { BandingData } from '../model';
import type { Session } from '../session';
import { normalizeColor } from '../values/colors';
import { boolean, hostOf, memberOf, orNull, string } from './arguments';
import { Range, type Sheet } from './host-objects';
import { signaturesOf, type MethodTable, type Overload } from './methods';

/** Alternating colours over a range. */
export class Banding extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _sheetId: number,
    readonly _id: string,
  ) {
    super();
  }
}

const on = signaturesOf<Banding>();
const onRange = signaturesOf<Range>();
const onSheet = signaturesOf<Sheet>();
const themes = memberOf(Object.keys(bandingColors));

interface BandingLook {
  readonly theme: string;
  readonly header: boolean;
  readonly footer: boolean;
}

function applyBanding(range: Range, look: BandingLook): Banding {
  const { _session: session, _sheetId: sheetId, _area: area } = range;
  session.beforeRead();
  if (session.sheet(sheetId).bandings.some((one) => intersect(one.area, area))) {
    throw new Error(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  const id = String(session.workbook.nextId());
  const [header = '', first = '', second = '', footer = ''] = bandingColors[look.theme] ?? [];
  const data: BandingData = {
    id,
    area,
    first,
    second,
    ...(look.header ? { header } : {}),
    ...(look.footer ? { footer } : {}),
  };
  session.write(sheetId, 0, (sheet) => {
    sheet.bandings = [...sheet.bandings, data];
    sheet.changes.settings = true;
  });
  return new Banding(session, sheetId, id);
}

function rowBanding(): Overload<Range>[] {
  const grey = 'LIGHT_GREY';
  return [
    onRange([], (range) => applyBanding(range, { theme: grey, header: true, footer: false })),
    onRange([themes], (range, theme) =>
      applyBanding(range, { theme, header: true, footer: false }),
    ),
    onRange([themes, boolean, boolean], (range, ...[theme, header, footer]) =>
      applyBanding(range, { theme, header, footer }),
    ),
  ];
}

function dataOf({ _session, _sheetId, _id }: Banding): BandingData {
  _session.beforeRead();
  const data = _session.sheet(_sheetId).bandings.find(({ id }) => id === _id);
  if (!data) throw new Error('The banding was removed.');
  return data;
}

function update(banding: Banding, change: (data: BandingData) => BandingData | null): Banding {
  banding._session.write(banding._sheetId, 0, (sheet) => {
    sheet.bandings = sheet.bandings.flatMap((data) =>
      data.id === banding._id ? (change(data) ?? []) : [data],
    );
    sheet.changes.settings = true;
  });
  return banding;
}

type ColorKey = 'header' | 'first' | 'second' | 'footer';

function colorMethods(name: string, key: ColorKey): Record<string, Overload<Banding>> {
  return {
    [`get${name}`]: on([], (self) => dataOf(self)[key] ?? null),
    [`set${name}`]: on([orNull(string)], (self, value) => {
      const color = normalizeColor(value);
      return update(self, (data) => ({ ...data, [key]: color ?? '#ffffff' }));
    }),
  };
}

/** A banding. */
export const bandingMethods: MethodTable<Banding> = {
  getRange: on([], (self) => new Range(self._session, self._sheetId, dataOf(self).area)),
  setRange: on([hostOf(Range)], (self, { _area: area }) =>
    update(self, (data) => ({ ...data, area })),
  ),
  remove: on([], (self) => void update(self, () => null)),
  ...colorMethods('HeaderRowColor', 'header'),
  ...colorMethods('FirstRowColor', 'first'),
  ...colorMethods('SecondRowColor', 'second'),
  ...colorMethods('FooterRowColor', 'footer'),
};

/** Bandings as a range gives them. */
export const rangeBandingMethods: MethodTable<Range> = {
  applyRowBanding: rowBanding(),
  getBandings: onRange([], ({ _session, _sheetId, _area }) => {
    _session.beforeRead();
    const { bandings } = _session.sheet(_sheetId);
    const here = bandings.filter(({ area }) => intersect(area, _area));
    return here.map(({ id }) => new Banding(_session, _sheetId, id));
  }),
};

/** Bandings as a sheet gives them. */
export const sheetBandingMethods: MethodTable<Sheet> = {
  getBandings: onSheet([], ({ _session, _id }) => {
    _session.beforeRead();
    return _session.sheet(_id).bandings.map(({ id }) => new Banding(_session, _id, id));
  }),
};
