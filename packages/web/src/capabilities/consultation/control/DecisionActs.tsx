import type { Decision } from '@entente/engine/consultation';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { SubjectOf } from './SubjectOf.tsx';
import { useSpeakers } from './useSpeakers.ts';

/** What a decision was about, and, where control may act for its side, the way to inform others of it. */
export function DecisionActs({ decision }: { readonly decision: Decision }) {
  const { open } = useControl();
  const { t } = useMatterWords();
  const own = useSpeakers('matter').filter((s) => s.party === decision.card.party);
  const speaker = own.find((s) => s.seat === decision.card.by) ?? own[0];
  return (
    <>
      <SubjectOf decision={decision} />
      {speaker && (
        <Button size="small" icon="share" onClick={() => open({ kind: 'matter', about: decision.id, speaker: speaker.seat })}>
          {t('opening.inform')}
        </Button>
      )}
    </>
  );
}
