import '../table/table.css';
import type { Address } from '@entente/engine';
import { type ReactNode, useState } from 'react';
import { ActingFor } from '../../../connection/index.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { useMatterWords } from '../matters/useMatterWords.ts';
import type { Speaker } from './acting.ts';
import { Frame } from './Frame.tsx';

interface Props {
  /** Among whom to choose; nobody: nothing is here. */
  readonly speakers: readonly Speaker[];
  /** Whose name is proposed. */
  readonly first?: Address | undefined;
  readonly children: ReactNode;
}

/** A seat’s own form, filled in by control in the name of that seat: chosen, where there are several. */
export function InName({ speakers, first, children }: Props) {
  const { names, pick, say } = useControl();
  const { t } = useMatterWords();
  const [chosen, choose] = useState(first);
  const speaker = speakers.find((s) => s.seat === chosen) ?? speakers[0];
  if (!speaker) return null;
  const { seat, party, why } = speaker;
  const groups = names.parties.flatMap(({ id, name }) => {
    const own = speakers.filter((s) => s.party === id).map((s) => ({ value: s.seat as string, label: names.say(s.seat, pick, say) }));
    return own.length === 0 ? [] : [{ group: pick(name), items: own }];
  });
  return (
    <Frame party={party} seat={seat} why={why}>
      <div className="ct-form">
        {speakers.length > 1 && <Choose title={t('acting.as')} data={groups} value={seat as string} change={choose} />}
        <ActingFor key={seat} seat={seat}>
          {children}
        </ActingFor>
      </div>
    </Frame>
  );
}
