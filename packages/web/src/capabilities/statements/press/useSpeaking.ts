import type { Address, Answer, Id, Text } from '@entente/engine';
import { type Attribution, type Claim, type Line, needsClearing, placeOf } from '@entente/engine/statements';
import { type Act, type Command, useAct, useNow, useSeat } from '../../../connection/index.ts';
import { LANGUAGES, type Language, usePreferences } from '../../../i18n/preferences.ts';
import { isBlank, sentText } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import type { Desk } from './desk.ts';
import { linesNow } from './points.ts';

/** What a statement begins with: what it answers, or sets right. */
export interface SpeakStart {
  readonly question?: Id | undefined;
  /** A question that was put off the system, or in a message of an outlet. */
  readonly asked?: { readonly by: Address; readonly text: Text } | undefined;
  readonly corrects?: Id | undefined;
}
interface SpeakDraft {
  readonly text: Text;
  readonly attribution: Attribution;
  readonly outlet: string;
  readonly venue: string;
  readonly askedBy: string;
  readonly asked: Text;
  /** The line that stands beside it. */
  readonly beside: string;
  /** The line that it uses. */
  readonly line: string;
  readonly claims: readonly Claim[];
}
export type Speaking = ReturnType<typeof useSpeaking>;

/** A statement as far as it is written, and the ways to say it. `finish`: told of what came of it. */
export function useSpeaking(desk: Desk, start: SpeakStart, begun: string, finish: (events: readonly Id[]) => void) {
  const { language } = usePreferences();
  const { world } = useSeat();
  const now = useNow(60_000);
  const question = start.question === undefined ? undefined : world.statements.questions.get(start.question);
  const asked = question ? { by: question.by, text: question.text } : start.asked;
  const form = useForm<SpeakDraft>(`speak ${start.question ?? start.corrects ?? start.asked?.by ?? 'new'}`, () => ({
    text: begun,
    attribution: 'on-record',
    outlet: asked?.by ?? '',
    venue: '',
    askedBy: '',
    asked: '',
    beside: linesNow(world, desk.party, now).find((l) => l.card.use === 'line')?.id ?? '',
    line: '',
    claims: [],
  }));
  const { draft, change, run } = form;
  const drafting = useAct();
  const line = world.statements.lines.get(draft.line);
  const written = writtenIn(draft.text, language);
  const held = placeOf(world.statements.conferences.values(), question?.queued)?.conference.id;
  const needs = (words: SpeakDraft, used: Line | undefined): boolean =>
    needsClearing(desk.rules, { ...termsOf(words, start), text: sentText(words.text), line: used, there: held !== undefined });
  const clears = needs(draft, line);
  const said = (answer: Answer): void => {
    if (answer.ok) finish(answer.events);
  };
  return {
    ...form,
    ...{ desk, start, question, asked, line, written },
    /** Languages in which something is written. */
    spoken: LANGUAGES.filter((l) => written[l]?.trim()),
    off: draft.attribution === 'off-record',
    /** It has to be cleared first. */
    clears,
    insert: (l: Line): void => change({ text: l.card.text, line: l.id, claims: l.card.claims }),
    use: (used: boolean): void =>
      change(used ? { line: draft.beside, claims: world.statements.lines.get(draft.beside)?.card.claims ?? [] } : { line: '', claims: [] }),
    submit: async (): Promise<void> => {
      if (!clears) return said(await run(speakCommand(draft, start, held)));
      const answer = await drafted(drafting.run, draft, start, written);
      if (answer.ok) form.drop();
      said(answer);
    },
    busy: form.busy || drafting.busy,
    error: form.error ?? drafting.error,
    sayHolding: async (l: Line): Promise<void> => {
      const words = { ...draft, text: l.card.text, line: l.id, claims: l.card.claims };
      // Where the side clears, it goes out with nothing in one’s own words beside it.
      const command = needs(words, l)
        ? speakCommand({ ...words, venue: '', askedBy: '' }, { ...start, asked: undefined }, held)
        : speakCommand(words, start, held);
      said(await run({ ...command, posture: 'holding' } as Command));
    },
  };
}

/** What is written, by language; what does not say its language is the screen’s. */
const writtenIn = (text: Text, language: Language): Readonly<Record<string, string>> =>
  typeof text === 'string' ? { [language]: text } : text;

/** What every statement says beside its words, whether at once or drafted. */
function termsOf({ attribution, outlet, venue, line, askedBy, asked: typed }: SpeakDraft, { question, asked, corrects }: SpeakStart) {
  const verbatim = asked ?? (askedBy === '' || isBlank(typed) ? undefined : { by: askedBy, text: sentText(typed) });
  return {
    attribution,
    posture: question || verbatim ? ('response' as const) : ('active' as const),
    ...(attribution === 'off-record' ? { outlet } : {}),
    ...(venue.trim() ? { venue: venue.trim() } : {}),
    ...(question === undefined ? {} : { question }),
    ...(question === undefined && verbatim ? { asked: verbatim } : {}),
    ...(line ? { line } : {}),
    ...(corrects === undefined ? {} : { corrects }),
  };
}

const claimed = ({ claims }: SpeakDraft) => (claims.length > 0 ? { claims: [...claims] } : {});
const speakCommand = (draft: SpeakDraft, start: SpeakStart, conference?: Id): Command => ({
  type: 'Speak',
  ...(conference === undefined ? {} : { conference }),
  text: sentText(draft.text),
  ...termsOf(draft, start),
  ...claimed(draft),
});

/**
 * Puts a statement before those who clear: the draft, its words in each language, and the asking, one after the other. What
 * was done before something is refused stands: the draft is there, and goes on from there.
 */
async function drafted(run: Act['run'], draft: SpeakDraft, start: SpeakStart, written: Readonly<Record<string, string>>): Promise<Answer> {
  const answer = await run({ type: 'DraftStatement', ...termsOf(draft, start) });
  const id = answer.ok ? answer.events[0] : undefined;
  if (id === undefined) return answer;
  for (const language of LANGUAGES.filter((l) => written[l]?.trim())) {
    const text = written[language]?.trim() ?? '';
    const worded = await run({ type: 'WordDraft', draft: id, language, text, ...claimed(draft) });
    if (worded.ok) await run({ type: 'AskClearance', draft: id, language });
  }
  return answer;
}
