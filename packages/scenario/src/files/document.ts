import { cleanOffice, isOffice } from './office.ts';
import { cleanPdf } from './pdf.ts';
import { Bound, cleanWithin, type Inner } from './within.ts';

/** True for what `cleanDocument` has to see before it is kept. */
export function isDocument(type: string): boolean {
  return type === 'application/pdf' || isOffice(type);
}

/**
 * A document without who made it, when and with what, nor of what lies in it: pictures, and documents within documents.
 * May take seconds. @throws LockedFile, DamagedFile; UncleanFile if something lies in it that cannot be cleaned
 */
export function cleanDocument(type: string, bytes: Uint8Array): Promise<Uint8Array> {
  const bound = new Bound();
  const clean = (of: string, some: Uint8Array): Promise<Uint8Array> => {
    const part = (name: string, inside: Uint8Array, known: boolean) => cleanWithin(name, inside, inner, bound, known);
    return of === 'application/pdf' ? cleanPdf(some, part, bound) : cleanOffice(some, part, bound);
  };
  const inner: Inner = (of, some) => (isDocument(of) ? bound.within(() => clean(of, some)) : undefined);
  return clean(type, bytes);
}
