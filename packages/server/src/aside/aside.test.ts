import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Aside } from './aside.ts';

const aside = new Aside();
afterAll(() => aside.close());
const scenarios = join(import.meta.dirname, '../../../../scenarios');

it('does what it is given one after another, and says of each by itself why it was not done', { timeout: 120_000 }, async () => {
  const map = { entente: 'msel-map/1', times: { unit: 'min', startex: '2027-03-02T09:00:00+09:00' } };
  const sheet = (text: string) => aside.do({ kind: 'reading', sheet: new TextEncoder().encode(text), name: 'msel.csv', map });
  const [folder, commas, good] = await Promise.allSettled([
    aside.do({ kind: 'folder', folder: join(scenarios, 'river-flood') }),
    sheet(','.repeat(20_000_000)),
    sheet('time,to,subject,content\n0,Staff,First,x\n5,Staff,Second,y'),
  ]);
  expect(folder).toMatchObject({ value: { scenario: { id: 'river-flood' } } });
  expect(commas).toMatchObject({
    reason: { name: 'NotDone', failed: { code: 'too-many-columns', details: { hint: { ko: expect.any(String) } } } },
  });
  expect(good).toMatchObject({ value: { rows: { imported: 2 } } });
});

it('does nothing more once it is closed', async () => {
  const other = new Aside();
  await other.close();
  await expect(other.do({ kind: 'folder', folder: scenarios })).rejects.toMatchObject({ name: 'NotDone' });
});
