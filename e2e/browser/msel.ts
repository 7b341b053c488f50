import { join } from 'node:path';
import { loadFolder } from '@entente/scenario';
import type { Language } from './words.ts';

/** What a line of the scenario's MSEL, a cell or a seat is called, by its id: tests name things as the planner does. */
export type TitleOf = (id: string, language: Language) => string;

export async function readMsel(folder = 'extended-deterrence'): Promise<TitleOf> {
  const { scenario } = await loadFolder(join(import.meta.dirname, '../../scenarios', folder));
  if (!scenario) throw new Error('the scenario has mistakes; see ./entente check');
  const cells = scenario.parties.flatMap((p) => p.cells);
  const named = [...cells, ...cells.flatMap((c) => c.seats), ...scenario.entities];
  return (id, language) => {
    const found =
      scenario.injects.find((i) => i.id === id)?.title ??
      scenario.expects.find((e) => e.id === id)?.text ??
      named.find((n) => n.id === id)?.name;
    const text = typeof found === 'string' ? found : found?.[language];
    if (text === undefined) throw new Error(`${id} has no title in ${language}`);
    return text;
  };
}
