import {
  type Address,
  atLeast,
  effectiveLabel,
  type Id,
  ITEM_KINDS,
  type Item,
  type Look,
  ONWARD,
  onwardRule,
  split,
  standingCard,
} from '@entente/engine';
import { useSeat } from '../../../connection/index.ts';
import { LANGUAGES, prefer, usePreferences } from '../../../i18n/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressField } from '../../../kit/AddressField.tsx';
import { Button } from '../../../kit/Button.tsx';
import { Check, OneOf } from '../../../kit/Choice.tsx';
import { shortTime } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { LabelField } from '../../../kit/LabelField.tsx';
import { LabelChip, usePolicy } from '../../../kit/Labels.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { addressesOf, otherParties } from '../useSharing.ts';
import { FallAway, Holding, LeftOut, PartsOnly } from './NewVersion.tsx';
import { PartyChecks } from './PartyChecks.tsx';
import { bodyOf, type Draft, draftOf, fallAway, isUnchanged, MINUTE, type Written } from './written.ts';

const MOST_PORTIONS = 20;

interface Props {
  readonly look: Look;
  /** The one that is revised; absent for a new one. */
  readonly item?: Item | undefined;
  readonly made: (events: readonly Id[]) => void;
  readonly done: () => void;
}

/** True for lead control, which writes in the name of those whom it plays, and may keep for itself what it writes. */
const plays = ({ roster, seat }: Look): boolean => roster.partyOf(seat) === undefined;

function newDraft(look: Look, usual: string, language: string): Draft {
  const cell = look.roster.seats.get(split(look.seat)[1] ?? '')?.cell;
  return {
    originator: '',
    title: '',
    language,
    kind: 'report',
    portions: [{ key: 0, text: '', label: usual, releasableTo: [] }],
    label: '',
    onward: onwardRule(look.world.sharing),
    expires: 'never',
    basedOn: [],
    to: plays(look) ? [] : cell === undefined ? [look.seat] : [`cell:${cell}`],
  };
}

/** What is written so far, what is missing, and the way to put it down. */
function useWriting({ look, item, made, done }: Props) {
  const t = useWords('forms');
  const { language, writes = language } = usePreferences();
  const policy = usePolicy();
  const card = item && standingCard(item);
  const { draft, change, files, busy, error, run, drop } = useForm<Draft>(`item ${item?.id ?? 'new'}`, () =>
    card ? draftOf(card, policy, language) : newDraft(look, policy.usual, writes),
  );
  const least = effectiveLabel(
    policy,
    draft.portions.map((p) => p.label),
  );
  const low = draft.label !== '' && !atLeast(policy, draft.label, least);
  const lacks = [
    !item && plays(look) && draft.originator === '' && 'needsOriginator',
    draft.title.trim() === '' && 'needsTitle',
    draft.portions.some((p) => p.text.trim() === '') && 'needsText',
    low && 'low',
    !item && draft.to.length === 0 && !plays(look) && 'needsHolder',
    card && isUnchanged(draft, draftOf(card, policy, draft.language)) && 'unchanged',
  ].find(Boolean);
  const cancel = () => {
    drop();
    done();
  };
  const submit = async () => {
    const body = bodyOf(draft, card?.expires, look.now);
    const answer = await run(item ? { type: 'ReviseItem', item: item.id, ...body } : { type: 'WriteItem', ...body, ...ownOf(draft) });
    if (!answer.ok) return;
    done();
    made(answer.events);
  };
  const missing = lacks ? t(`item.${lacks}`, { least }) : undefined;
  return { card, draft, change, files, standing: draft.label === '' || low ? least : draft.label, missing, busy, error, cancel, submit };
}

/** What a new item has beside its text: in whose name it is written, if not one’s own, and who holds it. */
function ownOf({ originator, to }: Draft): { originator?: Address; to?: Address[] } {
  return { ...(originator === '' ? {} : { originator }), ...(to.length > 0 ? { to: [...to] } : {}) };
}

/** Puts down what one’s own side knows, portion by portion; or, of an item that is ours, its new version. */
export function ItemForm(props: Props) {
  const { look, item } = props;
  const t = useWords('forms');
  const sharing = useWords('sharing');
  const kit = useWords('kit');
  const text = useText();
  const { card, draft, change, files, standing, missing, busy, error, cancel, submit } = useWriting(props);
  const form = useWords('form');
  const { language } = usePreferences();
  // A new one that is written in another language than the screen's says which.
  const title = card || draft.language === language ? t('item.title') : form(`titleIn.${draft.language}`, { title: t('item.title') });
  return (
    <ActForm
      title={card ? t('item.revise', { title: text(card.title) }) : t('item.new')}
      go={t(card ? 'item.goRevise' : 'item.go')}
      submit={submit}
      missing={missing}
      told={item ? <Holding look={look} item={item} /> : t(plays(look) && draft.to.length === 0 ? 'item.toldControl' : 'item.told')}
      busy={busy}
      error={error}
      cancel={cancel}
      focus
    >
      {!card && !plays(look) && <p className="dim">{t('item.help')}</p>}
      {!card && plays(look) && <Originator value={draft.originator} change={(originator) => change({ originator })} />}
      {card && draft.on !== card.made && (
        <p className="soon" role="status">
          {t('item.outrun')}
        </p>
      )}
      {item && <LeftOut look={look} item={item} />}
      {item && <PartsOnly look={look} item={item} />}
      <TextField title={title} rows={1} most={300} required value={draft.title} change={(title) => change({ title })} />
      {!card && <WriteIn now={draft.language} change={(next) => change({ language: next })} />}
      <FallAway languages={fallAway(draft.title.trim(), draft.titleWas, draft.language)} />
      <Choose
        title={sharing('kind')}
        data={ITEM_KINDS.map((k) => ({ value: k, label: kit(`itemKind.${k}`) }))}
        value={draft.kind}
        change={(kind) => change({ kind })}
      />
      <Portions look={look} draft={draft} change={(portions) => change({ portions })} />
      <p className="row wrap small">
        <span className="dim">{t('item.whole')}</span> <LabelChip label={standing} />
      </p>
      {!item && <Holders look={look} to={draft.to} change={(to) => change({ to })} />}
      {!item && <FilePicker files={files} />}
      <More look={look} item={item} draft={draft} change={change} />
    </ActForm>
  );
}

/** In which language a new one is written, where that is not the screen's. What was written goes with it. */
function WriteIn({ now, change }: { readonly now: string; readonly change: (language: string) => void }) {
  const t = useWords('form');
  const { world } = useSeat();
  const other = LANGUAGES.find((l) => l !== now && world.seats.exercise?.languages.includes(l));
  if (!other) return null;
  const write = () => {
    prefer({ writes: other });
    change(other);
  };
  return (
    <div className="act-languages">
      <Button kind="quiet" size="small" onClick={write}>
        {t(`in.${other}`)}
      </Button>
    </div>
  );
}

/** The entities, and the parties that control plays. */
function Originator({ value, change }: { readonly value: Address | ''; readonly change: (originator: Address) => void }) {
  const t = useWords('forms');
  const sharing = useWords('sharing');
  const name = useNamer();
  const { parties, entities } = useDirectory();
  const all = [...parties.filter((p) => p.playedByControl).map((p) => `party:${p.id}`), ...entities.map((e) => `entity:${e.id}`)];
  return (
    <Choose
      title={sharing('originator')}
      required
      data={[{ value: '', label: t('item.chooseOriginator') }, ...all.map((a) => ({ value: a, label: name(a) }))]}
      value={value}
      change={change}
    />
  );
}

/** Portions, each with its own label and release list, so that they can be released one by one. */
function Portions({
  look,
  draft: { portions, language },
  change,
}: {
  readonly look: Look;
  readonly draft: Draft;
  readonly change: (portions: readonly Written[]) => void;
}) {
  const t = useWords('forms');
  const sharing = useWords('sharing');
  const policy = usePolicy();
  const write = (key: number, part: Partial<Written>) => change(portions.map((p) => (p.key === key ? { ...p, ...part } : p)));
  const add = () => {
    const key = Math.max(...portions.map((p) => p.key)) + 1;
    change([...portions, { key, text: '', label: policy.usual, releasableTo: [] }]);
  };
  return (
    <>
      {portions.map((p, i) => (
        <fieldset key={p.key} className="treat">
          <legend className="small dim">{sharing('portion', { n: i + 1 })}</legend>
          <TextField
            title={t('item.text')}
            rows={4}
            most={20_000}
            required
            value={p.text}
            change={(words) => write(p.key, { text: words })}
          />
          <FallAway languages={fallAway(p.text, p.was, language)} />
          <LabelField title={t('label')} value={p.label} onChange={(label) => write(p.key, { label })} />
          <PartyChecks
            title={t('releasableToHelp')}
            parties={otherParties(look)}
            chosen={p.releasableTo}
            change={(releasableTo) => write(p.key, { releasableTo })}
          />
          {portions.length > 1 && (
            <div>
              <Button size="small" kind="quiet" icon="close" onClick={() => change(portions.filter((x) => x.key !== p.key))}>
                {t('item.removePortion', { n: i + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {portions.length < MOST_PORTIONS && (
        <div>
          <Button icon="plus" onClick={add}>
            {t('item.addPortion')}
          </Button>
        </div>
      )}
    </>
  );
}

function Holders({ look, to, change }: { readonly look: Look; readonly to: readonly Address[]; readonly change: (to: Address[]) => void }) {
  const t = useWords('forms');
  const name = useNamer();
  const own = look.roster.partyOf(look.seat);
  const parties = own === undefined ? otherParties(look) : [own];
  return (
    <AddressField
      title={t(own === undefined ? 'item.toControl' : 'item.to')}
      groups={parties.map((p) => ({ title: name(`party:${p}`), addresses: addressesOf(look, p, true) }))}
      to={to}
      change={change}
      required={own !== undefined}
    />
  );
}

interface MoreProps {
  readonly look: Look;
  readonly item: Item | undefined;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** What is seldom needed: expiry, what it rests on, a stricter label for the whole, who may pass it on. */
function More({ look, item, draft, change }: MoreProps) {
  const t = useWords('forms');
  const text = useText();
  const { start } = useDirectory();
  const expires = item && standingCard(item)?.expires;
  const times = (['keep', 'never', '30', '60', '120', '240'] as const).filter((x) => x !== 'keep' || expires !== undefined);
  const words = (x: Draft['expires']) =>
    x === 'keep'
      ? t('item.expiresKeep', { time: shortTime(start, expires ?? 0) })
      : x === 'never'
        ? t('item.never')
        : t('item.expiresIn', { minutes: x, time: shortTime(start, look.now + Number(x) * MINUTE) });
  const others = [...look.world.sharing.items.values()].filter((i) => i !== item && standingCard(i));
  return (
    <Details title={t('item.more')}>
      <Choose
        title={t('item.expires')}
        data={times.map((x) => ({ value: x, label: words(x) }))}
        value={draft.expires}
        change={(next) => change({ expires: next })}
      />
      {others.length > 0 && (
        <fieldset className="plain-fields">
          <legend className="field-title">{t('item.basedOn')}</legend>
          {others.map((i) => (
            <Check
              key={i.id}
              checked={draft.basedOn.includes(i.id)}
              onChange={(on) => change({ basedOn: on ? [...draft.basedOn, i.id] : draft.basedOn.filter((x) => x !== i.id) })}
            >
              {text(standingCard(i)?.title)}
            </Check>
          ))}
        </fieldset>
      )}
      <LabelField title={t('item.label')} value={draft.label} none={t('item.labelNone')} onChange={(label) => change({ label })} />
      <OneOf
        title={t('item.onward')}
        options={ONWARD.map((o) => ({ value: o, words: t(`onward.${o}`) }))}
        value={draft.onward}
        onChange={(onward) => change({ onward })}
      />
    </Details>
  );
}
