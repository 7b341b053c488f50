import type { World } from '@entente/engine';
import { current, digestOf, proceeding } from '@entente/engine/consultation';

/**
 * What a step says of a text’s version. A person signs and words what lies before them, so an author may leave it out: it is
 * what stands when the turn has come. `v1` is the first version, for a step that comes with an old one.
 */
const FIELDS: Readonly<Record<string, { readonly key: string; readonly of: string; readonly act?: string }>> = {
  ActInMatter: { key: 'on', of: 'matter', act: 'sign' },
  SetWording: { key: 'version', of: 'of' },
  CertifyLanguages: { key: 'digest', of: 'of' },
};
const WRITTEN = /^v([1-9]\d{0,3})$/;

/** Puts in a field that an author may leave out what the schema takes, so that only what is really missing is told. */
export function assumeVersion(type: string, command: Record<string, unknown>): void {
  const field = fieldOf(type, command);
  if (!field || (command[field] !== undefined && !WRITTEN.test(String(command[field])))) return;
  command[field] = field === 'version' ? 1 : 'digest';
}

/** Puts the version that stands, or the one that the step names, where the command says it; ids are the record’s own already. */
export function fillVersion(control: World, type: string, command: Record<string, unknown>): void {
  const field = fieldOf(type, command);
  const about = field && FIELDS[type];
  if (!field || !about) return;
  const { texts, matters } = control.consultation;
  const id = command[about.of] as string;
  const matter = matters.get(id);
  const text = texts.get(matter?.on?.of ?? id);
  const [, written] = WRITTEN.exec(String(command[field])) ?? [];
  if (written === undefined && command[field] !== undefined) return;
  const version = text && (written === undefined ? current(text) : text.versions[Number(written) - 1]);
  if (field === 'version') command[field] = version?.version;
  else {
    const m = matter && written === undefined ? proceeding(control, matter) : undefined;
    command[field] = m ? digestOf(m) : version?.digest;
  }
}

/** True for a command that may say which version it is about. */
export const namesVersion = (type: string): boolean => Object.hasOwn(FIELDS, type);

function fieldOf(type: string, command: Readonly<Record<string, unknown>>): string | undefined {
  const field = FIELDS[type];
  return field && (field.act === undefined || field.act === command.act) ? field.key : undefined;
}
