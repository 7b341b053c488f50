/** Gives numbers below 2^24, the same each time for a seed: a linear congruence, as good as any for drawing and for plays. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
