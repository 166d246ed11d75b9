import { describe, expect, it } from '@jest/globals';
import { createOwnerSession } from '../../../src/twin/runtime/owner-session';
import { createMemoryStorage } from '../../../src/twin/storage/memory-storage';

describe('The open spreadsheet', () => {
  it('shows its sidebar to who comes later, until the person closes it', () => {
    const session = createOwnerSession(createMemoryStorage(new Map()));
    const open = () => session.current().filter(({ type }) => type === 'sidebar');
    session.showSidebar('<p>Plantão</p>', 'Plantão');
    expect(open()).toEqual([{ type: 'sidebar', html: '<p>Plantão</p>', title: 'Plantão' }]);
    session.closeSidebar();
    expect(open()).toEqual([]);
  });
});
