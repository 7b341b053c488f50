import './board.css';
import { type Id, type Ms, type Waiting, type World, waiting } from '@entente/engine';
import { current } from '@entente/engine/consultation';
import { isOver, leadOf, planOf, tasksOf } from '@entente/engine/execution';
import { isSigned, optionsOn } from '@entente/engine/planning';
import { stepsOf } from '@entente/engine/steps';
import { useMemo } from 'react';
import { useSeat, useSteadyNow } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { EmptyState, Panel } from '../../../kit/Panel.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { MineProps } from '../../../kit/seat/part.ts';

/** The place Plan: what this seat is to do, the soonest first; plans; options that are compared. */
export function Plans({ selected, open }: MineProps) {
  const t = useWords('planning');
  const words = useWords('board');
  const { world } = useSeat();
  const { boards, drafted } = world.planning;
  const plans = [...world.execution.plans.values()].reverse();
  const drafts = [...drafted].filter(([of]) => !planOf(world, of) && world.consultation.texts.has(of));
  const row = { selected, open };
  return (
    <Panel className="op-plans" title={t('place.plan')}>
      <Tasks {...row} />
      {plans.length > 0 && (
        <Section title={words('list.plans')}>
          {plans.map((plan) => {
            const title = world.consultation.texts.get(plan.of)?.card.title;
            const tasks = tasksOf(world, plan.id);
            return (
              <Item key={plan.id} {...row} id={plan.id} title={<Said text={title} />}>
                <span>
                  {words('list.done', { n: tasks.filter((task) => task.done).length, of: tasks.length })}
                  {plan.unsigned && ` · ${words('list.unsigned')}`}
                </span>
                <NotYet of={[title]} />
              </Item>
            );
          })}
        </Section>
      )}
      {[true, false].map((agreed) => {
        const some = drafts.filter(([of]) => isSigned(world, of) === agreed);
        return some.length === 0 ? null : (
          <Section key={String(agreed)} title={words(agreed ? 'list.agreed' : 'list.drafts')}>
            {some.map(([of, { src }]) => (
              <DraftItem key={src} {...row} id={src} of={of} />
            ))}
          </Section>
        );
      })}
      {boards.size > 0 && (
        <Section title={words('list.options')}>
          {[...boards.values()].map(({ id, name }) => (
            <Item key={id} {...row} id={id} title={<Said text={name} />}>
              <span>{words('list.count', { count: optionsOn(world, id).length })}</span>
              <NotYet of={[name]} />
            </Item>
          ))}
        </Section>
      )}
      {plans.length + drafts.length + boards.size === 0 && <EmptyState title={words('list.empty')}>{words('list.emptyHelp')}</EmptyState>}
    </Panel>
  );
}

interface RowProps {
  readonly selected: Id | undefined;
  readonly open: (id: Id) => void;
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="inbox-group">{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function Item({
  id,
  title,
  selected,
  open,
  children,
}: RowProps & { readonly id: Id; readonly title: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <li>
      <button type="button" className="op-item" aria-current={selected === id || undefined} onClick={() => open(id)}>
        <span className="strong">{title}</span>
        <span className="row wrap small dim">{children}</span>
      </button>
    </li>
  );
}

function DraftItem({ of, ...row }: RowProps & { readonly id: Id; readonly of: Id }) {
  const t = useWords('board');
  const { world } = useSeat();
  const text = world.consultation.texts.get(of);
  if (!text) return null;
  const { version, paragraphs } = current(text);
  return (
    <Item {...row} title={<Said text={text.card.title} />}>
      <span>
        {t('version', { n: version })} · {t('list.steps', { count: stepsOf(paragraphs).length })}
      </span>
      <NotYet of={[text.card.title]} />
    </Item>
  );
}

/** So many steps of later are shown at once. */
const MOST_LATER = 4;

/** What waits for this seat in plans, and the steps that it leads later. */
function Tasks(row: RowProps) {
  const t = useWords('board');
  const { world, me, version } = useSeat();
  const now = useSteadyNow(10_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version and the time tell when
  const tasks = useMemo(() => tasksFor(world, me.seat, now), [world, me.seat, version, now]);
  if (world.execution.tasks.size === 0) return null;
  const waits = tasks.filter((x) => x.waits);
  const later = tasks.filter((x) => !x.waits);
  const shown = [...waits, ...later.slice(0, MOST_LATER)];
  const rest = later.slice(MOST_LATER);
  return (
    <section aria-label={t('tasks.title')}>
      <h3 className="inbox-group">
        {t('tasks.title')} <span className="dim">{waits.length}</span>
      </h3>
      <ul>
        {shown.map((of) => (
          <TaskItem key={of.key} {...row} of={of} now={now} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="op-later">
          <summary>{t('tasks.more', { count: rest.length })}</summary>
          <ul>
            {rest.map((of) => (
              <TaskItem key={of.key} {...row} of={of} now={now} />
            ))}
          </ul>
        </details>
      )}
      {tasks.length === 0 && <p className="op-none small dim">{t('tasks.none')}</p>}
    </section>
  );
}

function TaskItem({ of: { id, waits, due, role, number }, now, selected, open }: RowProps & { readonly of: TaskFor; readonly now: Ms }) {
  const t = useWords('board');
  const { world } = useSeat();
  const task = world.execution.tasks.get(id);
  if (!task) return null;
  const when = due === undefined ? t('tasks.later') : <RelativeTime at={due} now={now} kind={waits ? 'deadline' : 'moment'} />;
  return (
    <li>
      <button type="button" className="op-item" aria-current={selected === id || undefined} onClick={() => open(id)}>
        <span className="row wrap">
          {waits && due !== undefined ? <b>{when}</b> : <span className="dim">{waits ? t(`tasks.${waits.kind}`) : when}</span>}
          {due !== undefined && (
            <span className="small dim">
              <ExactTime at={due} />
            </span>
          )}
          <span className="grow" />
          <Chip>{t(`tasks.role.${role}`)}</Chip>
        </span>
        <span className="strong">
          {t('tasks.step', { n: number })} <Said text={task.text} />
        </span>
        {waits && due !== undefined && <span className="small dim">{t(`tasks.${waits.kind}`)}</span>}
      </button>
    </li>
  );
}

interface TaskFor {
  readonly key: string;
  readonly id: Id;
  readonly waits: Waiting | undefined;
  readonly due: Ms | undefined;
  readonly role: 'lead' | 'support';
  readonly number: number;
}

const KINDS = ['start', 'finish', 'word', 'answer'];
export function tasksFor(world: World, seat: string, now: Ms): TaskFor[] {
  const asked = waiting(world, seat, now).filter((w) => w.room === 'execution' && KINDS.includes(w.kind));
  const numberOf = (id: Id): number => {
    const task = world.execution.tasks.get(id);
    return task ? tasksOf(world, task.plan).findIndex((x) => x.id === id) + 1 : 0;
  };
  const leads = (id: Id): boolean => {
    const task = world.execution.tasks.get(id);
    return task !== undefined && leadOf(task) === seat;
  };
  const asking = asked.map(
    (w): TaskFor => ({
      key: `${w.kind} ${w.id}`,
      id: w.id,
      waits: w,
      due: w.due,
      role: leads(w.id) ? 'lead' : 'support',
      number: numberOf(w.id),
    }),
  );
  const later = [...world.execution.tasks.values()]
    .filter((task) => leadOf(task) === seat && !isOver(task) && !asked.some((w) => w.id === task.id))
    .map(
      (task): TaskFor => ({
        key: task.id,
        id: task.id,
        waits: undefined,
        due: task.planned?.start,
        role: 'lead',
        number: numberOf(task.id),
      }),
    );
  const due = (x: TaskFor): Ms => x.due ?? Number.MAX_SAFE_INTEGER;
  return [...asking.sort((a, b) => due(a) - due(b)), ...later.sort((a, b) => due(a) - due(b))];
}
