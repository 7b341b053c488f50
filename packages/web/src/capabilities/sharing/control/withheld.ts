/** The words for an item that an inject did not bring to somebody. */
export const withheldKey = (because: string): string => `happened.${withheldAs(because)}`;

/** Why it did not: in words of their own, else by its label. */
export const withheldAs = (because: string): string => `item.withheld.${WITHHELD[because] ?? 'label'}`;
const WITHHELD: Readonly<Record<string, string>> = { expired: 'expired', recalled: 'recalled', 'not-cleared': 'not-cleared' };
