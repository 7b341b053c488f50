import type { ReactNode } from 'react';
import { BY_RECORD, type ExpectedLine } from '../../capabilities/expected/review/expectedLines.ts';
import type { InjectLine, Reach } from '../../capabilities/injects/review/injectLines.ts';
import type { AskedLine } from '../../capabilities/messages/review/askedLines.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { MarkIcon } from '../../screens/review/happened/MarkShape.tsx';
import { Chip, StatusChip } from '../Chip.tsx';
import { AddressName } from '../Names.tsx';
import { spanWords } from '../relative.ts';
import { shortened } from './eventWords.ts';
import { useReview } from './reviewContext.ts';

export const NONE = '–';

/** A table whose rows open what is behind them: the title cell holds the button, so that the keyboard gets there too. */
export function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ReactNode }) {
  const t = useWords('review');
  return (
    <table className="rv-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`cols.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export function Opener({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { open } = useReview();
  return (
    <button type="button" className="rv-opener" onClick={() => open({ key: id })}>
      {children}
    </button>
  );
}

export function useChosen(): string | undefined {
  const { opened } = useReview();
  return opened && 'key' in opened ? opened.key : undefined;
}

export function Time({ at }: { readonly at: number | undefined }) {
  const { wording } = useReview();
  return <span className="rv-nowrap">{at === undefined ? NONE : wording.time(at)}</span>;
}

export function Names({ of }: { readonly of: readonly string[] }) {
  return (
    <span className="rv-names">
      {of.map((address) => (
        <AddressName key={address} address={address} />
      ))}
    </span>
  );
}

/** Table of injects. A side without an MSEL has no numbers, plans and states, so it has no such columns. */
export function InjectTable({ lines }: { readonly lines: readonly InjectLine[] }) {
  const chosen = useChosen();
  const text = useText();
  const t = useWords('review');
  const msel = lines.some((l) => l.number !== undefined);
  const reached = lines.some((l) => l.reach.seats > 0);
  const heads = [
    ...(msel ? ['number'] : []),
    'title',
    ...(msel ? ['state', 'planned', 'released'] : ['received']),
    'from',
    'to',
    ...(reached ? ['read', 'acknowledged'] : []),
  ];
  return (
    <Table heads={heads}>
      {lines.map((line) => (
        <tr key={line.key} className={line.key === chosen ? 'chosen' : ''}>
          {msel && <td className="dim rv-nowrap">{line.number ?? NONE}</td>}
          <th scope="row">
            <Opener id={line.key}>
              <MarkIcon mark={{ kind: 'inject', form: line.kind ?? 'contextual', status: line.status }} />
              <span>
                {text(line.title)}
                {line.improvised && <span className="dim small"> {t('cell.improvised')}</span>}
              </span>
            </Opener>
          </th>
          {msel && (
            <td>
              <StatusChip state={line.status} />
            </td>
          )}
          {msel && (
            <td>
              <Time at={line.planned} />
            </td>
          )}
          <td>
            <Released line={line} />
          </td>
          <td>
            <AddressName address={line.from} />
          </td>
          <td>
            <Names of={line.to} />
          </td>
          {reached && <ReachCells reach={line.reach} waits={line.waits} />}
        </tr>
      ))}
    </Table>
  );
}

const A_MINUTE = 60_000;

function Released({ line }: { readonly line: InjectLine }) {
  const t = useWords('review');
  const kit = useWords('kit');
  if (line.released === undefined) return NONE;
  const off = line.planned === undefined ? 0 : line.released - line.planned;
  return (
    <>
      <Time at={line.released} />
      {Math.abs(off) >= A_MINUTE && (
        <span className="small dim rv-under">{t(off > 0 ? 'cell.later' : 'cell.earlier', { span: spanWords(kit, Math.abs(off)) })}</span>
      )}
    </>
  );
}

function ReachCells({ reach, waits }: { readonly reach: Reach; readonly waits: readonly number[] }) {
  const t = useWords('review');
  const kit = useWords('kit');
  if (reach.seats === 0) {
    return (
      <>
        <td>{NONE}</td>
        <td>{NONE}</td>
      </>
    );
  }
  return (
    <>
      <td className="rv-nowrap">{t('cell.of', { n: reach.read, all: reach.seats })}</td>
      <td>
        <span className="rv-nowrap">{t('cell.of', { n: reach.acknowledged, all: reach.seats })}</span>
        {waits.length > 0 && <span className="small dim rv-under">{t('cell.after', { span: spanWords(kit, Math.min(...waits)) })}</span>}
      </td>
    </>
  );
}

/** Table of expected actions. */
export function ExpectedTable({ lines }: { readonly lines: readonly ExpectedLine[] }) {
  const chosen = useChosen();
  const text = useText();
  const t = useWords('review');
  const kit = useWords('kit');
  return (
    <Table heads={['number', 'text', 'by', 'opened', 'deadline', 'result', 'done', 'how', 'judge']}>
      {lines.map((line) => (
        <tr key={line.key} className={line.key === chosen ? 'chosen' : ''}>
          <td className="dim rv-nowrap">{line.number}</td>
          <th scope="row">
            <Opener id={line.key}>
              <MarkIcon mark={{ kind: 'expected', form: 'expected', status: line.status }} />
              <span>{text(line.text)}</span>
            </Opener>
          </th>
          <td>
            <AddressName address={line.by} />
          </td>
          <td>
            <Time at={line.opened} />
          </td>
          <td>
            <Time at={line.deadline} />
          </td>
          <td>
            <StatusChip state={line.status} />
          </td>
          <td>
            <Time at={line.done} />
          </td>
          <td className="rv-nowrap">{line.lateBy === undefined ? NONE : <span className="soon">{spanWords(kit, line.lateBy)}</span>}</td>
          <td>
            {line.judge === undefined ? NONE : BY_RECORD.has(line.judge) ? t(`cell.${line.judge}`) : <AddressName address={line.judge} />}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Table of messages: who asked whom what, and after how long it was answered. */
export function AskedTable({ lines }: { readonly lines: readonly AskedLine[] }) {
  const chosen = useChosen();
  const t = useWords('review');
  return (
    <Table heads={['asked', 'from', 'purpose', 'message', 'to', 'acknowledged', 'answer']}>
      {lines.map((line) => (
        <tr key={line.key} className={line.key === chosen ? 'chosen' : ''}>
          <td>
            <Time at={line.at} />
          </td>
          <td>
            <AddressName address={line.from} />
          </td>
          <td>
            <Chip>{t(`purpose.${line.purpose}`)}</Chip>
          </td>
          <th scope="row">
            <Opener id={line.key}>
              <span>{shortened(line.subject ?? line.text, 110)}</span>
            </Opener>
          </th>
          <td>
            <Names of={line.to} />
          </td>
          <td>{line.acknowledged === 0 ? NONE : line.acknowledged}</td>
          <td>
            <AnswerCell line={line} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function AnswerCell({ line }: { readonly line: AskedLine }) {
  const t = useWords('review');
  const kit = useWords('kit');
  if (!line.answer) return line.question ? <span className="late">{t('cell.unanswered')}</span> : NONE;
  return (
    <>
      <span className="rv-nowrap">{t('cell.after', { span: spanWords(kit, line.after ?? 0) })}</span>
      <span className="small rv-under">
        <AddressName address={line.answer.from} />
      </span>
    </>
  );
}

export function Scrolling({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, a section would be one landmark too many
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <div className="rv-scroll scroll" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
