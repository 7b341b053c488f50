import './table.css';
import type { Id } from '@entente/engine';
import type { Basis, Form, ProcedureName } from '@entente/engine/consultation';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { isBlank, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { usePolicy } from '../../../kit/Labels.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';
import { More, Whom } from './ConsultFields.tsx';
import { commandOf, type Draft, isTimed, NEW } from './consultDraft.ts';
import { neededBy, untilFor } from './needed.ts';
import { placeAt } from './sits.ts';
import { UntilField, untilMs } from './UntilField.tsx';
import { useForumName, useMoments, useSeconds } from './useTable.ts';

/** What the way here has said already. */
export interface ConsultStart {
  readonly forum?: Id | undefined;
  readonly on?: Id | undefined;
  readonly procedure?: ProcedureName | undefined;
  readonly form?: Form | undefined;
  readonly basis?: Basis | undefined;
  readonly decision?: Id | undefined;
}
interface Props {
  readonly start: ConsultStart;
  readonly made: (events: readonly Id[]) => void;
  readonly done: () => void;
}

/** What is asked so far, what is missing, and the way to send it. */
function useAsking({ start, made, done }: Props) {
  const t = useWords('table');
  const { world, me } = useSeat();
  const now = useNow();
  const policy = usePolicy();
  const forums = [...world.consultation.forums.values()].filter((f) => placeAt(world, f, me.seat)?.consults && !f.card.adHoc);
  const on = start.on === undefined ? undefined : world.consultation.texts.get(start.on);
  const decided = start.decision === undefined ? undefined : world.consultation.decisions.get(start.decision);
  const [only] = forums.length === 1 ? forums : [];
  const name = `consult ${start.on ?? start.decision ?? 'new'} ${start.procedure ?? ''}`;
  const form = useForm<Draft>(name, () => ({
    forum: start.forum ?? only?.id ?? (forums.length === 0 ? NEW : ''),
    with: [],
    what: start.procedure && start.procedure !== 'consultation' ? start.procedure : start.form === 'inform' ? 'inform' : 'exchange',
    title: on?.card.title ?? decided?.card.title ?? '',
    text: decided?.card.text ?? '',
    basis: start.basis ?? 'open',
    subject: decided?.card.subject ?? '',
    until: untilFor(start.on === undefined ? undefined : neededBy(world, start.on), now),
    shown: 'come',
    unconfirmed: 'lapses',
    label: on?.card.label ?? policy.usual,
    on: start.on ?? '',
  }));
  const { draft } = form;
  const forum = world.consultation.forums.get(draft.forum);
  const needed = draft.on === '' ? undefined : neededBy(world, draft.on);
  const due = untilMs(draft.until, now, needed?.at);
  const lacks = [
    draft.forum === '' && 'whom',
    draft.forum === NEW && draft.with.length === 0 && 'whom',
    isBlank(draft.title) && 'question',
    isTimed(draft.what) && due === undefined && 'until',
    draft.what === 'joint-signature' && draft.on === '' && 'which',
  ].find(Boolean);
  const submit = async () => {
    const answer = await form.run(commandOf(draft, { due, decision: start.decision }));
    if (!answer.ok) return;
    done();
    made(answer.events);
  };
  return {
    ...form,
    forums,
    forum,
    due,
    needed,
    missing: lacks === 'question' ? '' : lacks ? t(`consult.lacks.${lacks}`) : undefined,
    submit,
  };
}

/** Asks others before one decides, or informs them, or puts a text to them. Three fields, and the rest folded. */
export function ConsultForm(props: Props) {
  const { start } = props;
  const t = useWords('table');
  const { draft, change, forums, forum, due, needed, missing, submit, busy, error, drop } = useAsking(props);
  const seconds = useSeconds();
  const now = useNow();
  const moments = useMoments();
  const name = useForumName();
  const naming = useNamer();
  const timed = isTimed(draft.what);
  const moment = due === undefined ? '' : moments(due).join(' · ');
  const whom = forum ? name(forum.card) : draft.with.map(naming).join(', ');
  return (
    <ActForm
      title={t(`consult.title.${draft.what}`)}
      go={t(`consult.go.${draft.what}`)}
      submit={submit}
      missing={missing}
      told={t(`consult.told.${draft.what}`, { who: whom, moment, by: moment && t('consult.by', { moment }) })}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        props.done();
      }}
      cancelWords={t('dropDraft')}
      focus
    >
      {start.forum === undefined && <Whom draft={draft} change={change} forums={forums} />}
      <TextField
        both
        title={t('consult.question')}
        rows={1}
        most={300}
        required
        value={draft.title}
        change={(title) => change({ title })}
      />
      <UntilField
        title={t('consult.until')}
        from={now}
        value={draft.until}
        change={(until) => change({ until })}
        none={timed ? undefined : t('until.none')}
        plan={needed && { at: needed.at, words: t('until.plan', { n: needed.step, time: seconds(needed.at) }) }}
      />
      {needed && due !== undefined && due > needed.at && (
        <p className="small soon">{t('until.tooLate', { n: needed.step, time: seconds(needed.at) })}</p>
      )}
      <Details title={t('consult.details')} says={t(`kind.${draft.what}`)}>
        <More draft={draft} change={change} forum={forum} />
      </Details>
    </ActForm>
  );
}

export function ConsultWriting({ made, done }: WriteProps) {
  return <ConsultForm start={{}} made={made} done={done} />;
}
