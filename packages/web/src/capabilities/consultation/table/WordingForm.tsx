import type { Text } from '@entente/engine';
import { current } from '@entente/engine/consultation';
import { type Command, useAct, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Changed } from '../../../kit/Changed.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { inLanguage, ownWords, signedBy } from './standing.ts';
import type { TextLook } from './TextOnTable.tsx';
import { useOrdered, useParties } from './useTable.ts';

interface Draft {
  readonly text: Text;
}

/** A side’s own wording of a paragraph, in every language of the text; or that it be left out. Between sides nothing is merged. */
export function WordingForm({
  look,
  paragraph,
  after,
  done,
}: {
  readonly look: TextLook;
  /** Of a new paragraph that nobody has worded: none. */
  readonly paragraph: string | undefined;
  readonly after: string | undefined;
  readonly done: () => void;
}) {
  const t = useWords('table');
  const { world } = useSeat();
  const parties = useParties();
  const ordered = useOrdered();
  const { text, party, languages } = look;
  const stood = paragraph === undefined ? undefined : ownWords(text, paragraph, party);
  const kept = text.kept.findLast((k) => k.party === party && k.wording.paragraph === paragraph)?.wording.words;
  const { version } = current(text);
  const start = (): Draft => ({ text: kept ?? stood ?? '' });
  const form = useForm<Draft>(`wording ${text.id} ${paragraph ?? `after ${after}`}`, start);
  const keeping = useAct();
  const { draft } = form;
  const words = sentText(draft.text);
  const place = { of: text.id, ...(paragraph === undefined ? {} : { paragraph }), ...(after === undefined ? {} : { after }) };
  const set = async (more: { readonly words?: Text }) => {
    const command = { type: 'SetWording', version, ...place, ...more } as Command;
    if ((await form.run(command)).ok) done();
  };
  const keep = async () => {
    if (!(await keeping.run({ type: 'KeepWording', ...place, words } as Command)).ok) return;
    form.drop();
    done();
  };
  const signed = ordered(signedBy(world, text));
  const number = current(text).paragraphs.findIndex((p) => p.id === paragraph) + 1;
  return (
    <ActForm
      title={number > 0 ? t('wording.title', { n: number }) : t('wording.titleNew')}
      go={t('wording.go')}
      submit={() => set({ words })}
      missing={isBlank(draft.text) ? '' : undefined}
      told={signed.length > 0 ? t('wording.toldSigned', { who: parties(signed) }) : t('wording.told')}
      busy={form.busy || keeping.busy}
      error={form.error ?? keeping.error}
      cancel={() => {
        form.drop();
        done();
      }}
      focus
    >
      <TextField
        both
        title={t('wording.words')}
        rows={3}
        most={5_000}
        required
        value={draft.text}
        change={(next) => form.change({ text: next })}
      />
      {stood !== undefined && (
        <div className="cs-preview" role="status" aria-label={t('wording.changes')}>
          {(languages.length === 0 ? [''] : languages).map((l) => {
            const [was, is] = [inLanguage(stood, l) ?? '', inLanguage(words, l) ?? ''];
            return was === is ? null : <Changed key={l} before={was} after={is} />;
          })}
        </div>
      )}
      <div className="row wrap">
        <Button size="small" kind="quiet" icon="lock" disabled={isBlank(draft.text)} onClick={keep}>
          {t('keep')}
        </Button>
        {number > 0 && (
          <Button size="small" kind="quiet" icon="cross" busy={form.busy} onClick={() => set({})}>
            {t('wording.leaveOut')}
          </Button>
        )}
      </div>
    </ActForm>
  );
}
