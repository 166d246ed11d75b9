import { describe, expect, it } from '@jest/globals';
import { privacyFrom } from '../../../src/settings/privacy';

const retentionOf = (retention: unknown) =>
  privacyFrom({ privacy: JSON.stringify({ retention }) }).retention;

describe('How long data stays, as it is stored', () => {
  it('nothing stored keeps everything', () => {
    expect(retentionOf(undefined)).toEqual({
      journalDays: 0,
      failedDays: 0,
      textDays: 0,
      rowMonths: {},
      archivedMs: {},
    });
  });

  it('what is no number above zero lets no row leave', () => {
    const damaged = { messages: '1', conversations: null, contacts: -1, attendances: 0 };
    const { rowMonths, archivedMs } = retentionOf({
      rowMonths: { ...damaged, agentLog: 3 },
      archivedMs: { ...damaged, messages: 1_700_000_000_000 },
    });
    expect(rowMonths).toEqual({ agentLog: 3 });
    expect(archivedMs).toEqual({ messages: 1_700_000_000_000 });
  });
});
