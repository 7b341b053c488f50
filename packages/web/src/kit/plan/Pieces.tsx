import { Fragment, type ReactNode } from 'react';
import type { Words } from '../../i18n/words.ts';

const HOLE = /⟦(\w+)⟧/;

/** A sentence of a catalogue with things in it that are more than words: a step to open, a time in colour. */
export function Pieces({
  t,
  of,
  values = {},
  parts,
}: {
  readonly t: Words;
  readonly of: string;
  readonly values?: Record<string, unknown>;
  readonly parts: Readonly<Record<string, ReactNode>>;
}) {
  const holes = Object.fromEntries(Object.keys(parts).map((name) => [name, `⟦${name}⟧`]));
  return t(of, { ...values, ...holes })
    .split(HOLE)
    .map((piece, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their places
      <Fragment key={i}>{i % 2 === 1 ? parts[piece] : piece}</Fragment>
    ));
}
