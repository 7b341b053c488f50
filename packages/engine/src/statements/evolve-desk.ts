import type { Meta } from '../fact.ts';
import type { ClearanceStep, DeskEvent } from './desk-language.ts';
import type { StatementsState } from './language.ts';

/** The press desk’s part of the room: drafts, their clearance, joint statements before their release. */
export function evolveDesk(own: StatementsState, event: DeskEvent, { id, at }: Meta): void {
  const src = id;
  switch (event.type) {
    case 'PressGiven': {
      const { type: _, ...rules } = event;
      own.press.set(event.party, { src, ...rules });
      return;
    }
    case 'StatementDrafted':
      own.drafts.set(id, { src, id, at, card: event.card, links: [], words: [], steps: [] });
      return;
    case 'JointAgreed':
      own.joints.set(id, { src, id, at, card: event.card, hands: [], embargoes: [] });
      return;
    case 'JointHandGiven':
      own.joints.get(event.joint)?.hands.push({ src, at, party: event.party, by: event.by });
      return;
    case 'EmbargoGiven':
      own.joints.get(event.joint)?.embargoes.push({ src, at, outlets: event.outlets, by: event.by });
      return;
  }
  const draft = own.drafts.get(event.draft);
  if (!draft) return;
  const step = (rest: object): void => {
    draft.steps.push({ src, at, ...rest } as ClearanceStep);
  };
  switch (event.type) {
    case 'DraftWorded': {
      const { language, text, claims, by } = event;
      draft.words.push({ src, at, language, text, claims, by });
      return;
    }
    case 'ClearanceAsked': {
      const { language, order, expired, turns, by } = event;
      step({ language, is: 'asked', order, expired, turns, by });
      return;
    }
    case 'ClearanceProlonged':
      step({ language: event.language, is: 'prolonged', turns: event.turns, by: event.by });
      return;
    case 'ClearanceDone':
      step({ language: event.language, is: 'done', act: event.act, by: event.by, text: event.text, next: event.next });
      return;
    case 'EditNoted':
      step({ language: event.language, is: 'noted', by: event.by });
      return;
    case 'ClearanceLapsed':
      step({ language: event.language, is: 'lapsed', seat: event.seat, follows: event.follows, next: event.next, jumped: event.jumped });
      return;
    case 'StatementDraftDropped':
      draft.dropped = { src, at, by: event.by };
  }
}
