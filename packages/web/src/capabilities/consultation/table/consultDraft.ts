import type { Address, Id, Label, Text } from '@entente/engine';
import { type Basis, PROCEDURES, type ProcedureName, type Shown } from '@entente/engine/consultation';
import type { Command } from '../../../connection/index.ts';
import { isBlank, sentText } from '../../../kit/form/TextField.tsx';
import type { Until } from './UntilField.tsx';

/** To exchange and to inform are forms of one procedure; on the screen all stand in one list. */
export type What = Exclude<ProcedureName, 'consultation'> | 'exchange' | 'inform';

export interface Draft {
  /** A forum’s id; `new`: people of one’s choice. */
  readonly forum: string;
  readonly with: readonly Address[];
  readonly what: What;
  readonly title: Text;
  readonly text: Text;
  readonly basis: Basis;
  readonly subject: string;
  readonly until: Until;
  readonly shown: Shown;
  readonly unconfirmed: 'lapses' | 'stands';
  readonly label: Label;
  readonly on: Id | '';
}

/** Its time decides it, so it needs one, and a text without brackets. */
export const isTimed = (what: What): boolean => what !== 'exchange' && what !== 'inform' && PROCEDURES[what].decides === true;
export const NEW = 'new';

/** What is sent of it. */
export function commandOf(
  draft: Draft,
  { due, decision }: { readonly due: number | undefined; readonly decision: Id | undefined },
): Command {
  const asForm = draft.what === 'exchange' || draft.what === 'inform';
  const asks = asForm || draft.what === 'consensus' || draft.what === 'ad-referendum';
  return {
    type: 'OpenMatter',
    ...(draft.forum === NEW ? { with: [...draft.with] } : { forum: draft.forum }),
    procedure: asForm ? 'consultation' : draft.what,
    ...(asForm ? { form: draft.what } : {}),
    title: sentText(draft.title),
    text: sentText(isBlank(draft.text) ? draft.title : draft.text),
    label: draft.label,
    ...(asks ? { basis: draft.basis, shown: draft.shown } : {}),
    ...(draft.subject && draft.forum !== NEW ? { subject: draft.subject } : {}),
    ...(due === undefined ? {} : { due }),
    ...(draft.what === 'ad-referendum' ? { unconfirmed: draft.unconfirmed } : {}),
    ...(draft.on && draft.forum !== NEW ? { on: draft.on } : {}),
    ...(decision === undefined ? {} : { decision }),
  } as Command;
}
