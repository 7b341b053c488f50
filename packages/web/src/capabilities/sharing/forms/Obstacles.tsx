import type { Address, Item, Look, Obstacle } from '@entente/engine';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { useLists } from '../useSharing.ts';
import { useBeforehand } from './Beforehand.tsx';

/** What a rule’s failure means for the person, and what to do about it. */
export function useWhy(): (o: Pick<Obstacle, 'because' | 'portions'>) => string {
  const t = useWords('forms');
  const { portions } = useLists();
  return ({ because, portions: which }) => (which.length > 0 ? t(`why.${because}`, { what: portions(which) }) : t(`whyIt.${because}`));
}

/** For each recipient whether it may go, what keeps it back, and what they have already, before anybody sends. */
export function Obstacles({
  look,
  item,
  to,
  found,
  leaveOut,
  ask,
}: {
  readonly look: Look;
  readonly item: Item;
  readonly to: readonly Address[];
  readonly found: readonly Obstacle[];
  /** Unticks portions; absent where that would leave nothing. */
  readonly leaveOut: (portions: readonly number[]) => (() => void) | undefined;
  readonly ask?: (() => void) | undefined;
}) {
  const t = useWords('forms');
  const sharing = useWords('sharing');
  const why = useWhy();
  const beforehand = useBeforehand(look);
  const { portions } = useLists();
  if (to.length === 0) return null;
  const kept = [...new Set(found.flatMap((o) => o.portions))].sort((a, b) => a - b);
  const out = kept.length > 0 ? leaveOut(kept) : undefined;
  return (
    <div className="obstacles" aria-live="polite">
      <ul className="stack">
        {to.map((a) => {
          const o = found.find((f) => f.to === a);
          return (
            <li key={a} className={o ? 'obstacle' : 'no-obstacle'}>
              <Icon name={o ? 'cross' : 'check'} />
              <span className="beforehand">
                <span className="row wrap">
                  <AddressName address={a} withParty={!a.startsWith('party:')} />
                  {!o && <span>{t('share.may')}</span>}
                </span>
                {o && <span>{why(o)}</span>}
                {o?.because !== 'already' && beforehand(item, [a])}
              </span>
            </li>
          );
        })}
      </ul>
      {(out || (ask && found.some((o) => WORD.has(o.because)))) && (
        <div className="row wrap">
          {out && <Button onClick={out}>{t('share.leaveOut', { what: portions(kept) })}</Button>}
          {ask && found.some((o) => WORD.has(o.because)) && <Button onClick={ask}>{sharing('may.ask')}</Button>}
        </div>
      )}
    </div>
  );
}
const WORD = new Set(['needs-word', 'named-only', 'label-keeps-it']);
