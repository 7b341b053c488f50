/** The function of a simulated person: it stands on the record beside the name, and by it one is known on every screen. */
export const SIMULATED = 'simulated · 모의';

/** True of a simulated person; nobody else may say so of himself. */
export const isSimulated = (person: { readonly function?: unknown }): boolean => person.function === SIMULATED;
