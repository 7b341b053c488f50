import {
  type Address,
  filesAreStricter,
  type Id,
  type Item,
  type ItemCard,
  type Look,
  obstacles,
  refusedFor,
  type Text,
  titleNeeded,
} from '@entente/engine';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressField } from '../../../kit/AddressField.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import { addressesOf, otherParties, useFullName, useLists, useOutrun } from '../useSharing.ts';
import { Answering } from './Answering.tsx';
import { Obstacles } from './Obstacles.tsx';
import { PartTitle, titleOf } from './PartTitle.tsx';
import { PortionChecks } from './PortionChecks.tsx';

interface Draft {
  readonly portions: readonly number[];
  readonly to: readonly Address[];
  readonly note: Text;
  readonly title: string;
  readonly files: readonly number[];
  /** A request that was refused, and is answered after all. */
  readonly request?: Id | undefined;
}

interface Props {
  readonly look: Look;
  readonly item: Item;
  readonly card: ItemCard;
  /** Goes over to asking for the originator’s word. */
  readonly ask: (to: readonly Address[], portions: readonly number[]) => void;
  readonly done: () => void;
}

/** What is chosen so far, what keeps it back, and the way to send it. */
function useShare({ look, item, card, done }: Props) {
  const t = useWords('forms');
  const text = useText();
  const count = card.portions.length;
  const { draft, change, busy, error, run, drop } = useForm<Draft>(`share ${item.id}`, () => ({
    ...{ portions: count === 1 ? [0] : [], to: [], note: '', title: '', files: [] },
  }));
  const chosen = draft.portions.filter((p) => p < count);
  const whole = chosen.length === count;
  const found = chosen.length === 0 ? [] : obstacles(look, item, chosen, draft.to);
  const needsTitle = titleNeeded(look.world, look.roster, look.now, item, look.seat, chosen, draft.to);
  const lacks = [
    chosen.length === 0 && 'choosePortions',
    draft.to.length === 0 && 'chooseTo',
    found.length > 0 && 'notYet',
    needsTitle && draft.title.trim() === '' && 'needsTitle',
  ].find(Boolean);
  const cancel = () => {
    drop();
    done();
  };
  const submit = async () => {
    const files = draft.files.length > 0 ? { files: [...draft.files] } : {};
    const part = whole ? {} : { portions: [...chosen], ...titleOf(card, draft.title, text), ...files };
    const request = refusedFor(look.world, look.roster, look.seat, draft.to).find((r) => r.id === draft.request)?.id;
    const note = isBlank(draft.note) ? {} : { note: sentText(draft.note) };
    const answering = request === undefined ? {} : { request };
    const answer = await run({ type: 'ReleaseItem', item: item.id, to: [...draft.to], ...note, ...answering, ...part });
    if (answer.ok) done();
  };
  return { draft, change, chosen, whole, found, needsTitle, missing: lacks ? t(`share.${lacks}`) : undefined, busy, error, cancel, submit };
}

/** Gives an item, or portions of it, to others. What would be refused is said beforehand, with what to do about it. */
export function ShareForm(props: Props) {
  const { look, item, card, ask } = props;
  const t = useWords('forms');
  const text = useText();
  const name = useFullName();
  const { list, portions: portionWords } = useLists();
  const outrun = useOutrun(item);
  const { draft, change, chosen, whole, found, needsTitle, missing, busy, error, cancel, submit } = useShare(props);
  const title = text(card.title);
  const what = whole ? t('share.whole', { title }) : portionWords(chosen);
  const told = list(draft.to.map(name));
  return (
    <ActForm
      title={t('share.title', { title })}
      go={missing === undefined ? t('share.go', { what, to: told }) : t('share.goPlain')}
      submit={submit}
      missing={missing}
      told={t(look.roster.partyOf(look.seat) === undefined ? 'share.toldControl' : 'share.told', { to: told })}
      busy={busy}
      error={error}
      cancel={cancel}
      focus
    >
      {outrun && (
        <p className="soon" role="status">
          {t('share.outrun')}
        </p>
      )}
      {card.portions.length > 1 && (
        <PortionChecks required title={t('share.portions')} card={card} chosen={chosen} change={(portions) => change({ portions })} />
      )}
      <ReleaseTo look={look} to={draft.to} change={(to) => change({ to })} />
      {chosen.length > 0 && (
        <Obstacles
          look={look}
          item={item}
          to={draft.to}
          found={found}
          leaveOut={(out) => {
            const rest = chosen.filter((p) => !out.includes(p));
            return rest.length === 0 ? undefined : () => change({ portions: rest });
          }}
          ask={() => ask(draft.to, chosen)}
        />
      )}
      {!whole && chosen.length > 0 && <PartFields card={card} needsTitle={needsTitle} draft={draft} change={change} />}
      {whole && filesAreStricter(look, item, card) && <p className="dim">{t('share.filesStay')}</p>}
      <Answering look={look} to={draft.to} request={draft.request} change={(request) => change({ request })} />
      <TextField
        both
        title={t('share.note')}
        help={t('share.noteHelp')}
        rows={2}
        most={2000}
        value={draft.note}
        change={(note) => change({ note })}
      />
    </ActForm>
  );
}

/** A part is an item of its own: it may have its own title, and takes only the files that are ticked. */
function PartFields({
  card,
  needsTitle,
  draft,
  change,
}: {
  readonly card: ItemCard;
  readonly needsTitle: boolean;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}) {
  const t = useWords('forms');
  return (
    <>
      <PartTitle card={card} needed={needsTitle} value={draft.title} change={(title) => change({ title })} />
      {card.attachments && card.attachments.length > 0 && (
        <fieldset className="plain-fields">
          <legend className="field-title">{t('share.files')}</legend>
          {card.attachments.map((f, i) => (
            <Check
              key={f.id}
              checked={draft.files.includes(i)}
              onChange={(on) => change({ files: on ? [...draft.files, i] : draft.files.filter((x) => x !== i) })}
            >
              {f.name}
            </Check>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** To whom items are released: other parties first, then the own side, then everyone. */
export function ReleaseTo({
  look,
  to,
  change,
  abroad = false,
}: {
  readonly look: Look;
  readonly to: readonly Address[];
  readonly change: (to: Address[]) => void;
  /** Other parties only. */
  readonly abroad?: boolean | undefined;
}) {
  const t = useWords('forms');
  const sharing = useWords('sharing');
  const name = useNamer();
  const own = look.roster.partyOf(look.seat);
  const groups = otherParties(look).map((p) => ({ title: name(`party:${p}`), addresses: addressesOf(look, p) }));
  if (own && !abroad) groups.push({ title: t('ownSide'), addresses: addressesOf(look, own) });
  if (!abroad) groups.push({ title: sharing('all'), addresses: ['everyone', 'public'] });
  return <AddressField title={t('share.to')} hint={t('share.toHint')} groups={groups} to={to} change={change} />;
}
