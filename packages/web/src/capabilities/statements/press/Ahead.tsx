import type { Id } from '@entente/engine';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Icon } from '../../../kit/icons.tsx';
import { PartyMarks } from '../../../kit/Names.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import { Said } from '../../../kit/Said.tsx';
import type { MineProps } from '../../../kit/seat/part.ts';
import { statementOf } from './joint.ts';

/** Press conferences that are on, and joint statements that wait for their hands or their time. */
export function Ahead({ selected, open }: MineProps) {
  const { world } = useSeat();
  const t = useWords('press');
  const now = useNow();
  const conferences = [...world.statements.conferences.values()].filter((c) => !c.closed);
  const joints = [...world.statements.joints.values()].filter((j) => !statementOf(world, j));
  if (conferences.length + joints.length === 0) return null;
  return (
    <ul aria-label={t('ahead')}>
      {joints.map(({ id, card, hands }) => (
        <Row key={id} id={id} selected={selected} open={open}>
          <span className="row">
            <b>
              <RelativeTime at={card.release} now={now} kind="deadline" />
            </b>
            <span className="grow" />
            <PartyMarks parties={card.parties} />
          </span>
          <span>
            <Said text={card.title} />
          </span>
          <span className="small dim row">
            <Icon name={hands.length === card.parties.length ? 'check' : 'hand'} size={12} />
            {t('joint.row', { given: hands.length, of: card.parties.length })}
          </span>
        </Row>
      ))}
      {conferences.map(({ id, at, card, queue }) => (
        <Row key={id} id={id} selected={selected} open={open}>
          <span className="row">
            <b>{t('conference.row')}</b>
            <span className="grow" />
            <span className="small dim">
              {t('conference.live')} <ExactTime at={at} />
            </span>
          </span>
          <span>
            <Said text={card.title} />
          </span>
          <span className="small dim row">
            <Icon name="speak" size={12} />
            {t('conference.rowQueue', { count: queue.filter((q) => !q.put).length })}
          </span>
        </Row>
      ))}
    </ul>
  );
}

function Row({
  id,
  selected,
  open,
  children,
}: {
  readonly id: Id;
  readonly selected: Id | undefined;
  readonly open: (id: Id) => void;
  readonly children: React.ReactNode;
}) {
  return (
    <li>
      <button type="button" className="pr-row" aria-current={selected === id || undefined} onClick={() => open(id)}>
        {children}
      </button>
    </li>
  );
}
