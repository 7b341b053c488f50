/** Words without the one pair of quotation marks in which they stand as a whole; others are left. */
export function bare(words: string): string {
  const inner = /^\s*(?:"([^"]*)"|“([^“”]*)”|「([^「」]*)」)\s*$/su.exec(words);
  return inner?.[1] ?? inner?.[2] ?? inner?.[3] ?? words;
}
