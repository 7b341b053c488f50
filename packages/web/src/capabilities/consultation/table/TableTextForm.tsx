import './table.css';
import type { Label, Text } from '@entente/engine';
import { type Command, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { LabelField } from '../../../kit/LabelField.tsx';
import { usePolicy } from '../../../kit/Labels.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';
import { paragraphsOf } from './paragraphs.ts';
import { placeAt } from './sits.ts';
import { useForumName } from './useTable.ts';

interface Draft {
  readonly forum: string;
  readonly title: Text;
  readonly text: Text;
  readonly label: Label;
}

/** Puts a text on a forum’s table: each line that is not blank is a paragraph, in every language the same number. */
export function TableTextWriting({ made, done }: Pick<WriteProps, 'made' | 'done'>) {
  const t = useWords('table');
  const { world, me } = useSeat();
  const name = useForumName();
  const policy = usePolicy();
  const forums = [...world.consultation.forums.values()].filter((f) => placeAt(world, f, me.seat)?.consults);
  const [only] = forums.length === 1 ? forums : [];
  const { draft, change, busy, error, run, drop } = useForm<Draft>('table a text', () => ({
    forum: only?.id ?? '',
    title: '',
    text: '',
    label: policy.usual,
  }));
  const paragraphs = paragraphsOf(sentText(draft.text));
  const forum = world.consultation.forums.get(draft.forum);
  const missing =
    draft.forum === ''
      ? t('tabling.lacks.forum')
      : isBlank(draft.title) || isBlank(draft.text)
        ? ''
        : paragraphs === undefined
          ? t('tabling.lacks.same')
          : undefined;
  const submit = async () => {
    const { title, label } = draft;
    const answer = await run({ type: 'TableText', forum: draft.forum, title: sentText(title), label, paragraphs } as Command);
    if (!answer.ok) return;
    done();
    made(answer.events);
  };
  return (
    <ActForm
      title={t('tabling.title')}
      go={t('tabling.go')}
      submit={submit}
      missing={missing}
      told={t('tabling.told', { who: forum ? name(forum.card) : '', count: paragraphs?.length ?? 0 })}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        done();
      }}
      cancelWords={t('dropDraft')}
      focus
    >
      <Choose
        title={t('tabling.forum')}
        required
        data={[{ value: '', label: t('consult.choose') }, ...forums.map((f) => ({ value: f.id, label: name(f.card) }))]}
        value={draft.forum}
        change={(next) => change({ forum: next })}
      />
      <TextField both title={t('tabling.name')} rows={1} most={300} required value={draft.title} change={(title) => change({ title })} />
      <TextField
        both
        title={t('tabling.text')}
        help={t('tabling.help')}
        rows={6}
        most={40_000}
        required
        value={draft.text}
        change={(text) => change({ text })}
      />
      <Details title={t('consult.details')} says={draft.label}>
        <LabelField title={t('label')} value={draft.label} onChange={(label) => change({ label })} />
      </Details>
    </ActForm>
  );
}
