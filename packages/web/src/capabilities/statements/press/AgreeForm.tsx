import './press.css';
import { type Address, rosterOfWorld, type Text, type World } from '@entente/engine';
import type { Claim } from '@entente/engine/statements';
import { type Command, useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { OneOf } from '../../../kit/Choice.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';
import { ClaimsField } from './ClaimsField.tsx';
import { InMinutes } from './InMinutes.tsx';
import { inMinutes } from './moments.ts';
import { namesOfTerm } from './terms.ts';

const KINDS = ['line', 'meaning', 'joint', 'publicity'] as const;
type Kind = (typeof KINDS)[number];

interface AgreeDraft {
  readonly is: Kind;
  readonly where: string;
  readonly subject: string;
  readonly name: Text;
  readonly text: Text;
  readonly claims: readonly Claim[];
  readonly term: string;
  readonly topic: string;
  readonly announce: 'yes' | 'no';
  readonly release: string;
  readonly due: string;
}

/** Agrees with partners what is said: a line, what a term means, one text in all capitals, or whether to announce at all. A matter of their table. */
export function AgreeWriting({ made, done }: WriteProps) {
  const t = useWords('press');
  const { world, me } = useSeat();
  const now = useNow(10_000);
  const tables = tablesOf(world, me.seat);
  const form = useForm<AgreeDraft>('agree', () => ({
    is: 'line',
    where: tables[0]?.value ?? '',
    subject: '',
    name: '',
    text: '',
    claims: [],
    term: [...world.statements.terms.keys()][0] ?? '',
    topic: world.statements.topics?.list[0]?.id ?? '',
    announce: 'yes',
    release: '60',
    due: '15',
  }));
  const { draft, change, busy, error, run, drop } = form;
  const submit = async () => {
    const answer = await run(proposal(draft, now));
    if (!answer.ok) return;
    done();
    made(answer.events);
  };
  const terms = world.statements.terms.size > 0;
  const kinds = KINDS.filter((k) => k !== 'meaning' || terms);
  return (
    <ActForm
      title={t('agree.title')}
      go={t(`agree.go.${draft.is}`)}
      submit={submit}
      missing={draft.where === '' ? t('agree.needsTable') : lacks(draft) ? '' : undefined}
      told={t('agree.told')}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        done();
      }}
      focus
    >
      <OneOf
        title={t('agree.what')}
        options={kinds.map((k) => ({ value: k, words: t(`agree.is.${k}`), help: t(`agree.help.${k}`) }))}
        value={draft.is}
        onChange={(is) => change({ is })}
      />
      <TableField tables={tables} value={draft.where} change={(where) => change({ where, subject: '' })} />
      <SubjectField draft={draft} change={change} />
      <What draft={draft} change={change} />
      {draft.is === 'joint' && <InMinutes title={t('agree.release')} value={draft.release} change={(release) => change({ release })} />}
      <InMinutes title={t('agree.due')} value={draft.due} change={(due) => change({ due })} />
    </ActForm>
  );
}

interface FieldsProps {
  readonly draft: AgreeDraft;
  readonly change: (part: Partial<AgreeDraft>) => void;
}

/** What the table is to be asked about before a decision: by its subject the scenario sees that it was. */
function SubjectField({ draft, change }: FieldsProps) {
  const t = useWords('press');
  const text = useText();
  const { world } = useSeat();
  const subjects = world.consultation.forums.get(draft.where)?.card.subjects ?? [];
  if (subjects.length === 0) return null;
  return (
    <Choose
      title={t('agree.subject')}
      help={t('agree.subjectHelp')}
      data={[{ value: '', label: t('agree.noSubject') }, ...subjects.map((s) => ({ value: s.id, label: text(s.name) }))]}
      value={draft.subject}
      change={(subject) => change({ subject })}
    />
  );
}

function What({ draft, change }: FieldsProps) {
  const t = useWords('press');
  const text = useText();
  const { world } = useSeat();
  const { statements } = world;
  if (draft.is === 'publicity')
    return (
      <>
        <Choose
          title={t('agree.topic')}
          data={(statements.topics?.list ?? []).map((x) => ({ value: x.id, label: text(x.name) }))}
          value={draft.topic}
          change={(topic) => change({ topic })}
        />
        <OneOf
          title={t('agree.announce')}
          options={(['yes', 'no'] as const).map((a) => ({ value: a, words: t(`agree.announces.${a}`) }))}
          value={draft.announce}
          onChange={(announce) => change({ announce })}
        />
        <TextField both title={t('agree.why')} rows={2} most={2_000} required value={draft.text} change={(x) => change({ text: x })} />
      </>
    );
  if (draft.is === 'meaning')
    return (
      <>
        <Choose
          title={t('agree.term')}
          data={[...statements.terms].map(([id, term]) => ({ value: id, label: text(namesOfTerm(term)[0]) || id }))}
          value={draft.term}
          change={(term) => change({ term })}
        />
        <TextField both title={t('agree.meaning')} rows={3} most={2_000} required value={draft.text} change={(x) => change({ text: x })} />
      </>
    );
  return (
    <>
      <TextField both title={t('agree.name')} rows={1} most={300} required value={draft.name} change={(name) => change({ name })} />
      <TextField both title={t('agree.words')} rows={4} most={20_000} required value={draft.text} change={(x) => change({ text: x })} />
      <ClaimsField claims={draft.claims} change={(claims) => change({ claims })} help={t('agree.claimsHelp')} />
    </>
  );
}

export function TableField({
  tables,
  value,
  change,
}: {
  readonly tables: readonly { readonly value: string; readonly name: Text | undefined }[];
  readonly value: string;
  readonly change: (where: string) => void;
}) {
  const t = useWords('press');
  const text = useText();
  const name = useNamer();
  const label = (x: (typeof tables)[number]): string => text(x.name) || name(x.value);
  return <Choose title={t('agree.where')} data={tables.map((x) => ({ value: x.value, label: label(x) }))} value={value} change={change} />;
}

/** Forums in which this seat sits, then other sides whom it may ask by themselves. */
export function tablesOf(world: World, seat: Address): readonly { readonly value: string; readonly name: Text | undefined }[] {
  const roster = rosterOfWorld(world);
  const own = roster?.partyOf(seat);
  if (!roster || own === undefined) return [];
  const forums = [...world.consultation.forums.values()].filter(({ card }) => card.members.some((m) => m.party === own));
  const parties = [...roster.parties.keys()].filter((p) => p !== own);
  return [
    ...forums.map(({ id, card }) => ({ value: id, name: card.name })),
    ...parties.map((p) => ({ value: `party:${p}`, name: undefined })),
  ];
}

const lacks = ({ is, name, text }: AgreeDraft): boolean => isBlank(text) || ((is === 'line' || is === 'joint') && isBlank(name));

function proposal(draft: AgreeDraft, now: number): Command {
  const { is, where, subject, name, text, claims, term, topic, announce, release, due } = draft;
  const at = where.startsWith('party:') ? { with: [where] } : { forum: where };
  const until = inMinutes(now, due);
  const common = { ...at, ...(subject ? { subject } : {}), ...(until === undefined ? {} : { due: until }) };
  switch (is) {
    case 'line':
      return { type: 'ProposeLine', ...common, name: sentText(name), text: sentText(text), claims: [...claims] };
    case 'meaning':
      return { type: 'ProposeMeaning', ...common, term, text: sentText(text) };
    case 'publicity':
      return { type: 'ProposePublicity', ...common, topic, announce: announce === 'yes', text: sentText(text) };
    case 'joint':
      return {
        type: 'ProposeJoint',
        ...common,
        title: sentText(name),
        text: sentText(text),
        claims: [...claims],
        release: inMinutes(now, release) ?? now,
      };
  }
}
