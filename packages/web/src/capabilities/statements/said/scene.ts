import type { Id, Ms, World } from '@entente/engine';
import { createContext, useContext, useMemo } from 'react';
import { type Chart, chartOf, type SaidLook } from './chart.ts';
import { type ChartLabels, labelsOf } from './labels.ts';
import { lookOf } from './look.ts';
import { type SaidWords, useSaidWords } from './useSaidWords.ts';

/** What the picture, the list and the paper stand on: one edition at one moment. */
export interface Scene extends SaidWords {
  readonly world: World;
  /** Whose eyes these are; absent: lead control’s. */
  readonly side: string | undefined;
  readonly look: SaidLook;
  readonly chart: Chart;
  readonly labels: ChartLabels;
  /** Opens what was said (`said:ID`) or a pair (`pair:KEY`); absent on paper. */
  readonly open?: ((key: string) => void) | undefined;
  readonly chosen?: string | undefined;
  /** What is marked because it belongs to what is open. */
  readonly marked: ReadonlySet<Id>;
}

const Current = createContext<Scene | undefined>(undefined);
export const SceneProvider = Current.Provider;

/** @throws if there is no scene around: a mistake in the composition of the screen. */
export function useScene(): Scene {
  const scene = useContext(Current);
  if (!scene) throw new Error('useScene stands inside a SceneProvider');
  return scene;
}

/** `count`: how many events the world has taken in, since it is one object changed in place. */
export function useSceneOf(
  world: World,
  count: number,
  now: Ms,
  side: string | undefined,
  acts: Pick<Scene, 'open' | 'chosen'> = {},
): Scene {
  const words = useSaidWords(world);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count says when the world has changed
  const look = useMemo(() => lookOf(world, now, side), [world, count, now, side]);
  const chart = useMemo(() => chartOf(look), [look]);
  const labels = useMemo(() => labelsOf(look, chart, words), [look, chart, words]);
  const { open, chosen } = acts;
  return useMemo(() => {
    const pair = look.flags.find((f) => `pair:${f.key}` === chosen);
    const marked = new Set(pair ? [pair.said, pair.with] : []);
    return { ...words, world, side, look, chart, labels, open, chosen, marked };
  }, [words, world, side, look, chart, labels, open, chosen]);
}
