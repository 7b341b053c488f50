import type { Distribution } from '@entente/engine';

/**
 * The value of a distribution below which the share `u` lies: one number in [0, 1) makes one draw, so that Latin hypercubes and
 * common random numbers work for every kind.
 */
export function quantileOf(of: Distribution, u: number): number {
  if ('uniform' in of) return of.uniform[0] + u * (of.uniform[1] - of.uniform[0]);
  if ('triangular' in of) {
    const [low, mode, high] = of.triangular;
    if (high === low) return low;
    const turn = (mode - low) / (high - low);
    return u < turn ? low + Math.sqrt(u * (high - low) * (mode - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
  }
  if ('normal' in of) return of.normal[0] + of.normal[1] * standardNormal(u);
  if ('lognormal' in of) return of.lognormal[0] * Math.exp(Math.log(of.lognormal[1]) * standardNormal(u));
  if ('exponential' in of) return -of.exponential * Math.log1p(-u);
  return of.oneOf[Math.min(of.oneOf.length - 1, Math.floor(u * of.oneOf.length))] as number;
}

/** The mean, where theory gives one in a line. */
export function meanOf(of: Distribution): number {
  if ('uniform' in of) return (of.uniform[0] + of.uniform[1]) / 2;
  if ('triangular' in of) return (of.triangular[0] + of.triangular[1] + of.triangular[2]) / 3;
  if ('normal' in of) return of.normal[0];
  if ('lognormal' in of) return of.lognormal[0] * Math.exp(Math.log(of.lognormal[1]) ** 2 / 2);
  if ('exponential' in of) return of.exponential;
  return of.oneOf.reduce((a, b) => a + b, 0) / of.oneOf.length;
}

const A = [-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1, 2.506628277459239];
const B = [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1];
const C = [-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];

/** A polynomial by its coefficients, the highest first. */
function row(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
}

/** Acklam’s rational approximation of the inverse normal distribution; within 1.2e-9 relative. */
export function standardNormal(u: number): number {
  const p = Math.min(Math.max(u, 1e-12), 1 - 1e-12);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return row(C, q) / (row(D, q) * q + 1);
  }
  if (p > 1 - 0.02425) return -standardNormal(1 - p);
  const q = p - 0.5;
  const r = q * q;
  return (row(A, r) * q) / (row(B, r) * r + 1);
}
