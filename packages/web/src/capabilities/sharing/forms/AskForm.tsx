import { type Address, type Id, type Item, type Look, overFor, split, standingCard, type Text } from '@entente/engine';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { OneOf } from '../../../kit/Choice.tsx';
import { shortTime } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { AddressName, useNamer } from '../../../kit/Names.tsx';
import { otherParties, useLists } from '../useSharing.ts';
import { ReleaseTo } from './ShareForm.tsx';

const MINUTE = 60_000;
const TIMES = ['15', '30', '60'] as const;

interface Draft {
  readonly what: 'onward' | 'more' | undefined;
  readonly of: Address;
  readonly text: Text;
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

interface Props {
  readonly look: Look;
  readonly item?: Item | undefined;
  readonly start?: AskStart | undefined;
  /** Told of the events that it brought; absent where what is asked about stays in sight. */
  readonly made?: ((events: readonly Id[]) => void) | undefined;
  readonly done: () => void;
}

/** What is asked so far, what is missing, and the way to send it. */
function useAsking({ look, item, start, made, done }: Props) {
  const t = useWords('forms');
  const { portions } = useLists();
  const card = item && standingCard(item);
  const others = otherParties(look);
  const onward = start?.for !== undefined && start.for.length > 0;
  // What has expired is passed on by nobody: one can only ask for more.
  const over = item !== undefined && overFor(look, item) !== undefined;
  const ofPart = start?.portions && card && start.portions.length < card.portions.length;
  const name = `ask ${item?.id ?? 'new'} ${onward ? 'onward' : ''}`;
  const { draft, change, busy, error, run, drop } = useForm<Draft>(name, () => ({
    what: over || !item ? 'more' : onward ? 'onward' : undefined,
    of: card?.originator ?? (others.length === 1 ? `party:${others[0]}` : ''),
    text: ofPart ? t('ask.about', { what: portions(start.portions ?? []) }) : '',
    for: start?.for ?? [],
    within: '30',
    who: 'me',
  }));
  const passing = draft.what === 'onward' && !over;
  const lacks = [
    !draft.what && 'chooseWhat',
    draft.of === '' && 'chooseOf',
    passing && draft.for.length === 0 && 'chooseFor',
    isBlank(draft.text) && 'writeText',
  ].find(Boolean);
  const cancel = () => {
    drop();
    done();
  };
  const mine = ownAddresses(look);
  const due = look.now + Number(draft.within) * MINUTE;
  const submit = async () => {
    const about = item ? { about: item.id } : {};
    const answer = await run({
      type: 'RequestItem',
      to: draft.of,
      text: sentText(draft.text),
      due,
      for: passing ? [...draft.for] : [mine[draft.who]],
      ...about,
    });
    if (!answer.ok) return;
    done();
    made?.(answer.events);
  };
  return { draft, change, over, passing, mine, due, missing: lacks ? t(`ask.${lacks}`) : undefined, busy, error, cancel, submit };
}

/** For whom of the own side one may ask. */
function ownAddresses({ roster, seat }: Look): Record<Draft['who'], Address> {
  const party = roster.partyOf(seat);
  const cell = roster.seats.get(split(seat)[1] ?? '')?.cell;
  return { me: seat, cell: cell ? `cell:${cell}` : seat, party: party ? `party:${party}` : seat };
}

/** Asks another side for release: of what one holds, to pass it on or for more of it; or in words, of what one can only guess at. */
export function AskForm(props: Props) {
  const { look, item } = props;
  const t = useWords('forms');
  const text = useText();
  const name = useNamer();
  const ownName = useNamer('own');
  const { start } = useDirectory();
  const { draft, change, over, passing, mine, due, missing, busy, error, cancel, submit } = useAsking(props);
  const card = item && standingCard(item);
  const time = shortTime(start, due);
  return (
    <ActForm
      title={card ? t('ask.title', { title: text(card.title) }) : t('ask.titleNew')}
      go={missing === undefined ? t('ask.go', { of: name(draft.of), time }) : t('ask.goPlain')}
      submit={submit}
      missing={missing}
      told={t('ask.told', { of: name(draft.of) })}
      busy={busy}
      error={error}
      cancel={cancel}
      focus
    >
      {card && !over && (
        <OneOf
          title={t('ask.what')}
          required
          options={(['onward', 'more'] as const).map((what) => ({ value: what, words: t(`ask.${what}`), help: t(`ask.${what}Help`) }))}
          value={draft.what}
          onChange={(what) => change({ what, ...(what === 'onward' ? { of: card.originator } : {}) })}
        />
      )}
      {passing && card ? (
        <p className="row wrap">
          <span className="field-title">{t('ask.of')}</span> <AddressName address={card.originator} />
        </p>
      ) : (
        <Whose look={look} of={draft.of} change={(of) => change({ of })} />
      )}
      {passing && <ReleaseTo look={look} to={draft.for} change={(next) => change({ for: next })} abroad />}
      <TextField
        both
        title={t('ask.text')}
        help={t(passing ? 'ask.textOnward' : 'ask.textHelp')}
        rows={4}
        most={4000}
        required
        value={draft.text}
        change={(words) => change({ text: words })}
      />
      {!passing && draft.what && (
        <OneOf
          title={t('ask.who')}
          options={(['me', 'cell', 'party'] as const).map((who) => ({ value: who, words: t(`ask.for.${who}`), help: ownName(mine[who]) }))}
          value={draft.who}
          onChange={(who) => change({ who })}
        />
      )}
      <Within look={look} value={draft.within} change={(within) => change({ within })} />
    </ActForm>
  );
}

/** Whose word is asked for: another party’s, or that of somebody outside. */
function Whose({ look, of, change }: { readonly look: Look; readonly of: Address; readonly change: (of: Address) => void }) {
  const t = useWords('forms');
  const name = useNamer();
  const { entities } = useDirectory();
  const desks = [...otherParties(look).map((p) => `party:${p}`), ...entities.map((e) => `entity:${e.id}`)];
  return (
    <Choose
      title={t('ask.of')}
      required
      data={[{ value: '', label: t('ask.ofNone') }, ...desks.map((d) => ({ value: d, label: name(d) }))]}
      value={of}
      change={change}
    />
  );
}

/** By when an answer is needed: so many minutes from sending, with the time that this is. */
function Within({
  look,
  value,
  change,
}: {
  readonly look: Look;
  readonly value: Draft['within'];
  readonly change: (within: Draft['within']) => void;
}) {
  const t = useWords('forms');
  const { start } = useDirectory();
  return (
    <div className="times">
      <OneOf
        title={t('ask.due')}
        options={TIMES.map((m) => ({
          value: m,
          words: t('ask.within', { minutes: m }),
          help: shortTime(start, look.now + Number(m) * MINUTE),
        }))}
        value={value}
        onChange={change}
      />
    </div>
  );
}
