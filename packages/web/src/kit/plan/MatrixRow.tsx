import type { Ms } from '@entente/engine';
import { memo, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../icons.tsx';
import { AddressMark, AddressName, useNamer } from '../Names.tsx';
import { Said } from '../Said.tsx';
import { type Axis, placeAt } from './axis.ts';
import type { MatrixRow, Span } from './rows.ts';
import { relationWords, stateWords } from './stateWords.ts';
import type { PlanWords } from './usePlanWords.ts';

export interface RowProps {
  readonly row: MatrixRow;
  readonly signature: string;
  readonly axis: Axis;
  readonly now: Ms | undefined;
  readonly words: PlanWords;
  readonly numberOf: (id: string) => string;
  readonly selected: boolean;
  readonly select: ((step: string | undefined) => void) | undefined;
  readonly mine: boolean;
  readonly wrong: string | undefined;
  readonly contested: boolean;
  /** Absent where there is no such column. */
  readonly lost: ReactNode | undefined;
  /** Of the first row of a side: the cell that says which. */
  readonly party: ReactNode;
  /** Its place among all rows of the table, heads included, from 1. */
  readonly place: number;
  /** What is drawn over all rows. */
  readonly children?: ReactNode;
}

/** One step: who leads and supports it, after what it comes, its bars, and the same in words. */
export const Row = memo(
  function Row(props: RowProps) {
    const { row, words, selected, select, mine, wrong, lost, numberOf, now } = props;
    const { t, span } = words;
    const text = useText();
    const name = useNamer();
    const after = afterWords(row, words, numberOf);
    const state = stateWords(row, now, words, numberOf);
    const step = (
      <>
        <span className="mx-number">{row.own ? <Icon name="lock" size={12} label={t('matrix.ownStep')} /> : row.number}</span>
        <span className="mx-words">
          <span className="mx-title">
            <span className="cut">
              <Said text={row.text} />
            </span>
            {mine && <span className="mx-yours">{t('matrix.yours')}</span>}
            {props.contested && <Icon name="brackets" size={14} label={t('matrix.contested')} />}
            {wrong && <Icon name="warning" size={12} label={wrong} />}
          </span>
          <span className="mx-lead small dim">
            <span className="cut">
              {row.lead ? <AddressName address={row.lead} mark={false} /> : <b className="late">{t('matrix.noLead')}</b>}
            </span>
            {row.terms.support.length > 0 && (
              <>
                {' '}
                <span>{t('matrix.with')}</span>
                {row.terms.support.map((p) => (
                  <AddressMark key={p} address={`party:${p}`} named />
                ))}
              </>
            )}
            {row.terms.tells.length > 0 && (
              <>
                {' '}
                <span>{t('matrix.informs')}</span>
                {row.terms.tells.map((a) => (
                  <AddressMark key={a} address={a} named />
                ))}
              </>
            )}
          </span>
        </span>
      </>
    );
    return (
      <tr
        className="mx-row"
        aria-rowindex={props.place}
        data-step={row.id}
        data-selected={selected || undefined}
        data-own={row.own || undefined}
      >
        {props.party}
        <th scope="row" className="mx-name">
          {select ? (
            <button
              type="button"
              className="mx-step"
              title={[text(row.text), row.lead ? name(row.lead) : t('matrix.noLead')].join('\n')}
              aria-current={selected || undefined}
              onClick={() => select(selected ? undefined : row.id)}
            >
              {step}
            </button>
          ) : (
            <span className="mx-step">{step}</span>
          )}
        </th>
        <td className="mx-after small" title={after}>
          <span>{after}</span>
        </td>
        <td className="mx-chart">
          {props.children}
          <Bars {...props} />
        </td>
        <td className={`mx-state small ${wrong ? 'late' : ''}`} title={`${state.says}, ${wrong ?? state.more}`}>
          <Icon name={state.icon} size={14} />
          <span>
            <b className={state.tone}>{state.says}</b>
            <span className={state.tone === 'late' || state.tone === 'soon' ? state.tone : 'dim'}>{wrong ?? state.more}</span>
          </span>
        </td>
        <td
          className={`mx-slack small ${row.slack !== undefined && row.slack < 0 && row.state !== 'done' ? 'late' : row.critical ? 'soon' : ''}`}
        >
          {slackOf(row, span)}
        </td>
        {lost !== undefined && <td className="small">{lost}</td>}
      </tr>
    );
  },
  (a, b) =>
    a.signature === b.signature &&
    a.row.text === b.row.text &&
    a.axis === b.axis &&
    a.words === b.words &&
    a.selected === b.selected &&
    a.select === b.select &&
    a.mine === b.mine &&
    a.wrong === b.wrong &&
    a.contested === b.contested &&
    a.lost === b.lost &&
    a.party === b.party &&
    a.place === b.place &&
    a.numberOf === b.numberOf &&
    a.children === b.children,
);

const slackOf = ({ slack, state }: MatrixRow, span: PlanWords['span']): string => {
  if (slack === undefined || state === 'done' || state === 'failed') return '–';
  return slack < 0 ? `−${span(-slack)}` : span(slack);
};

/** “1, 2, starts 5 min after 3 starts, U’s word”; a time where nothing else begins it. */
function afterWords({ terms: { after, word, at } }: MatrixRow, words: PlanWords, numberOf: (id: string) => string): string {
  const { t, letter, time } = words;
  const steps = after.map((a) => relationWords(a, words, numberOf));
  const alone = at !== undefined && after.length === 0 && word === undefined ? [time(at)] : [];
  return [...steps, ...(word === undefined ? [] : [t('matrix.word', { party: letter(word) })]), ...alone].join(', ');
}

/** What was planned above, what is done and expected below it, the latest time as a bracket. */
function Bars({ row, axis, words }: Pick<RowProps, 'row' | 'axis' | 'words'>) {
  const { t, letter } = words;
  const { planned, done, expected, blocked, latest, terms, critical, state } = row;
  const point = terms.duration === 0;
  const at = (s: Span): React.CSSProperties => ({
    left: `${placeAt(axis, s.start)}%`,
    width: `${Math.max(0, placeAt(axis, s.end) - placeAt(axis, s.start))}%`,
  });
  // Of what has no time yet: not before it could begin, however long ago the plan began.
  const waits = expected ?? planned ?? { start: row.notBefore ?? terms.at ?? axis.from, end: 0 };
  return (
    <>
      {planned && (
        <span className="mx-bar mx-planned" data-critical={critical || undefined} data-point={point || undefined} style={at(planned)} />
      )}
      {done && <span className="mx-bar mx-done" data-point={point || undefined} style={at(done)} />}
      {expected && state !== 'draft' && state !== 'waits' && (
        <span
          className={`mx-bar ${row.own ? 'mx-own' : state === 'blocked' || state === 'hindered' ? 'mx-blocked' : 'mx-expected'}`}
          data-point={point || undefined}
          style={at(expected)}
        />
      )}
      {blocked.map((b) => (
        <span key={b.start} className="mx-bar mx-blocked" style={at(b)} />
      ))}
      {latest !== undefined && state !== 'done' && (
        <span className={`mx-latest ${critical ? 'soon' : ''}`} style={{ left: `${placeAt(axis, latest)}%` }} />
      )}
      {(state === 'waits' || (state === 'draft' && !planned)) && (
        <span className="mx-waits small cut" style={{ ...at(waits), minWidth: `min(150px, ${100 - placeAt(axis, waits.start)}%)` }}>
          <Icon name="hourglass" size={12} />{' '}
          {terms.word === undefined ? t('state.waits') : t('state.onWord', { party: letter(terms.word) })}
        </span>
      )}
    </>
  );
}
