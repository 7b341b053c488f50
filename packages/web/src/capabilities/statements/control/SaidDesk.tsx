import { Button } from '../../../kit/Button.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { QuestionDetail } from '../look/QuestionDetail.tsx';
import { SaidDetail } from '../look/SaidDetail.tsx';
import { flagsOf, saidById } from '../said/look.ts';
import { Coding } from './Coding.tsx';
import { Judge } from './HandBodies.tsx';
import { speakersIn } from './speakers.ts';

/** Something said, with what lead control does about it: codes it anew, judges its flags, has an outlet report it. */
export function SaidDesk(props: DetailProps) {
  const { world, say, lead, open, ended } = useControl();
  const said = saidById(world, props.id);
  if (!said) return null;
  const foot = !ended && (
    <Button size="small" icon="plus" onClick={() => open({ kind: 'report', about: props.id })}>
      {say('public.reportAs')}
    </Button>
  );
  return (
    <SaidDetail {...props} foot={foot}>
      {lead && <Desk id={props.id} />}
    </SaidDetail>
  );
}

function Desk({ id }: { readonly id: string }) {
  const { world, say } = useControl();
  const said = saidById(world, id);
  const flags = flagsOf(world).filter((f) => f.said === id);
  return (
    <section className="pb-desk">
      <h4 className="ct-eyebrow">{say(said?.heard ? 'coding.more' : 'coding.first')}</h4>
      {/* Only where the hand has no card for it: there the keys belong to the card. */}
      <Coding said={id} keys={() => document.querySelector('.ct-handcard .pb-coding') === null} />
      <div className="ct-row ct-wrap">
        <Act command={{ type: 'CodeSaid', said: id, claims: [] } as never} quiet>
          {say('coding.none')}
        </Act>
        {said?.heard?.claims && (
          <Act command={{ type: 'CodeSaid', said: id } as never} quiet>
            {say('coding.back')}
          </Act>
        )}
      </div>
      {flags.map((f) => (
        <div key={f.key} className="ct-row ct-wrap">
          <b className="ct-small">{say(`public.flag.${f.flag}`)}</b>
          <span className="ct-grow" />
          <Judge verdict={f} />
        </div>
      ))}
    </section>
  );
}

/** A question, and whoever control may answer for. */
export function QuestionDesk(props: DetailProps) {
  const { world, viewer, say, open, ended } = useControl();
  const question = world.statements.questions.get(props.id);
  const mine = speakersIn(world, viewer.address);
  const answered = [...world.statements.statements.values()].some((s) => s.links.some((l) => l.how === 'answers' && l.to === props.id));
  const [speaker] = mine;
  const foot = !ended && question && !question.dropped && !answered && speaker && (
    <Button size="small" onClick={() => open({ kind: 'speak', about: props.id, speaker })}>
      {say('public.answerFor')}
    </Button>
  );
  return <QuestionDetail {...props} foot={foot || undefined} />;
}
