import type { Text } from '@entente/engine';
import type { Claim, PressDraft } from '@entente/engine/statements';
import { standing } from '@entente/engine/statements';
import { type Command, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Changed } from '../../../kit/Changed.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { ClaimsField } from './ClaimsField.tsx';
import { linkOf } from './drafts.ts';

interface VersionDraft {
  readonly words: string;
  readonly claims: readonly Claim[];
  readonly reason: Text;
}

/** Words of one language: written anew, cleared with edits that are shown word by word, or objected to with what is to change. */
export function VersionForm({
  draft,
  language,
  does,
  done,
}: {
  readonly draft: PressDraft;
  readonly language: string;
  readonly does: 'word' | 'clear-with-edits' | 'object';
  readonly done: () => void;
}) {
  const t = useWords('press');
  const { world } = useSeat();
  const stands = standing(draft, language);
  const line = world.statements.lines.get(linkOf(draft, 'line') ?? '');
  const before = stands.words?.text ?? '';
  const started = stands.words?.claims ?? draft.words.at(-1)?.claims ?? line?.card.claims ?? [];
  const form = useForm<VersionDraft>(`${does} ${draft.id} ${language} ${draft.words.length}`, () => ({
    words: before,
    claims: started,
    reason: '',
  }));
  const { change, busy, error, run, drop } = form;
  const { words, claims, reason } = form.draft;
  const of = { draft: draft.id, language };
  const why = isBlank(reason) ? {} : { reason: sentText(reason) };
  const changed = JSON.stringify(claims) === JSON.stringify(started) ? {} : { claims: [...claims] };
  const commands: Record<typeof does, object> = {
    word: { type: 'WordDraft', ...of, text: words.trim(), ...changed },
    'clear-with-edits': { type: 'ClearDraft', ...of, act: does, text: words.trim(), ...changed, ...why },
    object: { type: 'ClearDraft', ...of, act: does, ...why },
  };
  const submit = async () => {
    if ((await run(commands[does] as Command)).ok) done();
  };
  const isSame = words.trim() === before.trim();
  const missing = does === 'object' ? isBlank(reason) : words.trim() === '' || (does === 'clear-with-edits' && isSame);
  return (
    <div className="card-form pr-version-form">
      <ActForm
        title={t(`form.${does}.title`, { language: t(`language.name.${language}`) })}
        headed
        go={t(`form.${does}.go`)}
        submit={submit}
        missing={missing ? (does === 'clear-with-edits' ? t('form.sameWords') : '') : undefined}
        told={t(`form.${does}.told`)}
        danger={does === 'object'}
        busy={busy}
        error={error}
        cancel={() => {
          drop();
          done();
        }}
        focus
      >
        <Fields does={does} language={language} before={before} draft={form.draft} change={change} />
      </ActForm>
    </div>
  );
}

function Fields({
  does,
  language,
  before,
  draft: { words, claims, reason },
  change,
}: {
  readonly does: string;
  readonly language: string;
  readonly before: string;
  readonly draft: VersionDraft;
  readonly change: (part: Partial<VersionDraft>) => void;
}) {
  const t = useWords('press');
  if (does === 'object')
    return (
      <TextField both title={t('form.object.reason')} rows={2} most={2_000} required value={reason} change={(r) => change({ reason: r })} />
    );
  return (
    <>
      <TextField
        title={t(`language.name.${language}`)}
        rows={4}
        most={20_000}
        required
        value={words}
        change={(next) => change({ words: next })}
      />
      {before !== '' && words.trim() !== before.trim() && (
        <section className="pr-compared" aria-label={t('form.compared')}>
          <p className="small dim">{t('form.compared')}</p>
          <Changed before={before} after={words} />
        </section>
      )}
      <ClaimsField claims={claims} change={(next) => change({ claims: next })} />
    </>
  );
}
