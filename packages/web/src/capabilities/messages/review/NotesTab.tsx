import { injectOfDelivery, notesOn } from '@entente/engine';
import { useMemo } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Attached } from '../../../kit/files/Attached.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { titleOfThing } from '../../../kit/review/eventWords.ts';
import { PrintPart } from '../../../kit/review/PrintPart.tsx';
import { keyOfThing, useReviewParts } from '../../../kit/review/part.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { NONE, Opener, Scrolling, Short, Table, Time, useChosen } from '../../../kit/review/tables.tsx';
import { type NoteLine, noteLines } from './noteLines.ts';

function useNoteLines(): NoteLine[] {
  const { world, moment } = useReview();
  // The world is one object changed in place: `moment.count` says when to derive anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => noteLines(world), [world, moment.count]);
}

/** What was noted, by whom and on what. */
export function NotesTab() {
  const t = useWords('review');
  const lines = useNoteLines();
  return (
    <Scrolling label={t('tabs.notes')}>
      {lines.length > 0 ? <NoteTable lines={lines} /> : <p className="rv-nothing dim">{t('timeline.none')}</p>}
    </Scrolling>
  );
}

export function NotesPrinted() {
  const t = useWords('review');
  const lines = useNoteLines();
  return lines.length === 0 ? null : (
    <PrintPart title={t('tabs.notes')}>
      <NoteTable lines={lines} />
    </PrintPart>
  );
}

function NoteTable({ lines }: { readonly lines: readonly NoteLine[] }) {
  const chosen = useChosen();
  return (
    <Table heads={['at', 'who', 'note', 'noteOn']}>
      {lines.map((line) => (
        <tr key={line.key} className={line.key === chosen ? 'chosen' : ''}>
          <td>
            <Time at={line.at} />
          </td>
          <td>
            <AddressName address={line.seat} withParty />
          </td>
          <th scope="row">
            <Opener id={line.key}>
              <Short text={line.text} most={240} />
            </Opener>
          </th>
          <td>{line.about === undefined ? NONE : <About id={line.about} />}</td>
        </tr>
      ))}
    </Table>
  );
}

/** The thing that a note is about, by its title; opens it where the edition holds it as one. */
function About({ id }: { readonly id: string }) {
  const { whole, wording } = useReview();
  const parts = useReviewParts();
  const title = wording.pick(titleOfThing(id, whole, wording));
  const key = keyOfThing(parts, whole, injectOfDelivery(whole.injects, id) ?? id);
  if (title === '') return NONE;
  return key === undefined ? title : <Opener id={key}>{title}</Opener>;
}

/** A note, whole. */
export function NoteThing({ id }: { readonly id: string }) {
  const { whole } = useReview();
  const t = useWords('review');
  const line = noteLines(whole).find((l) => l.id === id);
  if (!line) return null;
  return (
    <div className="stack rv-thing">
      <AddressName address={line.seat} withParty />
      <p className="rv-quote prose">{line.text}</p>
      <Attached cards={line.attachments} />
      {line.about !== undefined && (
        <div className="row wrap small">
          <span className="dim">{t('cols.noteOn')}</span> <About id={line.about} />
        </div>
      )}
    </div>
  );
}

/** What was noted on the thing that is open. */
export function NotesBeside({ id }: { readonly id: string }) {
  const { whole, wording } = useReview();
  const t = useWords('review');
  const notes = notesOn(whole).get(id) ?? [];
  if (notes.length === 0) return null;
  return (
    <section className="stack" aria-label={t('tabs.notes')}>
      <h3 className="small strong">{t('tabs.notes')}</h3>
      <ul className="stack">
        {notes.map((note) => (
          <li key={note.id}>
            <span className="dim small">
              {wording.time(note.at)} {wording.who(note.seat)}
            </span>
            <p className="prose">{note.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
