import type { Text } from '@entente/engine';
import { memberOf } from '@entente/engine/consultation';
import { useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';

/** Begins to compare options with the others of a forum. */
export function OpenBoard({ made, done }: Pick<WriteProps, 'made' | 'done'>) {
  const t = useWords('board');
  const text = useText();
  const name = useNamer();
  const { world, me } = useSeat();
  const forums = [...world.consultation.forums.values()].filter((f) => memberOf(f, me.seat));
  const [only] = forums.length === 1 ? forums : [];
  const { draft, change, run, busy, error, drop } = useForm<{ forum: string; name: Text }>('open a board', () => ({
    forum: only?.id ?? '',
    name: '',
  }));
  const called = (f: (typeof forums)[number]): string =>
    text(f.card.name) || f.card.members.map((m) => name(`party:${m.party}`)).join(', ');
  return (
    <ActForm
      title={t('open.title')}
      go={t('open.go')}
      submit={async () => {
        const answer = await run({ type: 'OpenBoard', forum: draft.forum, name: sentText(draft.name) as never });
        if (!answer.ok) return;
        done();
        made(answer.events);
      }}
      missing={draft.forum === '' ? t('open.choose') : isBlank(draft.name) ? '' : undefined}
      told={t('open.told')}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        done();
      }}
      focus
    >
      <Choose
        title={t('open.forum')}
        required
        data={[{ value: '', label: t('open.choose') }, ...forums.map((f) => ({ value: f.id, label: called(f) }))]}
        value={draft.forum}
        change={(forum) => change({ forum })}
      />
      <TextField both title={t('open.name')} rows={1} most={300} required value={draft.name} change={(next) => change({ name: next })} />
    </ActForm>
  );
}
