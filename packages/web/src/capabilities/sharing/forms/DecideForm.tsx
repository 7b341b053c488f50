import './forms.css';
import {
  type Address,
  asksForWord,
  type Item,
  itemNamed,
  type Look,
  obstacles,
  type Request,
  requestCard,
  standingCard,
  type Text,
  toldOfDecision,
} from '@entente/engine';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { OneOf } from '../../../kit/Choice.tsx';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import { useFullName, useLists } from '../useSharing.ts';
import { useBeforehand } from './Beforehand.tsx';
import { GiveList, type Giving, lacksTitle } from './GiveList.tsx';
import { titleOf } from './PartTitle.tsx';

type Decision = 'grant' | 'conditions' | 'refuse';
interface Draft {
  readonly decision?: Decision | undefined;
  readonly items: readonly Giving[];
  readonly conditions: Text;
  readonly reason: Text;
}
const DECISIONS: readonly Decision[] = ['grant', 'conditions', 'refuse'];
const EMPTY: Draft = { items: [], conditions: '', reason: '' };

interface Props {
  readonly look: Look;
  readonly request: Request;
}

/** What is decided so far, what is missing, and the way to send it. */
function useDeciding({ look, request }: Props) {
  const t = useWords('forms');
  const text = useText();
  const { draft, change, busy, error, run } = useForm<Draft>(`decide ${request.id}`, () => EMPTY);
  const word = asksForWord(look.roster, request);
  const { items } = look.world.sharing;
  const giving = draft.items.filter((g) => g.portions.length > 0 && items.has(g.item));
  const { decision } = draft;
  const submit = async (tell = false) => {
    if (!decision) return;
    await run({
      type: 'DecideRequest',
      request: request.id,
      decision,
      tell,
      ...(giving.length > 0 ? { items: giving.map((g) => itemOf(g, items.get(g.item), text)) } : {}),
      ...(decision === 'conditions' ? { conditions: sentText(draft.conditions) } : {}),
      ...(decision === 'refuse' && !isBlank(draft.reason) ? { reason: sentText(draft.reason) } : {}),
    });
  };
  return { draft, change, word, giving, missing: missingOf({ draft, giving, look, request, word, t }), busy, error, submit };
}

/** Decides a request: nothing is chosen beforehand, the button repeats the choice, a line says who will be told. */
export function DecideForm({ look, request }: Props) {
  const t = useWords('forms');
  const { draft, change, word, giving, missing, busy, error, submit } = useDeciding({ look, request });
  const about = look.world.sharing.items.get(itemNamed(request) ?? '');
  const { decision } = draft;
  const ending = word ? 'Word' : '';
  return (
    <ActForm
      title={t('decide.title')}
      headed
      go={decision && decision !== 'refuse' ? <Go draft={draft} giving={giving} look={look} word={word} /> : undefined}
      submit={decision && decision !== 'refuse' ? () => void submit() : undefined}
      either={
        decision === 'refuse'
          ? [
              { words: t('decide.go.refuseTold'), go: () => void submit(true), can: !isBlank(draft.reason) },
              { words: t(isBlank(draft.reason) ? 'decide.go.refuse' : 'decide.go.refuseUntold'), go: () => void submit(), can: true },
            ]
          : undefined
      }
      missing={missing}
      told={<Told look={look} request={request} />}
      busy={busy}
      error={error}
    >
      <OneOf<Decision>
        title={t('decide.title')}
        unseenTitle
        options={DECISIONS.map((d) => ({ value: d, words: t(`decide.${d}${ending}`) }))}
        value={decision}
        onChange={(next) => change({ decision: next })}
      />
      {decision && decision !== 'refuse' && (
        <Granting look={look} request={request} word={word} about={about} draft={draft} change={change} />
      )}
      {decision === 'refuse' && <Refusing look={look} request={request} draft={draft} change={change} first={about} />}
    </ActForm>
  );
}

/** Lead control decides for each that it plays; its items are everybody’s. */
function desk({ roster, seat }: Look, request: Request): Address | undefined {
  return roster.partyOf(seat) === undefined ? requestCard(request)?.of : undefined;
}

/** Under which conditions, and what is given: items of ours, or our word for portions of what they hold. */
function Granting({
  look,
  request,
  word,
  about,
  draft,
  change,
}: {
  readonly look: Look;
  readonly request: Request;
  readonly word: boolean;
  readonly about: Item | undefined;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}) {
  const t = useWords('forms');
  const beforehand = useBeforehand(look);
  const to = requestCard(request)?.for ?? [];
  const known = word && about && beforehand(about, to);
  return (
    <>
      {known && <p className="beforehand small">{known}</p>}
      {draft.decision === 'conditions' && (
        <TextField
          both
          title={t('decide.conditionsText')}
          rows={2}
          most={2000}
          required
          value={draft.conditions}
          change={(conditions) => change({ conditions })}
        />
      )}
      {(!word || about) && (
        <GiveList
          title={t(word ? 'decide.whichPortions' : 'decide.what')}
          look={look}
          to={word ? [] : to}
          only={word ? about : undefined}
          of={desk(look, request)}
          first={about}
          chosen={draft.items}
          change={(items) => change({ items })}
        />
      )}
    </>
  );
}

/** A reason, which the asker is told or not: that is chosen with the act itself; and what was kept back. */
function Refusing({
  look,
  request,
  draft,
  change,
  first,
}: {
  readonly look: Look;
  readonly request: Request;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly first: Item | undefined;
}) {
  const t = useWords('forms');
  return (
    <>
      <TextField both title={t('decide.reason')} rows={2} most={2000} value={draft.reason} change={(reason) => change({ reason })} />
      <Details title={t('decide.kept')}>
        <GiveList
          title={t('decide.keptHelp')}
          look={look}
          to={[]}
          only={undefined}
          of={desk(look, request)}
          first={first}
          chosen={draft.items}
          change={(items) => change({ items })}
        />
      </Details>
    </>
  );
}

function Go({
  draft,
  giving,
  look,
  word,
}: {
  readonly draft: Draft;
  readonly giving: readonly Giving[];
  readonly look: Look;
  readonly word: boolean;
}) {
  const t = useWords('forms');
  const text = useText();
  const { portions } = useLists();
  const under = draft.decision === 'conditions' ? 'Under' : '';
  if (word) return t(`decide.go.word${under}`);
  if (giving.length === 0) return t(`decide.go.plain${under}`);
  const [only] = giving;
  if (giving.length !== 1 || !only) return t(`decide.go.grant${under}`, { what: t('decide.items', { count: giving.length }) });
  const item = look.world.sharing.items.get(only.item);
  const card = item && standingCard(item);
  const title = text(card?.title);
  const whole = only.portions.length === card?.portions.length;
  return t(`decide.go.grant${under}`, {
    what: whole ? t('share.whole', { title }) : t('decide.portionsOf', { what: portions(only.portions), title }),
  });
}

function Told({ look, request }: { readonly look: Look; readonly request: Request }) {
  const t = useWords('forms');
  const name = useNamer();
  const full = useFullName();
  const { list } = useLists();
  const [asker = '', ...colleagues] = toldOfDecision(look.roster, request, look.seat);
  return colleagues.length === 0
    ? t('decide.told', { asker: full(asker) })
    : t('decide.toldBoth', { asker: full(asker), desk: list(colleagues.map(name)) });
}

interface Asking {
  readonly draft: Draft;
  readonly giving: readonly Giving[];
  readonly look: Look;
  readonly request: Request;
  readonly word: boolean;
  readonly t: (key: string) => string;
}

/** Why it cannot be sent yet. */
function missingOf({ draft, giving, look, request, word, t }: Asking): string | undefined {
  const { decision } = draft;
  if (!decision) return t('decide.choose');
  if (decision === 'refuse') return undefined;
  if (decision === 'conditions' && isBlank(draft.conditions)) return t('decide.sayConditions');
  if (word) return undefined;
  if (giving.length === 0) return t('decide.chooseItems');
  const to = requestCard(request)?.for ?? [];
  const kept = giving.some((g) => {
    const item = look.world.sharing.items.get(g.item);
    return !item || obstacles(look, item, g.portions, to).some((o) => o.because !== 'already');
  });
  if (kept) return t('decide.keptBack');
  return giving.some((g) => lacksTitle(look, g, to)) ? t('share.needsTitle') : undefined;
}

function itemOf({ item: id, portions, title = '' }: Giving, item: Item | undefined, text: (t: Text | undefined) => string) {
  const card = item && standingCard(item);
  const whole = card?.portions.length === portions.length;
  return whole ? { item: id } : { item: id, portions: [...portions], ...titleOf(card, title, text) };
}
