// Revised Romanization of Korean (2000), letter by letter: enough for ids that a person can read.
const INITIAL = 'g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h'.split(',');
const MEDIAL = 'a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i'.split(',');
const FINAL = ',k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t'.split(',');

/** A short slug of a name: small Latin letters, digits and hyphens; empty if nothing can be written so. */
export function slugOf(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[가-힣]/g, (syllable) => {
      const code = syllable.charCodeAt(0) - 0xac00;
      return `${INITIAL[Math.floor(code / 588)]}${MEDIAL[Math.floor((code % 588) / 28)]}${FINAL[code % 28]}`;
    })
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}

/** Hands out ids, each once. */
export class Ids {
  readonly #taken = new Set<string>();

  /** The slug of `name`, or `fallback`, with a number behind it if it is taken. */
  take(name: string, fallback: string): string {
    const slug = slugOf(name) || fallback;
    let id = slug;
    for (let n = 2; this.#taken.has(id); n++) id = `${slug}-${n}`;
    this.#taken.add(id);
    return id;
  }
}

/**
 * A letter for each name's mark, no two alike while there are letters: the first of its first word that no other name
 * begins with, else of its last word (Party A, Party B), else any that it holds, else the next of the alphabet.
 */
export function lettersOf(names: readonly string[]): string[] {
  const words = names.map((name) =>
    slugOf(name)
      .toUpperCase()
      .split('-')
      .map((w) => w.replace(/[^A-Z]/g, ''))
      .filter((w) => w !== ''),
  );
  const firsts = words.map(([first]) => first?.charAt(0));
  const taken = new Set<string>();
  const letters = firsts.map((first) => {
    const alone = first !== undefined && firsts.filter((f) => f === first).length === 1;
    if (alone) taken.add(first);
    return alone ? first : undefined;
  });
  return letters.map((own, i) => {
    if (own !== undefined) return own;
    const initials = (words[i] ?? []).map((w) => w.charAt(0)).reverse();
    const wanted = [...initials, ...(words[i] ?? []).join(''), ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const letter = wanted.find((l) => !taken.has(l)) ?? 'X';
    taken.add(letter);
    return letter;
  });
}

/** Characters that nobody sees: joiners, fillers, marks of direction, controls other than tabs and ends of lines. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?![\t\n])\p{Cc}/gu;

/** A text as it is seen: nothing invisible in it, one form for each letter. */
export const asSeen = (text: string): string => text.replace(UNSEEN, '').normalize('NFKC');

/**
 * How names are compared: one name in two spellings is one name. Case, width, what cannot be seen, blanks and marks
 * within a word make no difference (“J-2”, “j 2”, “Ｊ２”), but between two digits they do: 1-1 is not 11.
 */
export const nameKey = (name: string): string =>
  asSeen(name)
    .toLowerCase()
    .replace(/(?<=\d)[^\p{L}\p{N}/&+·]+(?=\d)/gu, '-')
    .replace(/(?<!\d)[^\p{L}\p{M}\p{N}/&+·]+|[^\p{L}\p{M}\p{N}/&+·-]+|-(?!\d)/gu, '');
