import { expect } from 'vitest';
import type { Player } from './player.ts';

const STEPS = 200;
/** More than stand in a window, and far fewer than there are. */
const DRAWN = 80;

/** Two hundred steps from a sheet: those in sight are drawn, and whoever goes to another by key, by wheel or by a press finds it there. */
export async function longMatrix(who: Player): Promise<void> {
  await who.press('board.then.option', who.reading);
  await who.press('board.paste.open', who.form);
  const rows = Array.from(
    { length: STEPS },
    (_, i) => `${i + 1}\tLine ${i + 1} read\tPress Secretary\t${i === 0 ? '13:00' : ''}\t${i || ''}\t1`,
  );
  await who.form
    .getByRole('textbox', { name: who.say('board.paste.rows') })
    .fill(['No\tStep\tLead\tAt\tAfter\tDuration', ...rows].join('\n'));
  await who.form.getByRole('button', { name: who.say('board.paste.take_other', { count: STEPS }) }).click();
  const table = who.form.locator('table.mx');
  // Who hears it is told of all.
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe(String(STEPS + 1));
  const drawn = (): Promise<string[]> => table.locator('tr[data-step]').evaluateAll((all) => all.map((r) => r.ariaRowIndex ?? ''));
  const inFocus = (): Promise<string> =>
    who.page.evaluate(() => document.activeElement?.closest('tr[data-step]')?.getAttribute('aria-rowindex') ?? '');
  expect((await drawn()).length).toBeLessThan(DRAWN);

  await table.locator('.mx-step').first().focus();
  await who.page.keyboard.press('End');
  await expect.poll(inFocus).toBe(String(STEPS + 1));
  await expect.poll(drawn).not.toContain('3');
  await who.page.keyboard.press('ArrowUp');
  await expect.poll(inFocus).toBe(String(STEPS));
  await who.page.keyboard.press('Home');
  await expect.poll(inFocus).toBe('2');
  await expect.poll(drawn).toContain('3');

  await table.locator('tr[data-step]').first().hover();
  await who.page.mouse.wheel(0, 100 * 42);
  await expect.poll(drawn).toContain('100');
  expect((await drawn()).length).toBeLessThan(DRAWN);
  // A press on its bars chooses a step, as its title does.
  const row = table.locator('tr[aria-rowindex="100"]');
  await row.locator('.mx-chart').click();
  await expect.poll(() => row.getAttribute('data-selected')).not.toBeNull();
  await who.press('board.optionForm.drop', who.form);
}
