import {
  atLeast,
  effectiveLabel,
  type Id,
  type Item,
  type ItemCard,
  type LabelPolicy,
  type Look,
  type Portion,
  speaksFor,
  type Text,
} from '@entente/engine';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { LabelField } from '../../../kit/LabelField.tsx';
import { LabelChip, LabelMeaning, usePolicy } from '../../../kit/Labels.tsx';
import { otherParties, useLists, useOutrun } from '../useSharing.ts';
import { CutField } from './CutField.tsx';
import { dropped, versionsOf } from './cuts.ts';
import { PartyChecks } from './PartyChecks.tsx';
import { isChanged, languageName, NEUTRAL, portionsSent, resultOf, type Treated, untouched } from './sanitised.ts';

interface Draft {
  readonly title: Text;
  readonly reason: Text;
  readonly portions: readonly Treated[];
}
const HOW: readonly Treated['how'][] = ['keep', 'cut', 'reword', 'leave-out'];

interface Props {
  readonly look: Look;
  readonly item: Item;
  readonly card: ItemCard;
  readonly made: (events: readonly Id[]) => void;
  readonly done: () => void;
}

/** What becomes of each portion so far, what is missing, and the way to make it. */
function useSanitising({ look, item, card, made, done }: Props) {
  const t = useWords('forms');
  const policy = usePolicy();
  // A new version has portions of its own: what was begun on the old one does not fit it, and cuts would take out other words.
  const outrun = useOutrun(item);
  const { draft, change, busy, error, run, drop } = useForm<Draft>(`sanitise ${item.id} ${card.made ?? 'first'}`, () => ({
    title: NEUTRAL[card.kind],
    reason: '',
    portions: untouched(card),
  }));
  const originates = speaksFor(look.roster, look.seat, item);
  const low = (i: number): boolean => {
    const [treated, source] = [draft.portions[i], card.portions[i]];
    return !originates && treated !== undefined && source !== undefined && isLower(policy, treated, source);
  };
  const kept = draft.portions.filter((p) => p.how !== 'leave-out');
  const lacks = [
    outrun && 'outrun',
    isBlank(draft.title) && 'needsTitle',
    kept.length === 0 && 'nothingLeft',
    kept.some((p) => p.how === 'reword' && isBlank(p.text)) && 'needsWords',
    card.portions.some((_, i) => low(i)) && 'low',
    !draft.portions.some(isChanged) && 'unchanged',
  ].find(Boolean);
  const cancel = () => {
    drop();
    done();
  };
  const submit = async () => {
    const { reason, title } = draft;
    const portions = portionsSent(card, draft.portions);
    const answer = await run({
      type: 'SanitiseItem',
      item: item.id,
      title: sentText(title),
      ...(isBlank(reason) ? {} : { reason: sentText(reason) }),
      portions,
    });
    if (!answer.ok) return;
    done();
    made(answer.events);
  };
  return { draft, change, originates, low, missing: lacks ? t(`sanitise.${lacks}`) : undefined, busy, error, cancel, submit };
}

/** True if a portion that stays would go under a lower label than it has. */
function isLower(policy: LabelPolicy, treated: Treated, source: Portion): boolean {
  return treated.how !== 'leave-out' && !atLeast(policy, treated.label, source.label);
}

/** Makes a version with something taken out: portion by portion, word by word, or said otherwise. It can then be shared. */
export function SanitiseForm(props: Props) {
  const { look, card } = props;
  const t = useWords('forms');
  const text = useText();
  const { draft, change, originates, low, missing, busy, error, cancel, submit } = useSanitising(props);
  const treat = (i: number, part: Partial<Treated>) =>
    change({ portions: draft.portions.map((p, n) => (n === i ? { ...p, ...part } : p)) });
  return (
    <ActForm
      title={t('sanitise.title', { title: text(card.title) })}
      go={t('sanitise.go')}
      submit={submit}
      missing={missing}
      told={t('sanitise.told')}
      busy={busy}
      error={error}
      cancel={cancel}
      focus
    >
      <p className="dim">{t(originates ? 'sanitise.helpOwn' : 'sanitise.helpTheirs')}</p>
      <TextField
        both
        title={t('sanitise.newTitle')}
        rows={1}
        most={300}
        required
        value={draft.title}
        change={(title) => change({ title })}
      />
      {card.portions.map((portion, i) => {
        const treated = draft.portions[i];
        return (
          treated && (
            <PortionTreatment
              // biome-ignore lint/suspicious/noArrayIndexKey: portions are known by their numbers
              key={i}
              index={i}
              portion={portion}
              treated={treated}
              parties={originates ? otherParties(look) : (portion.releasableTo ?? [])}
              low={low(i)}
              treat={(part) => treat(i, part)}
            />
          )
        );
      })}
      {draft.portions.some(isChanged) && draft.portions.some((p) => p.how !== 'leave-out') && (
        <Result card={card} portions={draft.portions} />
      )}
      <TextField
        both
        title={t('sanitise.reason')}
        help={t('sanitise.reasonHelp')}
        rows={2}
        most={500}
        value={draft.reason}
        change={(reason) => change({ reason })}
      />
    </ActForm>
  );
}

interface TreatmentProps {
  readonly index: number;
  readonly portion: Portion;
  readonly treated: Treated;
  /** Parties that may stand on its release list. */
  readonly parties: readonly string[];
  /** True if its label is lower than who is not the originator may choose. */
  readonly low: boolean;
  readonly treat: (part: Partial<Treated>) => void;
}

/** One portion: keep it, take words out, say it otherwise, or leave it out; and under which label what is left goes. */
function PortionTreatment({ index, portion, treated, parties, low, treat }: TreatmentProps) {
  const t = useWords('forms');
  const sharing = useWords('sharing');
  const text = useText();
  return (
    <fieldset className="treat">
      <legend className="row wrap small">
        <span className="dim">{sharing('portion', { n: index + 1 })}</span> <LabelChip label={portion.label} />
      </legend>
      <div className="segments">
        {HOW.map((how) => (
          <label key={how} data-chosen={treated.how === how || undefined}>
            <input
              type="radio"
              className="unseen"
              name={`treat-${index}`}
              checked={treated.how === how}
              onChange={() => treat({ how, ...(how === 'reword' && treated.text === '' ? { text: text(portion.text) } : {}) })}
            />
            {t(`sanitise.how.${how}`)}
          </label>
        ))}
      </div>
      {treated.how === 'keep' && <p className="read prose">{text(portion.text)}</p>}
      {treated.how === 'leave-out' && (
        <p className="read prose dim">
          <del>{text(portion.text)}</del>
        </p>
      )}
      {treated.how === 'reword' && (
        <TextField
          both
          title={t('sanitise.words')}
          rows={4}
          most={20_000}
          required
          value={treated.text}
          change={(words) => treat({ text: words })}
        />
      )}
      {treated.how === 'cut' && <Cutting portion={portion} treated={treated} treat={treat} />}
      {treated.how !== 'leave-out' && (
        <div className="treat-label">
          <LabelField title={t('label')} value={treated.label} onChange={(label) => treat({ label })} />
          {low && <p className="small late">{t('sanitise.low')}</p>}
          {parties.length > 0 && (
            <PartyChecks
              title={t('releasableToHelp')}
              parties={parties}
              chosen={treated.releasableTo ?? []}
              change={(releasableTo) => treat({ releasableTo })}
            />
          )}
        </div>
      )}
    </fieldset>
  );
}

function Cutting({ portion, treated, treat }: Pick<TreatmentProps, 'portion' | 'treated' | 'treat'>) {
  const t = useWords('forms');
  const { language } = usePreferences();
  const { list } = useLists();
  const versions = versionsOf(portion.text);
  const gone = dropped(portion.text, treated.cuts);
  return (
    <div className="stack">
      {versions.length > 1 && <p className="small dim">{t('cut.languages')}</p>}
      {versions.map(([l, words]) => (
        <CutField
          key={l}
          title={languageName(l, language) || t('cut.text')}
          text={words}
          cuts={treated.cuts[l] ?? []}
          change={(cuts) => treat({ cuts: { ...treated.cuts, [l]: cuts } })}
        />
      ))}
      {gone.length > 0 && (
        <p className="small soon" role="status">
          {t('cut.dropped', { languages: list(gone.map((l) => languageName(l, language))) })}
        </p>
      )}
    </div>
  );
}

/** How it will read, and under which label. */
function Result({ card, portions }: { readonly card: ItemCard; readonly portions: readonly Treated[] }) {
  const t = useWords('forms');
  const text = useText();
  const policy = usePolicy();
  const left = portions.flatMap((p, i) => {
    const source = card.portions[i];
    const result = source && resultOf(source.text, p);
    return result === undefined ? [] : [{ index: i, result, label: p.label }];
  });
  const label = effectiveLabel(
    policy,
    left.map((p) => p.label),
  );
  return (
    <section className="result stack" aria-label={t('sanitise.result')}>
      <h3 className="eyebrow">{t('sanitise.result')}</h3>
      <p className="row wrap small">
        <LabelChip label={label} />{' '}
        <span className="dim">
          <LabelMeaning label={label} />
        </span>
      </p>
      {left.map((p) => (
        <div key={p.index} className="portion">
          <LabelChip label={p.label} />
          <p className="read prose">{text(p.result)}</p>
        </div>
      ))}
    </section>
  );
}
