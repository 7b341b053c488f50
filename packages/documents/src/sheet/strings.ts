import { isOn } from './styles.ts';
import { xmlParts } from './xml.ts';

/** A text of a workbook in runs, each struck out or not, or as its cell is. */
export type Run = { readonly text: string; readonly struck: boolean | undefined };

/** Gathers the runs of one text while its XML goes by; reading aids (phonetic runs) are left out. */
export class Runs {
  #runs: Run[] = [];
  #text = '';
  #struck: boolean | undefined;
  #inText = false;
  #aside = 0;

  part(part: { kind: 'open' | 'close'; name: string; attributes: string } | { kind: 'text'; text: string }): void {
    if (part.kind === 'text') {
      if (this.#inText && this.#aside === 0) this.#text += part.text;
      return;
    }
    const open = part.kind === 'open';
    if (part.name === 't') this.#inText = open;
    else if (part.name === 'rPh') this.#aside += open ? 1 : -1;
    else if (part.name === 'rPr' && open) this.#struck = false;
    else if (part.name === 'strike' && open) this.#struck = isOn(part.attributes);
    else if (part.name === 'r') this.#end();
  }

  #end(): void {
    if (this.#text !== '') this.#runs.push({ text: decoded(this.#text), struck: this.#struck });
    this.#text = '';
    this.#struck = undefined;
  }

  take(): Run[] {
    this.#end();
    const runs = this.#runs;
    this.#runs = [];
    return runs;
  }
}

/** The shared texts of a workbook. */
export function readStrings(xml: string): Run[][] {
  const strings: Run[][] = [];
  const runs = new Runs();
  let inside = false;
  for (const part of xmlParts(xml)) {
    if (part.kind !== 'text' && part.name === 'si') {
      if (inside && part.kind === 'close') strings.push(runs.take());
      else runs.take();
      inside = part.kind === 'open';
    } else if (inside) runs.part(part);
  }
  return strings;
}

/** Excel writes characters that XML cannot hold as _x000D_. */
export const decoded = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
