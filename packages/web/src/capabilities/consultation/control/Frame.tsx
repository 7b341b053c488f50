import type { Address } from '@entente/engine';
import type { ReactNode } from 'react';
import { useControl } from '../../../kit/control/controlContext.ts';
import { AddressMark } from '../../../kit/Names.tsx';
import { useMatterWords } from '../matters/useMatterWords.ts';

interface FrameProps {
  readonly party: string;
  readonly seat: Address;
  readonly why: 'played' | 'empty';
  readonly children: ReactNode;
}

/** Round what control does in a side’s name: for whom, as which seat, and what others read of it. */
export function Frame({ party, seat, why, children }: FrameProps) {
  const { names, pick, say } = useControl();
  const { t } = useMatterWords();
  const title = t('acting.title', { party: pick(names.party(party)?.name) });
  return (
    <section className="ct-mt-acting" aria-label={title}>
      <header>
        <AddressMark address={`party:${party}`} />
        <span>
          <strong>{title}</strong>
          <span className="ct-tb-under">{t(`acting.${why}`, { seat: names.say(seat, pick, say) })}</span>
        </span>
      </header>
      {children}
    </section>
  );
}
