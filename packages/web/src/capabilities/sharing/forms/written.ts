import {
  type Address,
  effectiveLabel,
  type Id,
  type ItemCard,
  type ItemKind,
  type LabelPolicy,
  type Ms,
  type Onward,
  type Text,
} from '@entente/engine';
import { pick } from '../../../i18n/text.ts';

/** A portion as it is being written. */
export interface Written {
  /** Its own among those being written, so that taking one away moves no other’s field. */
  readonly key: number;
  readonly text: string;
  readonly label: string;
  readonly releasableTo: readonly string[];
  /** As it stood, in every language; absent for a new one. */
  readonly was?: Text | undefined;
}

/** An item as it is being written, or its new version. */
export interface Draft {
  /** In whose name control writes; a player’s is its own party’s. */
  readonly originator: Address | '';
  readonly title: string;
  readonly titleWas?: Text | undefined;
  /** The one in which it was begun. */
  readonly language: string;
  /** The version that it was begun on; absent for an item’s first, and for a new item. */
  readonly on?: ItemCard['made'];
  readonly kind: Exclude<ItemKind, 'proposal'>;
  readonly portions: readonly Written[];
  readonly label: string;
  readonly onward: Onward;
  /** `keep` the time that stands, none, or so many minutes from sending. */
  readonly expires: 'keep' | 'never' | '30' | '60' | '120' | '240';
  readonly basedOn: readonly Id[];
  readonly to: readonly Address[];
}
export const MINUTE = 60_000;

/** A new version as it begins: everything as it stands. */
export function draftOf(card: ItemCard, policy: LabelPolicy, language: string): Draft {
  const least = effectiveLabel(
    policy,
    card.portions.map((p) => p.label),
  );
  return {
    originator: '',
    title: pick(card.title, language),
    titleWas: card.title,
    language,
    on: card.made,
    // Nothing new is a proposal: that is put to a forum.
    kind: card.kind === 'proposal' ? 'other' : card.kind,
    portions: card.portions.map(({ text, label, releasableTo = [] }, key) => ({
      ...{ key, label, releasableTo },
      ...{ text: pick(text, language), was: text },
    })),
    label: card.label === least ? '' : card.label,
    onward: card.onward,
    expires: card.expires === undefined ? 'never' : 'keep',
    basedOn: [],
    to: [],
  };
}

/** What is sent of it. What was not touched stays in all its languages. */
export function bodyOf(draft: Draft, standing: Ms | undefined, now: Ms) {
  const expires = draft.expires === 'keep' ? standing : draft.expires === 'never' ? undefined : now + Number(draft.expires) * MINUTE;
  return {
    title: textOf(draft.title.trim(), draft.titleWas, draft.language),
    kind: draft.kind,
    portions: draft.portions.map((p) => ({
      text: textOf(p.text, p.was, draft.language),
      label: p.label,
      ...(p.releasableTo.length > 0 ? { releasableTo: [...p.releasableTo] } : {}),
    })),
    onward: draft.onward,
    ...(draft.label === '' ? {} : { label: draft.label }),
    ...(expires === undefined ? {} : { expires }),
    ...(draft.basedOn.length > 0 ? { basedOn: [...draft.basedOn] } : {}),
  };
}

/** True if a new version would say what the old one says. */
export function isUnchanged(draft: Draft, begun: Draft): boolean {
  return JSON.stringify(bodyOf(draft, 0, 0)) === JSON.stringify(bodyOf(begun, 0, 0));
}

/** What was not touched stays; what was says its language, the one that its reader saw. */
function textOf(written: string, was: Text | undefined, language: string): Text {
  if (was !== undefined && isOneOf(written, was)) return was;
  return { [keptOf(was, language)]: written };
}

function keptOf(was: Text | undefined, language: string): string {
  const languages = typeof was === 'object' ? Object.keys(was) : [];
  return languages.includes(language) ? language : (languages[0] ?? language);
}

function isOneOf(written: string, was: Text): boolean {
  return typeof was === 'string' ? written === was : Object.values(was).includes(written);
}

/** The languages that fall away because a text was changed in another: they would still say what stood before. */
export function fallAway(written: string, was: Text | undefined, language: string): string[] {
  if (was === undefined || typeof was === 'string' || isOneOf(written, was)) return [];
  const kept = keptOf(was, language);
  return Object.keys(was).filter((l) => l !== kept);
}
