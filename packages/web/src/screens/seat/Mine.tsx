import type { Id } from '@entente/engine';
import { useNow, useSeat } from '../../connection/index.ts';
import { useWords } from '../../i18n/words.ts';
import { StatusChip } from '../../kit/Chip.tsx';
import { AddressName } from '../../kit/Names.tsx';
import { ExactTime, RelativeTime } from '../../kit/RelativeTime.tsx';
import { Said } from '../../kit/Said.tsx';
import { type Mine as Asked, type MineProps, useSeatParts } from '../../kit/seat/part.ts';
import { lookOf } from './inbox.ts';

/** So many of those that wait no more. */
const SHOWN = 6;

/** What I asked of others and what became of it: what waits first, by its time; then the last answers. */
export function Mine({ selected, open }: MineProps) {
  const t = useWords('seat');
  const { world, me } = useSeat();
  const now = useNow();
  const parts = useSeatParts();
  const all = parts.flatMap((part) => part.mine?.(lookOf(world, me.seat), now) ?? []);
  const until = (m: Asked) => m.due ?? m.at;
  const waiting = all.filter((m) => m.waits).sort((a, b) => until(a) - until(b));
  const over = all.filter((m) => !m.waits).sort((a, b) => b.at - a.at);
  const shown = [...waiting, ...over.slice(0, SHOWN)];
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('held.asked')}>
      <h3 className="inbox-group">{t('held.asked')}</h3>
      <ul>
        {shown.map((m) => (
          <li key={m.id}>
            <Line asked={m} selected={selected === m.id} open={open} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({
  asked: { id, of, says, state, waits, due, at },
  selected,
  open,
  now,
}: {
  readonly asked: Asked;
  readonly selected: boolean;
  readonly open: (id: Id) => void;
  readonly now: number;
}) {
  return (
    <button type="button" className="line" aria-current={selected || undefined} onClick={() => open(id)}>
      <span className="line-words">
        <span className="row wrap small">
          {of.map((a) => (
            <AddressName key={a} address={a} />
          ))}
          <span className="grow" />
          <StatusChip state={state} />
        </span>
        <span className="line-title">
          <Said text={says} />
        </span>
        <span className="small dim">
          {waits && due !== undefined ? (
            <>
              <RelativeTime at={due} now={now} kind="deadline" /> · <ExactTime at={due} />
            </>
          ) : (
            <ExactTime at={at} />
          )}
        </span>
      </span>
    </button>
  );
}
