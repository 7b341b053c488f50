import type { Waiting, World } from '@entente/engine';
import { Button } from '../../../kit/Button.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { leads, Main, Quiet } from '../../../kit/control/HandActs.tsx';
import { type CardActsProps, type CardGiven, type CardKind, type HandLook, timed } from '../../../kit/control/hand.ts';
import { aboutOf } from '../said/drafted.ts';
import { isStatement, partiesOf, saidById } from '../said/look.ts';
import { CodeBody, FlagBody } from './parts.ts';
import { titleOf } from './titles.ts';

const PUBLIC = { place: 'public', group: { name: 'public', order: 22 } } as const;

/** What was said and nobody has coded; flags that nobody has judged; questions to those for whom control speaks. */
export const saidCards: Readonly<Record<string, CardKind>> = {
  code: {
    ...PUBLIC,
    card: saidHand,
    says: () => '',
    called: ({ parties }, say) => say(`hand.code.${parties.length === 0 ? 'report' : 'statement'}`),
    Body: CodeBody,
    Acts: CodeActs,
  },
  flag: { ...PUBLIC, card: saidHand, says: ({ title }, { pick }) => pick(title), Body: FlagBody, Acts: () => null },
  question: {
    ...PUBLIC,
    card: questionHand,
    says: ({ title }, { say, pick, from, of }) => say('hand.questionText', { from, of, title: pick(title) }),
    Acts: AnswerActs,
  },
  ...Object.fromEntries((['clearance', 'edit', 'publish', 'hand'] as const).map((kind) => [kind, deskCard(kind)])),
};

/** What waits at the press desk of a side for which control acts: its seat’s own desk opens beside. */
function deskCard(kind: string): CardKind {
  return {
    ...PUBLIC,
    card: ({ world, now }, w) => {
      const of = ofDesk(world, w.id);
      return (
        of && {
          ...of,
          when:
            w.due === undefined
              ? { key: 'hand.openSince', ms: Math.max(0, now - w.since) }
              : timed(w, now, 'hand.leftIn', 'hand.lateSince'),
          number: '',
          everyone: false,
        }
      );
    },
    says: ({ title }, { say, pick }) => say(`hand.${kind}Text`, { title: pick(title) }),
    Acts: leads('hand.actAs'),
  };
}

function ofDesk(world: World, id: string): Pick<CardGiven, 'target' | 'title' | 'parties'> | undefined {
  const { drafts, joints } = world.statements;
  const draft = drafts.get(id);
  if (draft) {
    return { target: { kind: 'press-draft', id }, title: aboutOf(world, draft), parties: [draft.card.party] };
  }
  const joint = joints.get(id);
  return joint && { target: { kind: 'joint', id }, title: joint.card.title, parties: joint.card.parties };
}

function saidHand({ world, now }: HandLook, w: Waiting): CardGiven | undefined {
  const said = saidById(world, w.id);
  if (!said) return undefined;
  const statement = isStatement(said) ? said : undefined;
  return {
    target: { kind: 'said', id: w.id },
    when: { key: 'hand.openSince', ms: Math.max(0, now - w.since) },
    number: '',
    title: titleOf(world, w.id),
    parties: statement ? [...partiesOf(statement)] : [],
    everyone: false,
    from: statement ? statement.card.by : (said as { card: { outlet: string } }).card.outlet,
  };
}

function questionHand({ world, now, names }: HandLook, w: Waiting): CardGiven | undefined {
  const question = world.statements.questions.get(w.id);
  if (!question) return undefined;
  return {
    target: { kind: 'press-question', id: w.id },
    when: w.due === undefined ? { key: 'hand.openSince', ms: Math.max(0, now - w.since) } : timed(w, now, 'hand.leftIn', 'hand.lateSince'),
    number: '',
    title: question.text,
    parties: [...new Set(question.to.flatMap((a) => names.partyOf(a)?.id ?? []))],
    everyone: false,
    from: question.by,
    of: question.to[0],
  };
}

/** It is about several topics, or about none. */
function CodeActs({ card }: CardActsProps) {
  const { say, select } = useControl();
  return <Quiet onClick={() => select(card.target)}>{say('coding.other')}</Quiet>;
}

function AnswerActs({ card, next }: CardActsProps) {
  const { say, open, select } = useControl();
  const answer = (): void => {
    select(card.target);
    open({ kind: 'speak', about: card.id, ...(card.of ? { speaker: card.of } : {}) });
  };
  return (
    <>
      <Act command={{ type: 'DropQuestion', question: card.id, ...(card.of ? { speaker: card.of } : {}) } as never} quiet>
        {say('public.drop')}
      </Act>
      <Main>
        <Button size="small" kind={next ? 'main' : 'plain'} onClick={answer}>
          {say('public.answer')}
        </Button>
      </Main>
    </>
  );
}
