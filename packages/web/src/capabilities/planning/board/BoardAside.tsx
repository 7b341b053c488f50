import { criteriaOf, currentOption, isAssessed, optionsOn, ranking, turns } from '@entente/engine/planning';
import { useAct, useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { type BoardLook, letterOf } from './look.ts';
import { Tell } from './Tell.tsx';

/** Beside the table: the next act, what to tell the others, what would change the order, and what can be begun. */
export function BoardAside({ look }: { readonly look: BoardLook }) {
  const { own, acts } = look;
  if (!acts || own === undefined) return null;
  return (
    <aside className="op-aside">
      <Asked look={look} own={own} />
      <Tell look={look} own={own} />
      <Turns look={look} own={own} />
      <Criteria look={look} own={own} />
      <Then look={look} own={own} />
    </aside>
  );
}

interface OwnProps {
  readonly look: BoardLook;
  readonly own: string;
}

function Asked({ look: { board }, own }: OwnProps) {
  const t = useWords('board');
  const name = useNamer();
  const { world } = useSeat();
  const now = useNow();
  const asked = board.asked.findLast((a) => a.party !== own);
  if (!asked || isAssessed(world, board.id, own)) return null;
  return (
    <section>
      <h3 className="eyebrow">{t('aside.next')}</h3>
      {asked.due !== undefined && (
        <p className="px-first">
          <RelativeTime at={asked.due} now={now} kind="deadline" exact />
        </p>
      )}
      <p>{t('aside.asked', { who: name(asked.by) })}</p>
    </section>
  );
}

/** What would turn the own order: one weight at a time. */
function Turns({ look: { board }, own }: OwnProps) {
  const t = useWords('board');
  const text = useText();
  const { world } = useSeat();
  const options = optionsOn(world, board.id);
  const now = ranking(world, board.id, own, own, own);
  if (now.length < 2) return null;
  const letter = (id: string): string => letterOf(options.findIndex((o) => o.id === id));
  const found = turns(world, board.id, own);
  const [first, second] = now;
  const lead = (first?.average ?? 0) - (second?.average ?? 0);
  return (
    <section>
      <h3 className="strong">{t('turn.title')}</h3>
      <p className="small">
        {lead === 0
          ? t('turn.level', { a: letter(first?.option ?? ''), b: letter(second?.option ?? '') })
          : t('turn.leads', { a: letter(first?.option ?? ''), b: letter(second?.option ?? ''), n: lead.toFixed(1) })}
      </p>
      <ul className="small">
        {found.map(({ criterion, weight, first: then }) => (
          <li key={`${criterion} ${weight}`}>
            {t('turn.with', {
              criterion: text(world.planning.criteria.get(criterion)?.name),
              weight: t(`weight.${weight}`),
              options: then.map(letter).join(', '),
            })}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="small">{t('turn.none')}</p>}
    </section>
  );
}

/** Criteria that somebody proposed and not all have taken; the way to propose one. */
function Criteria({ look: { board, sides, begin }, own }: OwnProps) {
  const t = useWords('board');
  const name = useNamer();
  const { world } = useSeat();
  const { run, busy } = useAct();
  const counting = new Set(criteriaOf(world, board.id).map((c) => c.id));
  const open = [...world.planning.criteria.values()].filter((c) => c.board === board.id && !c.dropped && !counting.has(c.id));
  return (
    <section>
      <h3 className="strong">{t('criteria.title')}</h3>
      <ul>
        {open.map((c) => {
          const mine = c.party === own;
          const takes = !mine && !c.taken.some((x) => x.party === own);
          const missing = sides.filter((p) => p !== c.party && !c.taken.some((x) => x.party === p));
          return (
            <li key={c.id} className="stack op-criterion">
              <b>
                <Said text={c.name} />
              </b>
              <NotYet of={[c.name]} />
              <span className="small dim">
                {t('criteria.proposed', { party: name(`party:${c.party}`), missing: missing.map((p) => name(`party:${p}`)).join(', ') })}
              </span>
              <span className="row">
                {takes && (
                  <Button size="small" busy={busy} onClick={() => run({ type: 'TakeCriterion', criterion: c.id })}>
                    {t('criteria.take')}
                  </Button>
                )}
                {mine && (
                  <Button size="small" kind="quiet" busy={busy} onClick={() => run({ type: 'DropCriterion', criterion: c.id })}>
                    {t('criteria.drop')}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <Button size="small" icon="plus" onClick={() => begin({ form: 'criterion' })}>
        {t('criteria.propose')}
      </Button>
    </section>
  );
}

/** What can be begun: another option, the others asked for their scores, an option put on the table as a plan. */
function Then({ look: { board, begin } }: OwnProps) {
  const t = useWords('board');
  const { world } = useSeat();
  const options = optionsOn(world, board.id);
  return (
    <section>
      <h3 className="strong">{t('then.title')}</h3>
      <div className="stack op-then">
        <Button icon="plus" onClick={() => begin({ form: 'steps' })}>
          {t('then.option')}
        </Button>
        <Button icon="request" onClick={() => begin({ form: 'ask' })}>
          {t('then.ask')}
        </Button>
        {options.map((o, i) =>
          currentOption(o).card.steps.length === 0 ? null : (
            <Button key={o.id} icon="brackets" onClick={() => begin({ form: 'table', option: o.id })}>
              {t('then.table', { letter: letterOf(i) })}
            </Button>
          ),
        )}
      </div>
      <p className="small dim">{t('then.help')}</p>
    </section>
  );
}
