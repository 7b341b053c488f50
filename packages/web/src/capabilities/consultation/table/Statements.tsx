import { actsOf, newSinceSigned, partyOfAct } from '@entente/engine/consultation';
import { useWords } from '../../../i18n/words.ts';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { BeneathWords } from '../../../kit/seat/BeneathWords.tsx';
import type { Seen } from './sits.ts';

/** Reservations and interpretative statements, pinned to their paragraph (`undefined`: to none): they stay with the text for ever. */
export function Statements({ at, paragraph }: { readonly at: Pick<Seen, 'matter' | 'member'>; readonly paragraph: string | undefined }) {
  const t = useWords('table');
  const { matter, member } = at;
  const fresh = new Set(newSinceSigned(matter, member.party).map((a) => a.id));
  const here = actsOf(matter).filter((a) => (a.type === 'reserve' || a.type === 'interpret') && a.paragraph === paragraph);
  if (here.length === 0) return null;
  return (
    <ul className="cs-statements" aria-label={t('statements')}>
      {here.map((a) => (
        <li key={a.id}>
          <Icon name="pin" size={14} />
          <AddressMark address={`party:${partyOfAct(a)}`} named />
          <div className="grow">
            <b>{t(`stance.${a.type}`)}</b> “<Said text={a.text} />” <NotYet of={[a.text]} />
            <BeneathWords of={a.id} />
          </div>
          <span className="small dim row">
            {fresh.has(a.id) && <b className="soon">{t('newSince')}</b>}
            <ExactTime at={a.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
