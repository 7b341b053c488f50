import { type Address, type Item, standingCard } from '@entente/engine';
import { useState } from 'react';
import { useDraft, useSeat } from '../connection/index.ts';
import { usePreferences } from '../i18n/preferences.ts';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { OneOf } from '../kit/Choice.tsx';
import { shortTime } from '../kit/calendar.ts';
import { useDirectory } from '../kit/Directory.tsx';
import { AddressName, useNamer } from '../kit/Names.tsx';
import { SharingForm, TextField } from './Form.tsx';
import type { Look } from './rights.ts';
import { ReleaseTo } from './ShareForm.tsx';
import { otherParties, useAct, useLists } from './useSharing.ts';

const MINUTE = 60_000;
const TIMES = ['15', '30', '60'] as const;

interface Draft {
  readonly what: 'onward' | 'more' | undefined;
  readonly of: Address;
  readonly text: string;
  readonly for: readonly Address[];
  /** Minutes from sending. */
  readonly within: (typeof TIMES)[number];
  readonly who: 'me' | 'cell' | 'party';
}

/** What the way here has said already. */
export interface AskStart {
  readonly for?: readonly Address[] | undefined;
  readonly portions?: readonly number[] | undefined;
}

/** Asks another side for release: of what one holds, to pass it on or for more of it; or in words, of what one can only guess at. */
export function AskForm({
  look,
  item,
  start,
  done,
}: {
  readonly look: Look;
  readonly item?: Item | undefined;
  readonly start?: AskStart | undefined;
  readonly done: () => void;
}) {
  const t = useWords('sharing');
  const text = useText();
  const name = useNamer();
  const { list, portions } = useLists();
  const { language } = usePreferences();
  const directory = useDirectory();
  const { door } = useSeat();
  const { busy, error, run } = useAct();
  const card = item && standingCard(item);
  const others = otherParties(look);
  const desks = [...others.map((p) => `party:${p}`), ...directory.entities.map((e) => `entity:${e.id}`)];
  const onward = start?.for !== undefined && start.for.length > 0;
  const [empty] = useState<Draft>({
    what: item ? (onward ? 'onward' : undefined) : 'more',
    of: card?.originator ?? (others.length === 1 ? `party:${others[0]}` : ''),
    text: start?.portions && card && start.portions.length < card.portions.length ? t('ask.about', { what: portions(start.portions) }) : '',
    for: start?.for ?? [],
    within: '30',
    who: 'me',
  });
  const [draft, setDraft, forget] = useDraft<Draft>(door, `ask ${item?.id ?? 'new'} ${onward ? 'onward' : ''}`, empty);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const finish = () => {
    forget();
    done();
  };
  const due = look.now + Number(draft.within) * MINUTE;
  const passing = draft.what === 'onward';
  const missing = !draft.what
    ? t('ask.chooseWhat')
    : draft.of === ''
      ? t('ask.chooseOf')
      : passing && draft.for.length === 0
        ? t('ask.chooseFor')
        : draft.text.trim() === ''
          ? t('ask.writeText')
          : undefined;
  const own = look.roster.partyOf(look.seat);
  const cell = look.roster.seats.get(look.seat.slice('seat:'.length))?.cell;
  const mine: Record<Draft['who'], Address[]> = {
    me: [look.seat],
    cell: cell ? [`cell:${cell}`] : [look.seat],
    party: own ? [`party:${own}`] : [look.seat],
  };
  const submit = async () => {
    const answer = await run({
      type: 'RequestItem',
      to: draft.of,
      text: draft.text,
      due: look.now + Number(draft.within) * MINUTE,
      for: passing ? [...draft.for] : mine[draft.who],
      ...(item ? { about: item.id } : {}),
    });
    if (answer.ok) finish();
  };
  const time = shortTime(directory.start, due, language);
  return (
    <SharingForm
      title={card ? t('ask.title', { title: text(card.title) }) : t('ask.titleNew')}
      go={missing === undefined ? t('ask.go', { of: name(draft.of), time }) : t('ask.goPlain')}
      submit={submit}
      missing={missing}
      told={t('ask.told', { of: name(draft.of) })}
      busy={busy}
      error={error}
      cancel={finish}
    >
      {item && (
        <OneOf
          title={t('ask.what')}
          options={[
            { value: 'onward' as const, words: t('ask.onward'), help: t('ask.onwardHelp') },
            { value: 'more' as const, words: t('ask.more'), help: t('ask.moreHelp') },
          ]}
          value={draft.what}
          onChange={(what) => change({ what, ...(what === 'onward' && card ? { of: card.originator } : {}) })}
        />
      )}
      {passing && card ? (
        <p className="row wrap">
          <span className="field-title">{t('ask.of')}</span> <AddressName address={card.originator} />
        </p>
      ) : (
        <label className="field">
          <span className="field-title">{t('ask.of')}</span>
          <select className="select" value={draft.of} onChange={(e) => change({ of: e.currentTarget.value })}>
            <option value="">{t('ask.ofNone')}</option>
            {desks.map((d) => (
              <option key={d} value={d}>
                {name(d)}
              </option>
            ))}
          </select>
        </label>
      )}
      {passing && <ReleaseTo look={look} to={draft.for} change={(next) => change({ for: next })} abroad />}
      <TextField
        title={t('ask.text')}
        help={t(passing ? 'ask.textOnward' : 'ask.textHelp')}
        rows={4}
        most={4000}
        required
        value={draft.text}
        onChange={(words) => change({ text: words })}
      />
      {!passing && draft.what && (
        <OneOf
          title={t('ask.who')}
          options={(['me', 'cell', 'party'] as const).map((who) => ({
            value: who,
            words: t(`ask.for.${who}`),
            help: list(mine[who].map(name)),
          }))}
          value={draft.who}
          onChange={(who) => change({ who })}
        />
      )}
      <fieldset className="one-of times">
        <legend className="field-title">{t('ask.due')}</legend>
        {TIMES.map((m) => (
          <label key={m} className="one" data-chosen={draft.within === m || undefined}>
            <input type="radio" name="within" checked={draft.within === m} onChange={() => change({ within: m })} />
            <span>
              {t('ask.within', { minutes: m })}
              <span className="small dim one-help">{shortTime(directory.start, look.now + Number(m) * MINUTE, language)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </SharingForm>
  );
}
