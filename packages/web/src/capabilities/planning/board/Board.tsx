import '../../../kit/plan/plan.css';
import './board.css';
import { clockStatus, rosterOfWorld } from '@entente/engine';
import { memberOf } from '@entente/engine/consultation';
import { criteriaOf, optionsOn } from '@entente/engine/planning';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { PartyMarks } from '../../../kit/Names.tsx';
import { EmptyState } from '../../../kit/Panel.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { Comparison } from './Comparison.tsx';
import type { BoardActs, BoardForm, BoardLook } from './look.ts';
import { OptionSteps } from './OptionSteps.tsx';
import { Sentences } from './Sentences.tsx';

interface BoardProps extends Pick<ReadProps, 'open' | 'children'> {
  readonly id: string;
  /** Absent for those who only look. */
  readonly acts?: BoardActs | undefined;
}

/** Options side by side: by criterion what each side thinks of them, as far as it told; where they agree and part; how they rank. */
export function BoardOf({ id, open, acts: given, children }: BoardProps) {
  const t = useWords('board');
  const { world, me } = useSeat();
  const [form, setForm] = useState<BoardForm | undefined>();
  const main = useRef<HTMLDivElement>(null);
  const begin = useReturn(main, form, setForm);
  const board = world.planning.boards.get(id);
  const forum = board && world.consultation.forums.get(board.forum);
  if (!board || !forum) return null;
  const order = world.seats.exercise?.parties ?? [];
  const sides = order.map((p) => p.id).filter((p) => forum.card.members.some((m) => m.party === p));
  const own = memberOf(forum, me.seat)?.party ?? rosterOfWorld(world)?.partyOf(me.seat) ?? me.party;
  const acts = memberOf(forum, me.seat) !== undefined && clockStatus(world) !== 'ended' ? given : undefined;
  const look: BoardLook = { board, forum, own, sides, begin, acts };
  const empty = optionsOn(world, board.id).length === 0;
  return (
    <div className="op-board">
      <div className="op-main" ref={main}>
        <header className="px-head row wrap">
          <h2 className="px-title">
            <Said text={board.name} />
          </h2>
          <NotYet of={[board.name]} />
          <PartyMarks parties={sides} />
          <span className="small dim">
            <Said text={forum.card.name} />
          </span>
        </header>
        {empty ? (
          <EmptyState title={t('empty.title')}>{t('empty.help')}</EmptyState>
        ) : (
          <>
            <Sentences look={look} />
            {criteriaOf(world, board.id).length === 0 && <p className="px-answers dim">{t('empty.criteria')}</p>}
            <Comparison look={look} />
          </>
        )}
        {form && acts && <acts.Forms key={`${form.form} ${form.option ?? ''}`} look={look} form={form} open={open} />}
        {form && !acts && <OptionSteps key={form.option} look={look} option={form.option} />}
        {children}
      </div>
      {acts && <acts.Aside look={look} />}
    </div>
  );
}

/** Begins a form; who has done with it is back where they began it, not at the foot of what stands there then. */
function useReturn(
  main: RefObject<HTMLElement | null>,
  form: BoardForm | undefined,
  setForm: (form: BoardForm | undefined) => void,
): (form: BoardForm | undefined) => void {
  const from = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const scrolls = main.current?.closest('.scroll');
    if (form || !scrolls || from.current === undefined) return;
    scrolls.scrollTop = from.current;
    from.current = undefined;
  }, [main, form]);
  return (next) => {
    if (!form && next) from.current = main.current?.closest('.scroll')?.scrollTop;
    setForm(next);
  };
}
