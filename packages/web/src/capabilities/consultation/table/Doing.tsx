import './table.css';
import { useSeat } from '../../../connection/index.ts';
import type { DoingProps } from '../../../kit/seat/part.ts';
import { BreakForm } from './BreakForm.tsx';
import { ChairForm, ProlongForm } from './ChairForms.tsx';
import { ConsultForm, type ConsultStart } from './ConsultForm.tsx';
import { ClockLine } from './MatterClock.tsx';
import { PositionForm } from './PositionForm.tsx';
import { SayForm, StatementForm } from './SayForms.tsx';
import { SignForm } from './SignForm.tsx';
import { type At, atMatter } from './sits.ts';

/** The act that is under way on a matter, a text or a decision. */
export function Doing({ line, begun, made, done }: DoingProps) {
  const { world, me } = useSeat();
  const { act } = begun;
  const matter = world.consultation.matters.get(line.of ?? line.id);
  const at = matter && atMatter(world, matter, me.seat);
  if (!at) {
    const start = startOf(act, line.id, world.consultation.texts.get(line.id)?.forum);
    return start ? <ConsultForm start={start} made={made} done={done} /> : null;
  }
  return (
    <>
      <ClockLine at={at} />
      <MatterForm at={at} act={act} done={done} />
    </>
  );
}

function MatterForm({ at, act, done }: { readonly at: At; readonly act: string; readonly done: () => void }) {
  switch (act) {
    case 'position':
    case 'change':
    case 'capital':
    case 'useDraft':
    case 'draft':
      return <PositionForm at={at} use={act === 'useDraft'} done={done} />;
    case 'break':
      return <BreakForm at={at} done={done} />;
    case 'sign':
      return <SignForm at={at} done={done} />;
    case 'statement':
      return <StatementForm at={at} done={done} />;
    case 'time':
      return <SayForm at={at} act="ask-time" done={done} />;
    case 'refuse':
      return <SayForm at={at} act="refuse" danger done={done} />;
    case 'prolong':
      return <ProlongForm at={at} done={done} />;
    default:
      return <ChairForm at={at} act={act} done={done} />;
  }
}

/** What a form begins with that was begun on a text or a decision. */
function startOf(act: string, id: string, forum: string | undefined): ConsultStart | undefined {
  if (act === 'inform') return { decision: id, form: 'inform', basis: 'taken' };
  if (forum === undefined) return undefined;
  if (act === 'openSignature') return { forum, on: id, procedure: 'joint-signature' };
  if (act === 'openSilence') return { forum, on: id, procedure: 'silence' };
  return act === 'openMatter' ? { forum, on: id } : undefined;
}
