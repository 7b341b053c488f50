import { type Request, requestCard, requestStatus, requestsOf } from '@entente/engine';
import { useWords } from '../../../i18n/words.ts';
import { StatusChip } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import { Said } from '../../../kit/Said.tsx';
import type { MineProps } from '../../../kit/seat/part.ts';
import { useLook } from '../useSharing.ts';

const SHOWN = 4;

/** What I asked of others and what became of it: what is open first, by its deadline; then the last answers. */
export function MyRequests({ selected, open }: MineProps) {
  const t = useWords('sharing');
  const look = useLook();
  if (!look) return null;
  const all = requestsOf(look.world, look.seat);
  if (all.length === 0) return null;
  const waits = (r: Request) => !r.decided && !r.withdrawn;
  const due = (r: Request) => requestCard(r)?.due ?? 0;
  const shown = [...all.filter(waits).sort((a, b) => due(a) - due(b)), ...all.filter((r) => !waits(r)).slice(0, SHOWN)];
  return (
    <section aria-label={t('mine.title')}>
      <h3 className="inbox-group">{t('mine.title')}</h3>
      <ul>
        {shown.map((r) => {
          const card = requestCard(r);
          return (
            card && (
              <li key={r.id}>
                <button type="button" className="line" aria-current={selected === r.id || undefined} onClick={() => open(r.id)}>
                  <span className="line-words">
                    <span className="row wrap small">
                      <AddressName address={card.of} />
                      <span className="grow" />
                      <StatusChip state={requestStatus(r)} />
                    </span>
                    <span className="line-title">
                      <Said text={card.text} />
                    </span>
                    <span className="small dim">
                      {waits(r) ? (
                        <>
                          <RelativeTime at={card.due} now={look.now} kind="deadline" /> · {t('request.by')} <ExactTime at={card.due} />
                        </>
                      ) : (
                        <ExactTime at={(r.decided ?? r.withdrawn)?.at ?? card.since} />
                      )}
                    </span>
                  </span>
                </button>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
