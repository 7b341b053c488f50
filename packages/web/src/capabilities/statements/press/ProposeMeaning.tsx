import './warnings.css';
import type { Id, Text } from '@entente/engine';
import { useEffect, useRef, useState } from 'react';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { Icon } from '../../../kit/icons.tsx';
import { intoSight } from '../../../kit/intoSight.ts';
import { Refused } from '../../../kit/Refused.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { agrees } from '../seat/desk.ts';
import { TableField, tablesOf } from './AgreeForm.tsx';
import { OwnMeaning } from './AgreementBelow.tsx';
import { inMinutes } from './moments.ts';
import { namesOfTerm } from './terms.ts';

/** For how long a meaning lies on the table if it is proposed from a warning, in minutes. */
const LIES = '15';

/** Out of a warning: proposes to the others what a term means from now on; while that is on the table, until when. */
export function ProposeMeaning({ term }: { readonly term: string }) {
  const t = useWords('press');
  const { world, me } = useSeat();
  const [writes, write] = useState(false);
  const onTable = [...world.statements.agreements].find(
    ([matter, { agreement, made }]) => agreement.is === 'meaning' && agreement.term === term && !made && isOpen(matter),
  );
  function isOpen(matter: Id): boolean {
    const found = world.consultation.matters.get(matter);
    return found !== undefined && found.closed === undefined;
  }
  if (onTable) {
    const due = world.consultation.matters.get(onTable[0])?.card.due;
    return (
      <p role="status">
        <Icon name="table" size={12} /> {t('warning.onTable')} {due !== undefined && <ExactTime at={due} />}
      </p>
    );
  }
  if (!agrees(world, me.seat) || tablesOf(world, me.seat).length === 0) return null;
  return writes ? (
    <Proposing term={term} done={() => write(false)} />
  ) : (
    <Button size="small" icon="table" onClick={() => write(true)}>
      {t('warning.propose')}
    </Button>
  );
}

/** It stands inside the form of what is being written, and is sent by itself. */
function Proposing({ term, done }: { readonly term: string; readonly done: () => void }) {
  const t = useWords('press');
  const text = useText();
  const { world, me } = useSeat();
  const now = useNow(10_000);
  const tables = tablesOf(world, me.seat);
  const known = world.statements.terms.get(term);
  const { draft, change, run, busy, error, drop } = useForm(`meaning ${term}`, () => ({
    text: '' as Text,
    where: tables[0]?.value ?? '',
  }));
  const propose = async (): Promise<void> => {
    const at = draft.where.startsWith('party:') ? { with: [draft.where] } : { forum: draft.where };
    const due = inMinutes(now, LIES);
    const answer = await run({ type: 'ProposeMeaning', ...at, ...(due === undefined ? {} : { due }), term, text: sentText(draft.text) });
    if (answer.ok) done();
  };
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    intoSight(box.current);
    box.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, []);
  const can = !isBlank(draft.text) && draft.where !== '';
  return (
    <fieldset
      ref={box}
      className="pr-proposing stack"
      onKeyDown={(e) => {
        if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
        // The form round it is of something else.
        e.stopPropagation();
        e.preventDefault();
        if (can) void propose();
      }}
    >
      <legend className="strong">{t('warning.proposing', { term: (known && text(namesOfTerm(known)[0])) || term })}</legend>
      <TextField both title={t('agree.meaning')} rows={2} most={2_000} value={draft.text} change={(words) => change({ text: words })} />
      <OwnMeaning term={term} />
      {tables.length > 1 && <TableField tables={tables} value={draft.where} change={(where) => change({ where })} />}
      <div className="row wrap">
        <Button size="small" busy={busy} disabled={!can} onClick={() => void propose()}>
          {t('agree.go.meaning')}
        </Button>
        <Button
          size="small"
          kind="quiet"
          onClick={() => {
            drop();
            done();
          }}
        >
          {t('warning.notNow')}
        </Button>
        <span className="small dim">{t('agree.told')}</span>
      </div>
      <Refused words={error} />
    </fieldset>
  );
}
