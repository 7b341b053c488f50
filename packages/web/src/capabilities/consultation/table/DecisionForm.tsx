import './table.css';
import type { Address, Id, Text } from '@entente/engine';
import { consultedOn } from '@entente/engine/consultation';
import { type Command, useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressField } from '../../../kit/AddressField.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';
import { atMatter, placeAt } from './sits.ts';
import { useAnyForum } from './useTable.ts';
import { ownSide } from './whom.ts';

interface Draft {
  readonly title: Text;
  readonly text: Text;
  readonly subject: string;
  readonly authority: Text;
  readonly after: readonly Id[];
  readonly to: readonly Address[];
  /** How many minutes ago it was taken. */
  readonly ago: string;
}
const AGO = ['0', '5', '15', '30', '60', '120'] as const;
const MINUTE = 60_000;

/** Records what the own side has decided: told to the own side alone. Others hear of it by consulting them. */
export function DecisionWriting({ made, done }: Pick<WriteProps, 'made' | 'done'>) {
  const t = useWords('table');
  const text = useText();
  const name = useNamer();
  const { world, me } = useSeat();
  const now = useNow();
  const anyOf = useAnyForum();
  const directory = useDirectory();
  const own = directory.partyOf(me.seat)?.card.id ?? '';
  const forums = [...world.consultation.forums.values()].filter((f) => placeAt(world, f, me.seat));
  const subjects = new Map(forums.flatMap((f) => f.card.subjects.map((s) => [s.id, s.name] as const)));
  const { draft, change, busy, error, run, drop } = useForm<Draft>('decision', () => ({
    title: '',
    text: '',
    subject: '',
    authority: '',
    after: [],
    to: [],
    ago: '0',
  }));
  const taken = draft.ago === '0' ? now : Math.max(0, Math.floor(now - Number(draft.ago) * MINUTE));
  const due = draft.subject ? consultedOn(world, own, draft.subject, taken) : undefined;
  const unasked = due && due.state !== 'before' ? due : undefined;
  const submit = async () => {
    const { title, subject, authority, after, to, ago } = draft;
    const answer = await run({
      type: 'RecordDecision',
      title: sentText(title),
      text: sentText(isBlank(draft.text) ? title : draft.text),
      ...(isBlank(authority) ? {} : { authority: sentText(authority) }),
      ...(subject ? { subject } : {}),
      after: [...after],
      ...(to.length > 0 ? { to: [...to] } : {}),
      ...(ago === '0' ? {} : { happened: taken }),
    } as Command);
    if (!answer.ok) return;
    done();
    made(answer.events);
  };
  const whom = draft.to.length > 0 ? draft.to.map(name).join(', ') : name(`party:${own}`);
  return (
    <ActForm
      title={t('decide.title')}
      go={t('decide.go')}
      submit={submit}
      missing={isBlank(draft.title) ? '' : undefined}
      told={t('decide.told', { who: whom })}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        done();
      }}
      cancelWords={t('dropDraft')}
      focus
    >
      <TextField both title={t('decide.name')} rows={1} most={300} required value={draft.title} change={(title) => change({ title })} />
      <TextField both title={t('decide.text')} rows={3} most={20_000} value={draft.text} change={(next) => change({ text: next })} />
      {subjects.size > 0 && (
        <Choose
          title={t('decide.subject')}
          help={t('decide.subjectHelp')}
          data={[{ value: '', label: t('consult.noSubject') }, ...[...subjects].map(([value, n]) => ({ value, label: text(n) }))]}
          value={draft.subject}
          change={(subject) => change({ subject })}
        />
      )}
      {unasked && (
        <p className="small late" role="status">
          {t('decide.unasked', { who: anyOf(unasked.forums.flatMap((id) => world.consultation.forums.get(id) ?? [])) })}
        </p>
      )}
      <Details title={t('consult.details')} says={t('decide.says')}>
        <More draft={draft} change={change} />
      </Details>
    </ActForm>
  );
}

/** What is seldom said: under which authority, after which matters, told to whom, since when. */
function More({ draft, change }: { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }) {
  const t = useWords('table');
  const text = useText();
  const name = useNamer();
  const { world, me } = useSeat();
  const directory = useDirectory();
  const matters = [...world.consultation.matters.values()].filter((m) => atMatter(world, m, me.seat));
  return (
    <>
      <TextField
        both
        title={t('decide.authority')}
        rows={1}
        most={1_000}
        value={draft.authority}
        change={(authority) => change({ authority })}
      />
      {matters.length > 0 && (
        <fieldset className="cs-plain">
          <legend className="field-title">{t('decide.after')}</legend>
          {matters.map((m) => (
            <Check
              key={m.id}
              checked={draft.after.includes(m.id)}
              onChange={(on) => change({ after: on ? [...draft.after, m.id] : draft.after.filter((id) => id !== m.id) })}
            >
              {text(m.card.title)}
            </Check>
          ))}
        </fieldset>
      )}
      <AddressField
        title={t('decide.to')}
        hint={t('decide.toHint')}
        required={false}
        groups={ownSide(directory, me.seat).map((g) => ({ title: name(`party:${g.party}`), addresses: g.addresses }))}
        to={draft.to}
        change={(to) => change({ to })}
      />
      <Choose
        title={t('decide.when')}
        data={AGO.map((a) => ({ value: a as string, label: a === '0' ? t('decide.now') : t('decide.ago', { minutes: a }) }))}
        value={draft.ago}
        change={(ago) => change({ ago })}
      />
    </>
  );
}
