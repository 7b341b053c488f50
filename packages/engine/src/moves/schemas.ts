import { moveSections } from './section.ts';

export const movesSchemas = { sections: moveSections };
