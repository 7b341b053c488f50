import { join } from 'node:path';
import { loadFolder } from '@entente/scenario';
import type { Language } from './words.ts';

/** What a line of the scenario's MSEL is called, by its id: tests name lines as the planner does. */
export type TitleOf = (id: string, language: Language) => string;

export async function readMsel(): Promise<TitleOf> {
  const { scenario } = await loadFolder(join(import.meta.dirname, '../../scenarios/extended-deterrence'));
  if (!scenario) throw new Error('the scenario has mistakes; see ./entente check');
  return (id, language) => {
    const found = scenario.injects.find((i) => i.id === id)?.title ?? scenario.expects.find((e) => e.id === id)?.text;
    const text = typeof found === 'string' ? found : found?.[language];
    if (text === undefined) throw new Error(`${id} has no title in ${language}`);
    return text;
  };
}
