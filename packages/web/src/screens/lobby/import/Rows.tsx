import './rows.css';
import { type ReactNode, useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button, IconButton } from '../../../kit/Button.tsx';
import { ChannelIcon } from '../../../kit/ChannelIcon.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { OutlineMark, PartyMark } from '../../../kit/Marks.tsx';
import { CorrectRow } from './CorrectRow.tsx';
import type { ColumnRead, InjectRead, Reading, ReadRow, RowState } from './reading.ts';
import { Numbered } from './ToSettle.tsx';
import { withRow } from './template.ts';
import { useRowTime } from './times.ts';
import type { ImportActs, ImportState } from './useImport.ts';
import { ChooseWhom } from './Whom.tsx';

interface Props {
  readonly it: ImportState & ImportActs;
  readonly reading: Reading;
  /** The number of each open guess. */
  readonly numbers: ReadonlyMap<string, number>;
}
const KINDS: readonly (RowState | undefined)[] = [undefined, 'plays', 'waits', 'out'];
const STEP = 60;

/** The rows of the workbook beside what players would get of them. */
export function Rows({ it, reading, numbers }: Props) {
  const t = useWords('import');
  const read = reading.sheets.filter((s) => s.read);
  const { shown } = it;
  const counts = reading.ofSheet;
  return (
    <section className="im-rows" aria-labelledby="im-rows">
      <div className="im-rows-head row wrap">
        <h2 id="im-rows" className="strong">
          {t('rows.title')}
        </h2>
        <span className={`small dim grow ${shown.choice === undefined ? 'im-rows-beside' : ''}`}>
          {t(shown.choice === undefined ? 'rows.says' : 'rows.ofGuess')}
        </span>
        <fieldset className="im-kinds">
          <legend className="unseen">{t('rows.which')}</legend>
          {KINDS.map((kind) => (
            <Button
              key={kind ?? 'all'}
              size="small"
              pressed={shown.becomes === kind && shown.choice === undefined}
              onClick={() => it.show({ ...(shown.sheet === undefined ? {} : { sheet: shown.sheet }), ...(kind ? { becomes: kind } : {}) })}
            >
              {t(`rows.${kind ?? 'all'}`)} {counts[kind ?? 'all']}
            </Button>
          ))}
        </fieldset>
        {read.length > 1 && (
          <Choose
            bare
            title={t('rows.sheet')}
            data={[{ value: '', label: t('rows.everySheet') }, ...read.map((s) => ({ value: s.name, label: s.name }))]}
            value={shown.sheet ?? ''}
            change={(sheet) => it.show({ ...(shown.becomes ? { becomes: shown.becomes } : {}), ...(sheet === '' ? {} : { sheet }) })}
          />
        )}
      </div>
      <Table it={it} reading={reading} numbers={numbers} />
      {reading.rows.length === 0 && <p className="im-none dim">{t('rows.none')}</p>}
      {reading.found > reading.rows.length && (
        <p className="im-none row">
          <span className="dim">{t('rows.shown', { shown: reading.rows.length, of: reading.found })}</span>
          <Button size="small" busy={it.busy} onClick={() => it.show({ ...shown, most: Math.min(500, reading.rows.length + STEP * 2) })}>
            {t('rows.more')}
          </Button>
        </p>
      )}
    </section>
  );
}

/** Cells that say what players get: when, whose, to whom, what. */
const SHOWN: readonly (readonly string[])[] = [['time', 'date'], ['party'], ['to', 'info'], ['text', 'title']];

function Table({ it, reading, numbers }: Props) {
  const t = useWords('import');
  const byMeaning = (meanings: readonly string[], sheet: string): readonly ColumnRead[] =>
    reading.columns
      .filter((c) => c.sheet === sheet && meanings.includes(c.meaning))
      .sort((a, b) => meanings.indexOf(a.meaning) - meanings.indexOf(b.meaning));
  const [first] = reading.rows;
  const sheet = it.shown.sheet ?? first?.sheet ?? '';
  const used = SHOWN.filter((meanings) => byMeaning(meanings, sheet).length > 0);
  return (
    <table className="im-table" aria-label={t('rows.title')} data-cells={used.length}>
      <thead>
        <tr className="im-row im-head small strong">
          <th scope="col">
            <span className="unseen">{t('rows.state')}</span>
          </th>
          <th scope="col">{t('row')}</th>
          {used.map((meanings) => (
            <th scope="col" key={meanings[0]} className="cut">
              {byMeaning(meanings, sheet)[0]?.header}
            </th>
          ))}
          <th scope="col" className="im-becomes">
            {t('rows.players')}
          </th>
        </tr>
      </thead>
      <tbody>
        {reading.rows.map((row) => (
          <Row
            key={`${row.sheet}\n${row.row}`}
            it={it}
            reading={reading}
            row={row}
            numbers={numbers}
            cells={used.map((meanings) => byMeaning(meanings, row.sheet))}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({ it, reading, row, numbers, cells }: Props & { readonly row: ReadRow; readonly cells: readonly (readonly ColumnRead[])[] }) {
  const t = useWords('import');
  const [opened, open] = useState<'correct' | 'whom'>();
  const guesses = row.guesses.flatMap((key) => numbers.get(key) ?? []);
  const correct = (change: object): void => {
    open(undefined);
    it.change(withRow(it.map, { sheet: row.sheet, row: row.row, ...change }));
  };
  return (
    <tr className={`im-row ${row.becomes}`}>
      <td className="im-mark">{guesses[0] !== undefined ? <Numbered n={guesses[0]} /> : <StateMark row={row} />}</td>
      <td className="im-rownumber">{row.row}</td>
      {cells.map((columns, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand where they stand
        <td key={i} className="im-cell">
          <Cells row={row} columns={columns} />
        </td>
      ))}
      <td className="im-becomes">
        <Becomes reading={reading} row={row} guesses={guesses} />
        <div className="row wrap im-row-acts">
          {row.inject && row.inject.to.length === 0 && row.becomes !== 'out' && (
            <Button size="small" aria-expanded={opened === 'whom'} onClick={() => open(opened === 'whom' ? undefined : 'whom')}>
              {t('rows.whom')}
            </Button>
          )}
          {row.becomes === 'waits' && (
            <Button kind="quiet" size="small" onClick={() => correct({ leaveOut: true })}>
              {t('rows.leaveOut')}
            </Button>
          )}
          {row.becomes === 'out' &&
            row.inject === undefined &&
            it.map.rows?.some((r) => r.row === row.row && r.sheet === row.sheet && r.leaveOut) && (
              <Button kind="quiet" size="small" onClick={() => correct({ leaveOut: false })}>
                {t('rows.takeIn')}
              </Button>
            )}
          <IconButton
            icon="write"
            size="small"
            className="im-correct"
            label={t('rows.correct', { row: row.row })}
            aria-expanded={opened === 'correct'}
            onClick={() => open(opened === 'correct' ? undefined : 'correct')}
          />
        </div>
        {opened === 'whom' && (
          <ChooseWhom
            parties={reading.parties}
            word={row.unknown.join(', ')}
            busy={it.busy}
            take={(whom) => correct(whom === 'nobody' ? { waits: true } : { to: whom === 'everyone' ? ['everyone'] : whom })}
            cancel={() => open(undefined)}
          />
        )}
        {opened === 'correct' && <CorrectRow row={row} reading={reading} busy={it.busy} take={correct} cancel={() => open(undefined)} />}
      </td>
    </tr>
  );
}

function StateMark({ row }: { readonly row: ReadRow }) {
  const t = useWords('import');
  if (row.becomes === 'out') return <Icon name="cross" label={t('rows.out')} />;
  if (row.becomes === 'waits') return <Icon name="hand" label={t('rows.waits')} />;
  return <Icon name="check" label={t('rows.plays')} />;
}

function Cells({ row, columns }: { readonly row: ReadRow; readonly columns: readonly ColumnRead[] }) {
  const [first, ...more] = columns
    .map((column) => ({ column, cell: row.cells.find((c) => c.column === column.index) }))
    .filter((c) => c.cell);
  if (!first?.cell) return null;
  return (
    <>
      <Struck text={first.cell.text} ranges={first.cell.struck ?? []} />
      {more.map(({ column, cell }) =>
        cell ? (
          <span key={column.letter} className="small dim im-more-cell">
            {column.header}: <Struck text={cell.text} ranges={cell.struck ?? []} />
          </span>
        ) : null,
      )}
    </>
  );
}

/** A cell as the sheet shows it, with what is struck out in it. */
function Struck({ text, ranges }: { readonly text: string; readonly ranges: readonly (readonly [number, number])[] }): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [begin, end] of ranges) {
    parts.push(text.slice(from, begin), <s key={begin}>{text.slice(begin, end)}</s>);
    from = end;
  }
  return (
    <span className="im-text">
      {parts}
      {text.slice(from)}
    </span>
  );
}

function Becomes({ reading, row, guesses }: { readonly reading: Reading; readonly row: ReadRow; readonly guesses: readonly number[] }) {
  const t = useWords('import');
  const text = useText();
  const time = useRowTime(reading);
  const { inject } = row;
  if (row.becomes === 'out' || !inject)
    return (
      <div className="im-got dim">
        <span className="strong">{row.becomes === 'out' ? t('rows.out') : t('rows.expected')}</span>
        {row.why && <p>{text(row.why)}</p>}
        {row.expects.map((e) => (
          <p key={e.text}>{e.text}</p>
        ))}
      </div>
    );
  const waits = row.becomes === 'waits';
  return (
    <div className={`im-got ${waits ? 'waits' : ''}`}>
      <div className="row">
        <span className="im-channel">{waits ? <Icon name="hand" /> : <ChannelIcon channel={inject.channel} label />}</span>
        {inject.to.length === 0 ? (
          <span className="strong grow">{t('rows.nobody')}</span>
        ) : (
          <>
            {inject.simulated && <OutlineMark letter="S" />}
            <span className="strong grow cut">{inject.from === '' ? t('rows.control') : inject.from}</span>
          </>
        )}
        <span className="small dim">{inject.at === undefined ? t('rows.noTime') : time(inject.at)}</span>
      </div>
      {waits && row.why && <p className="small">{text(row.why)}</p>}
      {inject.title !== inject.text && inject.title !== '' && <p className="strong">{inject.title}</p>}
      <p className="im-text">{inject.text}</p>
      <div className="row wrap">
        <Whom reading={reading} inject={inject} />
        {guesses.map((n) => (
          <Chip key={n} tone="soon">
            {t('rows.guess', { n })}
          </Chip>
        ))}
        {row.said.map((s) => (
          <Chip key={text(s)}>{text(s)}</Chip>
        ))}
        {row.expects.length > 0 && <Chip>{t('rows.expects', { count: row.expects.length })}</Chip>}
      </div>
    </div>
  );
}

/** Recipients with the mark of their side, since two sides may have a cell of the same name; who gets a copy says so. */
function Whom({ reading, inject }: { readonly reading: Reading; readonly inject: InjectRead }) {
  const t = useWords('import');
  const named = (address: string): ReactNode => {
    if (address === 'everyone') return t('rows.everyone');
    if (address === 'public') return t('rows.public');
    const [, id] = address.split(':');
    const order = reading.parties.findIndex((p) => p.id === id || p.cells.some((c) => c.id === id));
    const party = reading.parties[order];
    if (!party) return address;
    return (
      <>
        <PartyMark order={order} letter={party.letter} name={party.name} /> {party.cells.find((c) => c.id === id)?.name ?? party.name}
      </>
    );
  };
  const info = new Set(inject.info);
  const told = inject.to.filter((a) => !info.has(a));
  return (
    <>
      {told.map((address) => (
        <span key={address} className="im-who">
          {named(address)}
        </span>
      ))}
      {inject.info.length > 0 && <span className="small dim">{t('rows.info')}</span>}
      {inject.info.map((address) => (
        <span key={address} className="im-who">
          {named(address)}
        </span>
      ))}
    </>
  );
}
