import { type Purpose, settles } from '@entente/engine';

/** Purposes of messages that settle something; they are drawn as decisions. */
export function isDecisive(purpose: string): boolean {
  return settles({ purpose: purpose as Purpose });
}
