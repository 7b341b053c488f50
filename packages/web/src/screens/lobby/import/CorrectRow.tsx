import { type FormEvent, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import type { Reading, ReadRow } from './reading.ts';
import { useRowTime } from './times.ts';

interface Fields {
  readonly number: string;
  readonly at: string;
  readonly from: string;
  readonly title: string;
  readonly text: string;
}
const FIELDS: readonly (readonly [keyof Fields, most: number, rows: number])[] = [
  ['number', 20, 1],
  ['at', 80, 1],
  ['from', 200, 1],
  ['title', 300, 1],
  ['text', 20_000, 3],
];

/** What the cells of a row should have said. The workbook stays as it is; the mapping keeps the correction. */
export function CorrectRow({
  row,
  reading,
  busy,
  take,
  cancel,
}: {
  readonly row: ReadRow;
  readonly reading: Reading;
  readonly busy: boolean;
  readonly take: (change: object) => void;
  readonly cancel: () => void;
}) {
  const t = useWords('import');
  const time = useRowTime(reading);
  const { inject } = row;
  const before: Fields = {
    number: inject?.number ?? '',
    at: inject?.at === undefined ? '' : time(inject.at).replace(/^.*?(\d\d:\d\d)$/, '$1'),
    from: inject?.from ?? '',
    title: inject?.title ?? '',
    text: inject?.text ?? '',
  };
  const [fields, set] = useState(before);
  const changed = FIELDS.map(([key]) => key).filter((key) => fields[key] !== before[key] && fields[key].trim() !== '');
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    take(Object.fromEntries(changed.map((key) => [key, fields[key].trim()])));
  };
  return (
    <form className="stack im-correct-form" aria-label={t('rows.correct', { row: row.row })} onSubmit={submit}>
      {FIELDS.map(([key, most, rows]) => (
        <TextField
          key={key}
          title={t(`correct.${key}`)}
          help={key === 'at' ? t('correct.atHelp') : undefined}
          rows={rows}
          most={most}
          value={fields[key]}
          change={(value) => set({ ...fields, [key]: value })}
        />
      ))}
      <div className="row wrap">
        <Button kind="main" size="small" type="submit" busy={busy} disabled={changed.length === 0}>
          {t('correct.take')}
        </Button>
        {row.becomes === 'out' ? (
          <Button size="small" disabled={busy} onClick={() => take({ leaveOut: false, waits: false })}>
            {t('rows.takeIn')}
          </Button>
        ) : (
          <Button size="small" disabled={busy} onClick={() => take({ leaveOut: true })}>
            {t('rows.leaveOut')}
          </Button>
        )}
        <Button kind="quiet" size="small" onClick={cancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
