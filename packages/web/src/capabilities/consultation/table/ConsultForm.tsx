import './table.css';
import type { Address, Id, Label, Text } from '@entente/engine';
import {
  BASES,
  type Basis,
  current,
  type Form,
  type Forum,
  openBrackets,
  PROCEDURES,
  type ProcedureName,
  type Shown,
  shutBy,
} from '@entente/engine/consultation';
import { type Command, useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressField } from '../../../kit/AddressField.tsx';
import { OneOf } from '../../../kit/Choice.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { LabelField } from '../../../kit/LabelField.tsx';
import { usePolicy } from '../../../kit/Labels.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';
import { placeAt } from './sits.ts';
import { type Until, UntilField, untilMs } from './UntilField.tsx';
import { useForumName, useMoments } from './useTable.ts';
import { consultable } from './whom.ts';

/** What the way here has said already. */
export interface ConsultStart {
  readonly forum?: Id | undefined;
  readonly on?: Id | undefined;
  readonly procedure?: ProcedureName | undefined;
  readonly form?: Form | undefined;
  readonly basis?: Basis | undefined;
  readonly decision?: Id | undefined;
}
/** To exchange and to inform are forms of one procedure; on the screen all stand in one list. */
type What = Exclude<ProcedureName, 'consultation'> | 'exchange' | 'inform';

interface Draft {
  /** A forum’s id; `new`: people of one’s choice. */
  readonly forum: string;
  readonly with: readonly Address[];
  readonly what: What;
  readonly title: Text;
  readonly text: Text;
  readonly basis: Basis;
  readonly subject: string;
  readonly until: Until;
  readonly shown: Shown;
  readonly unconfirmed: 'lapses' | 'stands';
  readonly label: Label;
  readonly on: Id | '';
}

/** Its time decides it, so it needs one, and a text without brackets. */
const isTimed = (what: What): boolean => what !== 'exchange' && what !== 'inform' && PROCEDURES[what].decides === true;
const NEW = 'new';

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
    until: { in: '30', at: '' },
    shown: 'come',
    unconfirmed: 'lapses',
    label: on?.card.label ?? policy.usual,
    on: start.on ?? '',
  }));
  const { draft } = form;
  const forum = world.consultation.forums.get(draft.forum);
  const due = untilMs(draft.until, now);
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
  return { ...form, forums, forum, due, missing: lacks === 'question' ? '' : lacks ? t(`consult.lacks.${lacks}`) : undefined, submit };
}

function commandOf(draft: Draft, { due, decision }: { readonly due: number | undefined; readonly decision: Id | undefined }): Command {
  const asForm = draft.what === 'exchange' || draft.what === 'inform';
  const asks = asForm || draft.what === 'consensus' || draft.what === 'ad-referendum';
  return {
    type: 'OpenMatter',
    ...(draft.forum === NEW ? { with: [...draft.with] } : { forum: draft.forum }),
    procedure: asForm ? 'consultation' : draft.what,
    ...(asForm ? { form: draft.what } : {}),
    title: sentText(draft.title),
    text: sentText(isBlank(draft.text) ? draft.title : draft.text),
    label: draft.label,
    ...(asks ? { basis: draft.basis, shown: draft.shown } : {}),
    ...(draft.subject && draft.forum !== NEW ? { subject: draft.subject } : {}),
    ...(due === undefined ? {} : { due }),
    ...(draft.what === 'ad-referendum' ? { unconfirmed: draft.unconfirmed } : {}),
    ...(draft.on && draft.forum !== NEW ? { on: draft.on } : {}),
    ...(decision === undefined ? {} : { decision }),
  } as Command;
}

/** Asks others before one decides, or informs them, or puts a text to them. Three fields, and the rest folded. */
export function ConsultForm(props: Props) {
  const { start } = props;
  const t = useWords('table');
  const { draft, change, forums, forum, due, missing, submit, busy, error, drop } = useAsking(props);
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
      />
      <Details title={t('consult.details')} says={t(`kind.${draft.what}`)}>
        <More draft={draft} change={change} forum={forum} />
      </Details>
    </ActForm>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function Whom({ draft, change, forums }: FieldsProps & { readonly forums: readonly Forum[] }) {
  const t = useWords('table');
  const { me } = useSeat();
  const directory = useDirectory();
  const name = useForumName();
  const naming = useNamer();
  return (
    <>
      {forums.length > 0 && (
        <Choose
          title={t('consult.whom')}
          required
          data={[
            { value: '', label: t('consult.choose') },
            ...forums.map((f) => ({ value: f.id, label: name(f.card) })),
            { value: NEW, label: t('consult.people') },
          ]}
          value={draft.forum}
          change={(forum) => change({ forum, subject: '', on: '' })}
        />
      )}
      {draft.forum === NEW && (
        <AddressField
          title={t(forums.length > 0 ? 'consult.peopleWhom' : 'consult.whom')}
          hint={t('consult.peopleHint')}
          groups={consultable(directory, me.seat).map((g) => ({ title: naming(`party:${g.party}`), addresses: g.addresses }))}
          to={draft.with}
          change={(next) => change({ with: next })}
        />
      )}
    </>
  );
}

/** What is seldom changed: in which procedure, in full words, on which text, how far one’s own decision is. */
function More({ draft, change, forum }: FieldsProps & { readonly forum: Forum | undefined }) {
  const t = useWords('table');
  const text = useText();
  const { world, me } = useSeat();
  const place = placeAt(world, forum, me.seat);
  const texts = [...world.consultation.texts.values()].filter(
    (x) => x.forum === forum?.id && (x.id === draft.on || shutBy(world, x.id) === undefined),
  );
  const open = (Object.keys(PROCEDURES) as ProcedureName[]).filter(
    (p) => (forum?.card.procedures.includes(p) ?? true) && (p !== 'silence' || forum === undefined || place?.chairs),
  );
  const whats = open.flatMap((p): What[] => (p === 'consultation' ? ['exchange', 'inform'] : [p]));
  const clean = texts.filter((x) => !isTimed(draft.what) || openBrackets(x).length === 0);
  const asks = !['notification', 'silence', 'joint-signature'].includes(draft.what);
  return (
    <>
      <Choose
        title={t('consult.what')}
        data={whats.map((w) => ({ value: w, label: t(`kind.${w}`) }))}
        value={draft.what}
        change={(what) => change({ what })}
      />
      <p className="small dim">{t(`consult.means.${draft.what}`)}</p>
      <TextField both title={t('consult.text')} rows={3} most={20_000} value={draft.text} change={(next) => change({ text: next })} />
      {texts.length > 0 && (
        <Choose
          title={t('consult.on')}
          data={[
            { value: '', label: t('consult.onNone') },
            ...clean.map((x) => ({ value: x.id, label: `${text(x.card.title)} (${t('version', { n: current(x).version })})` })),
          ]}
          value={draft.on}
          change={(on) => change({ on })}
        />
      )}
      {asks && (
        <OneOf
          title={t('consult.basis')}
          options={BASES.map((b) => ({ value: b, words: t(`basis.${b}`) }))}
          value={draft.basis}
          onChange={(basis) => change({ basis })}
        />
      )}
      {asks && (
        <OneOf
          title={t('consult.shown')}
          options={(['come', 'together'] as const).map((s) => ({ value: s, words: t(`consult.show.${s}`) }))}
          value={draft.shown}
          onChange={(shown) => change({ shown })}
        />
      )}
      {draft.what === 'ad-referendum' && (
        <OneOf
          title={t('consult.unconfirmed')}
          options={(['lapses', 'stands'] as const).map((u) => ({ value: u, words: t(`consult.capital.${u}`) }))}
          value={draft.unconfirmed}
          onChange={(unconfirmed) => change({ unconfirmed })}
        />
      )}
      {forum && forum.card.subjects.length > 0 && (
        <Choose
          title={t('consult.subject')}
          help={t('consult.subjectHelp')}
          data={[{ value: '', label: t('consult.noSubject') }, ...forum.card.subjects.map((s) => ({ value: s.id, label: text(s.name) }))]}
          value={draft.subject}
          change={(subject) => change({ subject })}
        />
      )}
      <LabelField title={t('label')} value={draft.label} onChange={(label) => change({ label })} />
    </>
  );
}

export function ConsultWriting({ made, done }: WriteProps) {
  return <ConsultForm start={{}} made={made} done={done} />;
}
