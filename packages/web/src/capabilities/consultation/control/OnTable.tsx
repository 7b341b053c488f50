import { rosterOfWorld } from '@entente/engine';
import { shutBy } from '@entente/engine/consultation';
import { useSeat } from '../../../connection/index.ts';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { TextShown, type TextShownProps } from '../look/TextShown.tsx';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { TextOnTable } from '../table/TextOnTable.tsx';
import { type Speaker, voicesIn } from './acting.ts';
import { InName } from './InName.tsx';

/** A text on the table: where control may act for a member, as that member’s seat has it, with all that it does there. */
export function OnTable({ text, matter }: TextShownProps) {
  const { world, viewer, ended } = useControl();
  const roster = rosterOfWorld(world);
  const forum = world.consultation.forums.get(text.forum);
  const voices = !roster || !forum || ended ? [] : voicesIn(world, roster, viewer.address, forum);
  if (voices.length === 0) return <TextShown text={text} matter={matter} />;
  const speakers = voices.flatMap(({ party, why, speaks }) => speaks.map((seat): Speaker => ({ seat, party, why })));
  return (
    <InName speakers={speakers}>
      <TextOnTable text={text} matter={matter} acts />
      <AskOn text={text} />
    </InName>
  );
}

/** Begins a matter on it, in the name that is chosen. */
function AskOn({ text }: Pick<TextShownProps, 'text'>) {
  const { world, open } = useControl();
  const { t } = useMatterWords();
  const { me } = useSeat();
  if (shutBy(world, text.id) === 'agreed') return null;
  return (
    <Button size="small" icon="plus" onClick={() => open({ kind: 'matter', about: text.id, speaker: me.seat })}>
      {t('opening.on')}
    </Button>
  );
}
