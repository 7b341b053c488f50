import type { Text } from '@entente/engine';
import { Textarea, TextInput } from '@mantine/core';
import { type ChangeEvent, useState } from 'react';
import { useSeat } from '../../connection/SeatProvider.tsx';
import { LANGUAGES, usePreferences } from '../../i18n/preferences.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../Button.tsx';

interface FieldProps {
  readonly title: string;
  readonly help?: string | undefined;
  /** 1: a single line. Otherwise it grows with what is written. */
  readonly rows?: number | undefined;
  /** Characters. */
  readonly most: number;
  readonly required?: boolean | undefined;
}
interface OneProps extends FieldProps {
  readonly both?: undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}
interface BothProps extends FieldProps {
  readonly both: true;
  readonly value: Text;
  readonly change: (value: Text) => void;
}

/**
 * A text as a person writes it. With `both` it may be written in both languages: that of the writer first, the other one
 * behind “Add 한국어”. Its value is then a `Text`, from the first letter by language: `{en: …}`, `{en: …, ko: …}`; a value
 * that is one string (an old draft) counts as the writer’s own. `sentText` gives what a command takes of it.
 */
export function TextField(props: OneProps | BothProps) {
  return props.both ? <BothFields {...props} /> : <OneField {...props} />;
}

function OneField({
  title,
  help,
  rows = 3,
  most,
  required = false,
  value,
  change,
  lang,
}: Omit<OneProps, 'both'> & { readonly lang?: string }) {
  const given = {
    label: title,
    description: help,
    value,
    maxLength: most,
    required,
    ...(lang ? { lang } : {}),
    onChange: (e: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => change(e.currentTarget.value),
  };
  return rows === 1 ? <TextInput {...given} autoComplete="off" /> : <Textarea {...given} autosize minRows={rows} maxRows={16} />;
}

function BothFields({ both: _, value, change, ...props }: BothProps) {
  const t = useWords('form');
  const { language } = usePreferences();
  const other = LANGUAGES.find((l) => l !== language) ?? language;
  const written = typeof value === 'string' ? { [language]: value } : value;
  const second = written[other];
  const [added, add] = useState(false);
  const { world } = useSeat();
  const spoken = world.seats.exercise?.languages.includes(other) ?? true;
  const write = (l: string) => (words: string) => change({ ...written, [l]: words });
  return (
    <div className="act-texts">
      {/* Written in the other language alone, it is written. */}
      <OneField
        {...props}
        required={props.required && !second?.trim()}
        lang={language}
        value={written[language] ?? ''}
        change={write(language)}
      />
      {added || second ? (
        <OneField
          {...props}
          title={t(`titleIn.${other}`, { title: props.title })}
          help={undefined}
          required={false}
          lang={other}
          value={second ?? ''}
          change={write(other)}
        />
      ) : (
        spoken && (
          <Button kind="quiet" size="small" icon="plus" onClick={() => add(true)}>
            {t(`add.${other}`)}
          </Button>
        )
      )}
    </div>
  );
}

/** True if nothing is written in any language. */
export function isBlank(text: Text): boolean {
  return typeof text === 'string' ? text.trim() === '' : Object.values(text).every((words) => words.trim() === '');
}

/** What a command takes of a text: trimmed, without languages in which nothing is written. */
export function sentText<T extends Text>(text: T): T {
  if (typeof text === 'string') return text.trim() as T;
  return Object.fromEntries(Object.entries(text).flatMap(([l, words]) => (words.trim() === '' ? [] : [[l, words.trim()]]))) as T;
}
