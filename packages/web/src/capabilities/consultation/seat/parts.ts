import { learn } from '../../../i18n/words.ts';
import { part } from '../../../kit/Part.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';

/** With the words of plans: a text’s paragraphs may be steps. */
const table = async () => (await Promise.all([import('../table/index.ts'), learn('plan')]))[0];
const forms = async () => (await Promise.all([import('../table/forms.ts'), learn('plan')]))[0];

/** What stands on the table, with its words: fetched when the screen is at rest. */
export const Acts = part(async () => (await table()).ActsBar, 'table');
export const DecisionView = part(async () => (await table()).DecisionView, 'table');
export const MatterView = part(async () => (await table()).MatterView, 'table');
export const Table = part(async () => (await table()).Table, 'table');
export const TextView = part(async () => (await table()).TextView, 'table');
/** The forms. */
export const ConsultWriting = part(async () => (await forms()).ConsultWriting, 'table');
export const DecisionWriting = part<WriteProps>(async () => (await forms()).DecisionWriting, 'table');
export const Doing = part(async () => (await forms()).Doing, 'table');
export const TableTextWriting = part<WriteProps>(async () => (await forms()).TableTextWriting, 'table');
