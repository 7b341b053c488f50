import { type Item, standingCard } from '@entente/engine';
import { useState } from 'react';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { useNamer } from '../kit/Names.tsx';
import { SharingForm, TextField } from './Form.tsx';
import { PartyChecks } from './PartyChecks.tsx';
import { type Look, recallable } from './rights.ts';
import { useAct, useLists } from './useSharing.ts';

/** Asks those outside to destroy an item. It is a request on the record: nobody un-knows what was read. */
export function RecallForm({ look, item, done }: { readonly look: Look; readonly item: Item; readonly done: () => void }) {
  const t = useWords('sharing');
  const text = useText();
  const name = useNamer();
  const { list } = useLists();
  const { busy, error, run } = useAct();
  const parties = recallable(look.roster, look.seat, item);
  const [chosen, choose] = useState<readonly string[]>(parties.length === 1 ? parties : []);
  const [reason, setReason] = useState('');
  const told = list(chosen.map((p) => name(`party:${p}`)));
  const submit = async () => {
    const answer = await run({ type: 'RecallItem', item: item.id, from: chosen.map((p) => `party:${p}`), reason });
    if (answer.ok) done();
  };
  return (
    <SharingForm
      title={t('recall.title', { title: text(standingCard(item)?.title) })}
      go={chosen.length > 0 ? t('recall.go', { from: told }) : t('recall.goPlain')}
      submit={submit}
      missing={chosen.length === 0 ? t('recall.choose') : undefined}
      told={t(look.roster.partyOf(look.seat) === undefined ? 'recall.toldControl' : 'recall.told')}
      danger
      busy={busy}
      error={error}
      cancel={done}
    >
      <p className="dim">{t('recall.help')}</p>
      <PartyChecks title={t('recall.from')} parties={parties} chosen={chosen} change={choose} />
      <TextField title={t('recall.reason')} rows={2} most={500} value={reason} onChange={setReason} />
    </SharingForm>
  );
}
