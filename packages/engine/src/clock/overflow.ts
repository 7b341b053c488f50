/** What a turn that was cut short is recorded as. */
export const overflow = (most: number): string => `more than ${most} events in one turn`;

/** How many events such a turn might have made: for whoever says it in words. Undefined of another fault. */
export function overflowOf(what: string): number | undefined {
  const most = /^more than (\d+) events in one turn$/.exec(what)?.[1];
  return most === undefined ? undefined : Number(most);
}
