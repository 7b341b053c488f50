import type { ReactNode } from 'react';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { ConsultForm, type ConsultStart } from '../table/ConsultForm.tsx';
import { DecisionWriting } from '../table/DecisionForm.tsx';
import { placeAt } from '../table/sits.ts';
import { TableTextWriting } from '../table/TableTextForm.tsx';
import { InName } from './InName.tsx';
import { useSpeakers } from './useSpeakers.ts';

/** Asks others in a side’s name: in a forum, or whomever one chooses; on a text, or to inform of a decision (`about`). */
export function AskPanel({ side, made }: PanelProps) {
  const { world, open } = useControl();
  const { t } = useMatterWords();
  const about = side.about ?? '';
  const text = world.consultation.texts.get(about);
  const decision = world.consultation.decisions.get(about);
  const start: ConsultStart = text
    ? { forum: text.forum, on: text.id }
    : decision
      ? { decision: decision.id, form: 'inform', basis: 'taken' }
      : {};
  // Of its own decision a side informs itself; on a text asks who sits at its table.
  const forum = text && world.consultation.forums.get(text.forum);
  const speakers = useSpeakers('matter').filter(
    (s) => (!decision || s.party === decision.card.party) && (!text || placeAt(world, forum, s.seat)?.consults),
  );
  return (
    <SidePanel title={t('opening.matter')}>
      <InName speakers={speakers} first={side.speaker}>
        <ConsultForm start={start} made={made} done={() => open(undefined)} />
      </InName>
    </SidePanel>
  );
}

type Form = (props: Pick<WriteProps, 'made' | 'done'>) => ReactNode;

/** A form that a seat fills in for its side. */
const inSidesName = (kind: 'table-text' | 'decision', Writing: Form) =>
  function Panel({ side, made }: PanelProps) {
    const { open } = useControl();
    const { t } = useMatterWords();
    return (
      <SidePanel title={t(`opening.${kind}`)}>
        <InName speakers={useSpeakers(kind)} first={side.speaker}>
          <Writing made={made} done={() => open(undefined)} />
        </InName>
      </SidePanel>
    );
  };

export const TablePanel = inSidesName('table-text', TableTextWriting);
export const DecidePanel = inSidesName('decision', DecisionWriting);
