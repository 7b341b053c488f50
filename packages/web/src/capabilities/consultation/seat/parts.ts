import { learn } from '../../../i18n/words.ts';
import { part } from '../../../kit/Part.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';

/** With the words of plans: a text’s paragraphs may be steps. */
const load = async () => (await Promise.all([import('../table/index.ts'), learn('plan')]))[0];

/** What stands on the table, and the forms, with their words: fetched when the screen is at rest. */
export const Acts = part(async () => (await load()).ActsBar, 'table');
export const ConsultWriting = part(async () => (await load()).ConsultWriting, 'table');
export const DecisionView = part(async () => (await load()).DecisionView, 'table');
export const DecisionWriting = part<WriteProps>(async () => (await load()).DecisionWriting, 'table');
export const Doing = part(async () => (await load()).Doing, 'table');
export const MatterView = part(async () => (await load()).MatterView, 'table');
export const Table = part(async () => (await load()).Table, 'table');
export const TableTextWriting = part<WriteProps>(async () => (await load()).TableTextWriting, 'table');
export const TextView = part(async () => (await load()).TextView, 'table');
