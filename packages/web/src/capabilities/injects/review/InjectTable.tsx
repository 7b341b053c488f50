import type { Reach } from '@entente/engine';
import { useWords } from '../../../i18n/words.ts';
import { StatusChip } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { lengthWords } from '../../../kit/review/length.ts';
import { MarkIcon } from '../../../kit/review/MarkShape.tsx';
import { Names, NONE, Opener, Table, Time, useChosen } from '../../../kit/review/tables.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { InjectLine } from './injectLines.ts';

/** Table of injects. A side without an MSEL has no numbers, plans and states, so it has no such columns. */
export function InjectTable({ lines }: { readonly lines: readonly InjectLine[] }) {
  const chosen = useChosen();
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
                <Said text={line.title} />
                {line.improvised && <span className="dim small"> {t('cell.improvised')}</span>}
              </span>
            </Opener>{' '}
            <NotYet of={[line.title, line.text]} />
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
        <span className="small dim rv-under">{t(off > 0 ? 'cell.later' : 'cell.earlier', { span: lengthWords(kit, Math.abs(off)) })}</span>
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
        {reach.before > 0 && <span className="small soon rv-under">{t('cell.before', { n: reach.before })}</span>}
        {waits.length > 0 && <span className="small dim rv-under">{t('cell.after', { span: lengthWords(kit, Math.min(...waits)) })}</span>}
      </td>
    </>
  );
}
