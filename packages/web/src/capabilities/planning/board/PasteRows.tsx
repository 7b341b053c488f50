import type { Text } from '@entente/engine';
import type { Forum } from '@entente/engine/consultation';
import { type PasteTable, type ReadRows, type RowProblem, readRows, type Step } from '@entente/engine/steps';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { type Directory, useDirectory } from '../../../kit/Directory.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { clockMs } from '../../../kit/plan/ClockField.tsx';

/** So many problems are shown; the rest are counted. */
const MOST = 12;

/** Steps as rows that were copied from a sheet: read as they are pasted, taken only where nothing is unclear. */
export function PasteRows({
  forum,
  steps,
  add,
}: {
  readonly forum: Forum;
  readonly steps: readonly Step[];
  readonly add: (steps: readonly Step[]) => void;
}) {
  const t = useWords('board');
  const directory = useDirectory();
  const now = useNow(60_000);
  const [pasted, paste] = useState('');
  const [opened, open] = useState(false);
  const found = pasted.trim() === '' ? undefined : readRows(pasted, tableOf(forum, steps, directory, now));
  if (!opened)
    return (
      <Button size="small" icon="table" onClick={() => open(true)}>
        {t('paste.open')}
      </Button>
    );
  const take = () => {
    if (!found || found.problems.length > 0) return;
    add(found.steps);
    paste('');
    open(false);
  };
  return (
    <section className="op-paste stack" aria-label={t('paste.open')}>
      <Textarea
        label={t('paste.rows')}
        description={t('paste.help')}
        autosize
        minRows={3}
        maxRows={10}
        value={pasted}
        onChange={(e) => paste(e.currentTarget.value)}
      />
      {found && <Found found={found} />}
      <div className="row wrap">
        <Button size="small" icon="plus" disabled={!found || found.problems.length > 0} onClick={take}>
          {t('paste.take', { count: found?.problems.length === 0 ? found.steps.length : 0 })}
        </Button>
        <Button size="small" kind="quiet" onClick={() => open(false)}>
          {t('close')}
        </Button>
      </div>
    </section>
  );
}

/** What was read, or what is unclear, line by line. */
function Found({ found: { steps, problems } }: { readonly found: ReadRows }) {
  const t = useWords('board');
  const said = ({ code, line, column, value }: RowProblem): string => {
    const what = t(`paste.wrong.${code}`, { column: column ? t(`paste.column.${column}`) : '', value: value ?? '' });
    return line === 0 ? what : t('paste.line', { line, what });
  };
  if (problems.length === 0)
    return (
      <p className="met row" role="status">
        <Icon name="check" size={14} /> {t('paste.read', { count: steps.length })}
      </p>
    );
  return (
    <ul className="late" role="status">
      {problems.slice(0, MOST).map((p) => (
        <li key={`${p.line} ${p.code} ${p.column ?? ''} ${p.value ?? ''}`}>{said(p)}</li>
      ))}
      {problems.length > MOST && <li>{t('paste.more', { count: problems.length - MOST })}</li>}
    </ul>
  );
}

/** Whom rows may name: the seats and sides of the forum, and those outside, by their names in every language. */
function tableOf(forum: Forum, steps: readonly Step[], { seats, parties, entities, start }: Directory, now: number): PasteTable {
  const words = (text: Text | undefined): string[] => (text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text));
  const here = forum.card.members;
  return {
    seats: here.flatMap((m) => m.seats.map((seat) => ({ seat, names: words(seats.get(seat)?.name) }))),
    parties: here.map(({ party }) => {
      const card = parties.find((p) => p.id === party);
      return { party, names: [...words(card?.name), ...(card ? [card.letter] : [])] };
    }),
    others: [
      ...entities.map((e) => ({ to: `entity:${e.id}`, names: words(e.name) })),
      ...parties
        .filter((p) => !here.some((m) => m.party === p.id))
        .map((p) => ({ to: `party:${p.id}`, names: [...words(p.name), p.letter] })),
    ],
    clock: (text) => (/^\d{1,2}:\d{2}/.test(text.trim()) ? clockMs(text, start, now) : undefined),
    taken: steps.map((s) => s.id),
  };
}
