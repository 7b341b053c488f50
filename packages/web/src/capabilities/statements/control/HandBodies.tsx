import type { World } from '@entente/engine';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { CardActsProps } from '../../../kit/control/hand.ts';
import { AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import type { SaidFlag } from '../said/chart.ts';
import { flagsOf, isStatement, partiesOf, saidById } from '../said/look.ts';
import { reasonsOf } from '../said/reasons.ts';
import { useSaidWords } from '../said/useSaidWords.ts';
import { Coding } from './Coding.tsx';
import { titleOf } from './titles.ts';

/** The question and the answer word for word, and the two taps. */
export function CodeBody({ card, next }: CardActsProps) {
  const { world, say } = useControl();
  const said = saidById(world, card.id);
  if (!said) return null;
  const question = isStatement(said) ? said.card.question : undefined;
  return (
    <>
      <p className="ct-small">
        {isStatement(said) ? (
          <>
            <PartyMarks parties={partiesOf(said)} /> <AddressName address={said.card.by ?? `party:${said.card.party}`} mark={false} />
          </>
        ) : (
          <AddressName address={said.card.outlet} />
        )}
      </p>
      <dl className="pb-qa">
        {question && (
          <>
            <dt>{say('public.q')}</dt>
            <dd>
              <Quoted text={question.text} />
            </dd>
          </>
        )}
        <dt>{question ? say('public.a') : ''}</dt>
        <dd className="strong">
          <Quoted text={titleOf(world, card.id)} />
        </dd>
      </dl>
      <Coding said={card.id} keys={(box) => isCurrent(box, next)} />
    </>
  );
}

/** The keys belong to the card that the keys have come to; to the first one while there is none. */
function isCurrent(box: HTMLElement, next: boolean): boolean {
  const own = box.closest('.ct-handcard');
  const current = document.querySelector('.ct-handcard.current');
  return current ? current === own : next;
}

/** The flags of one thing said that nobody has judged. */
const unjudged = (world: World, id: string): SaidFlag[] => flagsOf(world).filter((f) => f.said === id && f.right === undefined);

export function FlagBody({ card }: CardActsProps) {
  const { world, say } = useControl();
  const words = useSaidWords(world);
  return (
    <ul className="pb-flags">
      {unjudged(world, card.id).map((v) => (
        <li key={v.key}>
          <p className="ct-small">
            <b className={v.flag === 'contradictory' ? 'late' : 'soon'}>{say(`public.flag.${v.flag}`)}?</b>{' '}
            {reasonsOf(world, v, undefined, words).join(' ')}
          </p>
          <div className="ct-row">
            <span className="ct-grow" />
            <Judge verdict={v} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Right or wrong: a flag counts until it is dismissed. */
export function Judge({ verdict: { said, with: other, flag } }: { readonly verdict: Pick<SaidFlag, 'said' | 'with' | 'flag'> }) {
  const { say } = useControl();
  const judge = (right: boolean) => ({ type: 'JudgeFlag', said, with: other, flag, right }) as never;
  return (
    <>
      <Act command={judge(false)} quiet>
        {say('public.dismiss')}
      </Act>
      <Act command={judge(true)}>{say('public.confirm')}</Act>
    </>
  );
}
