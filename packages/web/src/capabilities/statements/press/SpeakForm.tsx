import './press.css';
import { type Id, isToAll } from '@entente/engine';
import { ATTRIBUTIONS } from '@entente/engine/statements';
import { useSeat } from '../../../connection/index.ts';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { OfFew } from '../../../kit/Choice.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, TextField } from '../../../kit/form/TextField.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { spanWords } from '../../../kit/relative.ts';
import type { Line as SeatLine } from '../../../kit/seat/line.ts';
import type { WriteProps } from '../../../kit/seat/part.ts';
import { AskedBox } from './AskedBox.tsx';
import { Claims, ClaimsField } from './ClaimsField.tsx';
import { type Desk, deskAt } from './desk.ts';
import { LineBeside, Ready } from './LineBeside.tsx';
import { type Speaking, type SpeakStart, useSpeaking } from './useSpeaking.ts';
import { WarnedShort, Warnings } from './Warnings.tsx';

/** *New…*, and the answer to an outlet’s question or message. */
export function SpeakWriting({ writing, about, made, done }: WriteProps) {
  const { world } = useSeat();
  const question = about && world.statements.questions.has(about.id) ? about.id : undefined;
  const start = question ? { question } : about && asksUs(about) ? { asked: { by: about.from, text: about.text } } : {};
  return <SpeakForm start={start} text={writing.text} made={made} done={done} />;
}
/** What an outlet wrote or said to this seat is its question; what it printed is none. */
const asksUs = ({ kind, purpose, to }: SeatLine): boolean => (kind === 'message' ? purpose === 'ask' : !to.some(isToAll));

interface SpeakFormProps {
  readonly start: SpeakStart;
  readonly text?: string | undefined;
  readonly made: (events: readonly Id[]) => void;
  readonly done: () => void;
}

/** The one form to speak in public. */
export function SpeakForm(props: SpeakFormProps) {
  const { world, me } = useSeat();
  const t = useWords('press');
  const desk = deskAt(world, me.seat);
  // A link or a key may lead here whoever may not speak.
  if (!desk?.speaks) return <p className="pr-none dim">{t('speak.mayNot')}</p>;
  return <OfDesk desk={desk} {...props} />;
}

function OfDesk({ desk, start, text = '', made, done }: SpeakFormProps & { readonly desk: Desk }) {
  const t = useWords('press');
  const name = useNamer();
  const speaking = useSpeaking(desk, start, text, (events) => {
    done();
    made(events);
  });
  const { draft, change, asked, question, off, clears, drop } = speaking;
  return (
    <div className="pr-speak">
      <ActForm
        title={t(start.corrects ? 'speak.correct' : asked ? 'speak.answer' : 'speak.title', { who: asked ? name(asked.by) : '' })}
        go={<Go speaking={speaking} />}
        submit={speaking.submit}
        missing={isBlank(draft.text) ? '' : off && draft.outlet === '' ? t('speak.needsOutlet') : undefined}
        told={
          <>
            {!isBlank(draft.text) && <WarnedShort party={desk.party} text={speaking.written} claims={draft.claims} />}
            {clears ? <ClearedBy desk={desk} /> : t(off ? 'speak.toldOff' : 'speak.told')}
          </>
        }
        busy={speaking.busy}
        error={speaking.error}
        cancel={() => {
          drop();
          done();
        }}
        cancelWords={t('speak.drop')}
        focus
      >
        {asked && <AskedBox asked={asked} question={question} />}
        {start.corrects && <Corrected said={start.corrects} />}
        <OfFew
          title={t('speak.said')}
          options={ATTRIBUTIONS.map((a) => ({ value: a, words: t(`attribution.${a}`) }))}
          value={draft.attribution}
          onChange={(attribution) => change({ attribution })}
        />
        {off && <OutletField title={t('speak.outlet')} value={draft.outlet} change={(outlet) => change({ outlet })} />}
        <div className="pr-two">
          <LineAndReady speaking={speaking} />
          <WordsAndClaims speaking={speaking} />
        </div>
        <WhereAndAsked speaking={speaking} />
      </ActForm>
    </div>
  );
}

/** “Publish in both languages”; off the record, to whom it is said. */
function Go({ speaking: { off, draft, spoken, clears } }: { readonly speaking: Speaking }) {
  const t = useWords('press');
  const name = useNamer();
  const { language } = usePreferences();
  if (clears) return t('speak.goClear');
  if (off) return t('speak.goOff', { who: draft.outlet === '' ? '…' : name(draft.outlet) });
  return t(spoken.length > 1 ? 'speak.goBoth' : `speak.go.${spoken[0] ?? language}`);
}

/** “First Deputy → Adviser, in this order, 7 min each; your side alone sees it.” */
function ClearedBy({ desk: { rules } }: { readonly desk: Desk }) {
  const t = useWords('press');
  const kit = useWords('kit');
  const name = useNamer('own');
  const who = rules.clearers.map((c) => name(c)).join(rules.order === 'ordered' ? ' → ' : ' · ');
  return t(`speak.toldClear.${rules.order}`, { who, span: spanWords(kit, rules.each) });
}

function LineAndReady({ speaking: { desk, draft, change, written, insert, use, sayHolding } }: { readonly speaking: Speaking }) {
  return (
    <div className="stack">
      <LineBeside
        party={desk.party}
        line={draft.beside}
        show={(beside) => change({ beside, line: '', claims: [] })}
        used={draft.line !== '' && draft.line === draft.beside}
        use={use}
        written={written}
        insert={insert}
      />
      <Ready party={desk.party} say={sayHolding} insert={insert} />
    </div>
  );
}

/** What is written, with what it would clash just below it, and what it says of which topic. */
function WordsAndClaims({ speaking: { desk, draft, change, line, written } }: { readonly speaking: Speaking }) {
  const t = useWords('press');
  return (
    <div className="stack">
      <TextField both title={t('speak.text')} rows={5} most={20_000} required value={draft.text} change={(text) => change({ text })} />
      {!isBlank(draft.text) && <Warnings party={desk.party} text={written} claims={draft.claims} change={(text) => change({ text })} />}
      {line ? (
        <p className="small row wrap">
          <span className="dim">{t('claims.fromLine')}</span> <Claims claims={draft.claims} />
        </p>
      ) : (
        <ClaimsField claims={draft.claims} change={(claims) => change({ claims })} />
      )}
    </div>
  );
}

/** What is seldom filled in: where it is said, and what was asked off the system. */
function WhereAndAsked({ speaking: { draft, change, asked, start } }: { readonly speaking: Speaking }) {
  const t = useWords('press');
  return (
    <Details title={t('speak.details')} says={draft.venue || (asked ? undefined : t('speak.nothingAsked'))}>
      <TextField
        title={t('speak.venue')}
        help={t('speak.venueHelp')}
        rows={1}
        most={200}
        value={draft.venue}
        change={(venue) => change({ venue })}
      />
      {!asked && !start.corrects && (
        <OutletField
          title={t('speak.askedBy')}
          none={t('speak.nobodyAsked')}
          value={draft.askedBy}
          change={(askedBy) => change({ askedBy })}
        />
      )}
      {!asked && draft.askedBy !== '' && (
        <TextField
          both
          title={t('speak.question')}
          rows={2}
          most={2_000}
          required
          value={draft.asked}
          change={(a) => change({ asked: a })}
        />
      )}
    </Details>
  );
}

function OutletField({
  title,
  none,
  value,
  change,
}: {
  readonly title: string;
  readonly none?: string | undefined;
  readonly value: string;
  readonly change: (outlet: string) => void;
}) {
  const text = useText();
  const t = useWords('press');
  const outlets = useDirectory().entities.filter((e) => e.kind === 'media');
  return (
    <Choose
      title={title}
      data={[
        { value: '', label: none ?? t('speak.chooseOutlet') },
        ...outlets.map((e) => ({ value: `entity:${e.id}`, label: text(e.name) })),
      ]}
      value={value}
      change={change}
      required={none === undefined}
    />
  );
}

/** What was said first, which this sets right. */
function Corrected({ said }: { readonly said: Id }) {
  const t = useWords('press');
  const { world } = useSeat();
  const first = world.statements.statements.get(said)?.card.text ?? world.statements.reports.get(said)?.card.title;
  return (
    <section className="pr-asked" aria-label={t('speak.corrects')}>
      <p className="small dim">{t('speak.corrects')}</p>
      <blockquote>
        <Quoted text={first} />
      </blockquote>
    </section>
  );
}
