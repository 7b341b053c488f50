import { writeMsel } from '@entente/documents';
import { tableOf } from '@entente/documents/msel';
import { edit } from '@entente/documents/testing';
import type { Pair } from './pair.ts';

/**
 * A workbook such as the viewer never had: lead control’s, with every row edited. What is answered to it must rest on what the
 * viewer holds, and not on whether there is such a row, or what it says.
 */
export function editedBook({ table }: Pick<Pair, 'table'>): Promise<Uint8Array> {
  const whole = tableOf(table.exercise.world, 'control', 'en');
  return edit(writeMsel(whole, { preset: 'hseep', language: 'en' }), (hand) => {
    for (const id of hand.ids()) hand.set(id, 'To', 'Nobody in particular');
  });
}
