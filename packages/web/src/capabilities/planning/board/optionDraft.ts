import type { Text } from '@entente/engine';
import type { OptionVersion } from '@entente/engine/planning';
import type { Step } from '@entente/engine/steps';
import { isBlank, sentText } from '../../../kit/form/TextField.tsx';
import { paragraphsOf } from './look.ts';

/** An option as it is being written: each assumption and each risk a line. */
export interface OptionDraft {
  readonly name: Text;
  readonly text: Text;
  readonly assumptions: Text;
  readonly risks: Text;
  readonly contributions: Readonly<Record<string, Text>>;
  readonly steps: readonly Step[];
  /** The version that was read. */
  readonly version: number;
}

export function draftOfCard(current: Pick<OptionVersion, 'card' | 'version'> | undefined): OptionDraft {
  const { card, version = 1 } = current ?? {};
  return {
    name: card?.name ?? '',
    text: card?.text ?? '',
    assumptions: lines(card?.assumptions ?? []),
    risks: lines(card?.risks ?? []),
    contributions: Object.fromEntries((card?.contributions ?? []).map((c) => [c.party, c.text])),
    steps: card?.steps ?? [],
    version,
  };
}

/** What a command takes of it; undefined if the languages of a list do not have the same number of lines. */
export function cardOf(draft: OptionDraft) {
  const [assumptions, risks] = [paragraphsOf(sentText(draft.assumptions)), paragraphsOf(sentText(draft.risks))];
  if (assumptions === undefined || risks === undefined) return undefined;
  return {
    name: sentText(draft.name),
    ...(isBlank(draft.text) ? {} : { text: sentText(draft.text) }),
    ...{ assumptions, risks, steps: draft.steps },
    contributions: Object.entries(draft.contributions).flatMap(([party, text]) => (isBlank(text) ? [] : [{ party, text: sentText(text) }])),
  };
}

/** Several texts as one, a line each, in every language that all have. */
function lines(texts: readonly Text[]): Text {
  const [first] = texts;
  if (first === undefined) return '';
  if (typeof first === 'string') return texts.map((t) => (typeof t === 'string' ? t : (Object.values(t)[0] ?? ''))).join('\n');
  const languages = Object.keys(first).filter((l) => texts.every((t) => typeof t === 'object' && t[l] !== undefined));
  return Object.fromEntries(languages.map((l) => [l, texts.map((t) => (t as Record<string, string>)[l] ?? '').join('\n')]));
}
