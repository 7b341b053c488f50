import type { Text } from '@entente/engine';
import { current } from '@entente/engine/consultation';
import { type Command, useAct, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Changed } from '../../../kit/Changed.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import type { TextLook } from './look.ts';
import { inLanguage, ownWords, signedBy } from './standing.ts';
import { useOrdered, useParties } from './useTable.ts';

interface Draft {
  readonly text: Text;
}

interface Props {
  readonly look: TextLook;
  /** Of a new paragraph that nobody has worded: none. */
  readonly paragraph: string | undefined;
  readonly after: string | undefined;
  readonly done: () => void;
}

/** The wording so far, and the ways to set it, to keep it before one’s own side, or to propose that the paragraph be left out. */
function useWording({ look: { text, party }, paragraph, after, done }: Props) {
  const stood = paragraph === undefined ? undefined : ownWords(text, paragraph, party);
  const kept = text.kept.findLast((k) => k.party === party && k.wording.paragraph === paragraph)?.wording.words;
  const { version } = current(text);
  const form = useForm<Draft>(`wording ${text.id} ${paragraph ?? `after ${after}`}`, () => ({ text: kept ?? stood ?? '' }));
  const keeping = useAct();
  const words = sentText(form.draft.text);
  const place = { of: text.id, ...(paragraph === undefined ? {} : { paragraph }), ...(after === undefined ? {} : { after }) };
  const set = async (more: { readonly words?: Text }) => {
    if ((await form.run({ type: 'SetWording', version, ...place, ...more } as Command)).ok) done();
  };
  const keep = async () => {
    if (!(await keeping.run({ type: 'KeepWording', ...place, words } as Command)).ok) return;
    form.drop();
    done();
  };
  const cancel = () => {
    form.drop();
    done();
  };
  return { form, stood, words, set, keep, cancel, busy: form.busy || keeping.busy, error: form.error ?? keeping.error };
}

/** A side’s own wording of a paragraph, in every language of the text; or that it be left out. Between sides nothing is merged. */
export function WordingForm(props: Props) {
  const { text, languages } = props.look;
  const t = useWords('table');
  const { world } = useSeat();
  const parties = useParties();
  const ordered = useOrdered();
  const { form, stood, words, set, keep, cancel, busy, error } = useWording(props);
  const blank = isBlank(form.draft.text);
  const signed = ordered(signedBy(world, text));
  const number = current(text).paragraphs.findIndex((p) => p.id === props.paragraph) + 1;
  return (
    <ActForm
      title={number > 0 ? t('wording.title', { n: number }) : t('wording.titleNew')}
      go={t('wording.go')}
      submit={() => set({ words })}
      missing={blank ? '' : undefined}
      told={signed.length > 0 ? t('wording.toldSigned', { who: parties(signed) }) : t('wording.told')}
      busy={busy}
      error={error}
      cancel={cancel}
      focus
    >
      <TextField
        both
        title={t('wording.words')}
        rows={3}
        most={5_000}
        required
        value={form.draft.text}
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
        <Button size="small" kind="quiet" icon="lock" disabled={blank} onClick={keep}>
          {t('keep')}
        </Button>
        {number > 0 && (
          <Button size="small" kind="quiet" icon="cross" busy={busy} onClick={() => set({})}>
            {t('wording.leaveOut')}
          </Button>
        )}
      </div>
    </ActForm>
  );
}
