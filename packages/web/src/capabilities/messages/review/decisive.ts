/** Purposes of messages that settle something; they are drawn as decisions. */
export function isDecisive(purpose: string): boolean {
  return ['decide', 'announce', 'agree', 'decline'].includes(purpose);
}
