import { type Item, type Look, recallable, standingCard, type Text } from '@entente/engine';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import { useLists } from '../useSharing.ts';
import { PartyChecks } from './PartyChecks.tsx';

interface Draft {
  readonly from: readonly string[];
  readonly reason: Text;
}

/** Asks those outside to destroy an item. It is a request on the record: nobody un-knows what was read. */
export function RecallForm({ look, item, done }: { readonly look: Look; readonly item: Item; readonly done: () => void }) {
  const t = useWords('forms');
  const text = useText();
  const name = useNamer();
  const { list } = useLists();
  const parties = recallable(look.roster, look.seat, item);
  const { draft, change, busy, error, run, drop } = useForm<Draft>(`recall ${item.id}`, () => ({
    ...{ from: parties.length === 1 ? parties : [], reason: '' },
  }));
  const { reason } = draft;
  // What a colleague has recalled meanwhile is no longer asked for.
  const chosen = draft.from.filter((p) => parties.includes(p));
  const told = list(chosen.map((p) => name(`party:${p}`)));
  const cancel = () => {
    drop();
    done();
  };
  const submit = async () => {
    const why = isBlank(reason) ? {} : { reason: sentText(reason) };
    const answer = await run({ type: 'RecallItem', item: item.id, from: chosen.map((p) => `party:${p}`), ...why });
    if (answer.ok) done();
  };
  return (
    <ActForm
      title={t('recall.title', { title: text(standingCard(item)?.title) })}
      go={chosen.length > 0 ? t('recall.go', { from: told }) : t('recall.goPlain')}
      submit={submit}
      missing={chosen.length === 0 ? t('recall.choose') : undefined}
      told={t(look.roster.partyOf(look.seat) === undefined ? 'recall.toldControl' : 'recall.told')}
      danger
      busy={busy}
      error={error}
      cancel={cancel}
      focus
    >
      <p className="dim">{t('recall.help')}</p>
      <PartyChecks required title={t('recall.from')} parties={parties} chosen={chosen} change={(from) => change({ from })} />
      <TextField both title={t('recall.reason')} rows={2} most={500} value={reason} change={(words) => change({ reason: words })} />
    </ActForm>
  );
}
