import { said } from '../error.ts';
import { fromHtml } from '../sheet/html.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { type Fields, fieldsIn, isFields, madeSheet, shown } from './made.ts';

const HEADER = {
  No: 'number',
  Time: 'time',
  Teams: 'to',
  Channel: 'channel',
  Title: 'title',
  Message: 'text',
  'Expected actions': 'expected',
  Status: 'status',
  'Inject title': 'notes',
  'Depends on': 'notes',
  'Expectation scores': 'notes',
  'Other fields': 'notes',
} as const;
/** What each inject has of its own and what of it has a place; the rest is told. */
const PLACED =
  /^inject_(id|title|description|enabled|content|all_teams|teams|depends_on|depends_duration|injector_contract|tags|documents|country|city)$/;

/** The injects of an OpenAEV scenario; undefined where a value is none. `files`: what else the archive holds. */
export function openaevSheet(value: unknown, files: readonly string[]): Sheet[] | undefined {
  if (!isFields(value) || !Array.isArray(value.scenario_injects)) return undefined;
  const about = isFields(value.scenario_information) ? value.scenario_information : {};
  const teams = new Map(fieldsIn(value.scenario_teams).map((t) => [t.team_id, shown(t.team_name).trim()]));
  const variables = new Map(fieldsIn(value.scenario_variables).map((v) => [shown(v.variable_key), shown(v.variable_value).trim()]));
  const articles = new Map(fieldsIn(value.scenario_articles).map((a) => [a.article_id, a]));
  const injects = fieldsIn(value.scenario_injects).toSorted(
    (a, b) => Number(a.inject_depends_duration ?? 0) - Number(b.inject_depends_duration ?? 0),
  );
  const numbers = numbersOf(injects);
  const filled = (text: string): string => text.replace(/\$\{\s*([\w.]+)\s*\}/g, (whole, key: string) => variables.get(key) ?? whole);
  const rows = injects.map((inject) => {
    const content = isFields(inject.inject_content) ? inject.inject_content : {};
    const expected = fieldsIn(content.expectations);
    const named = (Array.isArray(inject.inject_teams) ? inject.inject_teams : [])
      .map((t) => teams.get(isFields(t) ? t.team_id : t) ?? '')
      .filter(Boolean);
    const extra = Object.entries(inject).filter(([key, v]) => !PLACED.test(key) && shown(v) !== '');
    const placed = (['inject_country', 'inject_city', 'inject_tags', 'inject_documents'] as const).flatMap((key) =>
      shown(inject[key]) === '' ? [] : [[key, inject[key]] as const],
    );
    return [
      numbers.get(inject) ?? '',
      `PT${Math.max(0, Math.round(Number(inject.inject_depends_duration ?? 0)) || 0)}S`,
      (inject.inject_all_teams === true ? [...teams.values()] : named).join('\n'),
      channelOf(inject),
      filled(shown(content.subject) || titleOf(inject)),
      filled(textOf(content, inject, articles)),
      expected.map((e) => [shown(e.expectation_name), shown(e.expectation_description)].filter(Boolean).join(': ')).join('\n'),
      inject.inject_enabled === false ? 'Disabled' : '',
      shown(content.subject) === '' ? '' : shown(inject.inject_title),
      dependsOn(inject, injects, numbers),
      expected.map((e) => `${shown(e.expectation_name)} ${shown(e.expectation_score)} (${shown(e.expectation_type)})`.trim()).join('; '),
      [...placed, ...extra].map(([key, v]) => `${key}: ${shown(v)}`).join('\n'),
    ];
  });
  return [
    madeSheet(
      shown(about.scenario_name) || 'OpenAEV',
      'openaev',
      Object.keys(HEADER),
      rows,
      leftOf(value, about, variables, rows, files),
      HEADER,
    ),
  ];
}

/** “7 - Statement”: the number that the author gave, if all have one and none twice. */
function numbersOf(injects: readonly Fields[]): Map<Fields, string> {
  const own = injects.map((i) => /^\s*(\d{1,4})\s*[-–.:)]\s+\S/.exec(shown(i.inject_title))?.[1]);
  const usable = own.every((n) => n !== undefined) && new Set(own).size === own.length;
  return new Map(injects.map((inject, i) => [inject, usable ? (own[i] as string) : String(i + 1)]));
}
const titleOf = (inject: Fields): string => shown(inject.inject_title).replace(/^\s*\d{1,4}\s*[-–.:)]\s+(?=\S)/, '');

function channelOf(inject: Fields): string {
  const contract = isFields(inject.inject_injector_contract) ? inject.inject_injector_contract : {};
  const type = `${shown(contract.injector_contract_injector_type)} ${shown(contract.injector_contract_injector_type_name)} ${shown(inject.inject_type)}`;
  if (/email|mail/i.test(type)) return 'email';
  if (/sms/i.test(type)) return 'SMS';
  if (/channel|media/i.test(type)) return 'news';
  return /mastodon|social|twitter/i.test(type) ? 'social' : 'message';
}

function textOf(content: Fields, inject: Fields, articles: ReadonlyMap<unknown, Fields>): string {
  const body = shown(content.body) || shown(content.message) || shown(content.content);
  const pieces = (Array.isArray(content.articles) ? content.articles : []).flatMap((id) => {
    const article = articles.get(id);
    return article ? [`${shown(article.article_name)}\n${fromHtml(shown(article.article_content))}`] : [];
  });
  return [fromHtml(body), ...pieces].filter(Boolean).join('\n\n') || shown(inject.inject_description);
}

function dependsOn(inject: Fields, injects: readonly Fields[], numbers: ReadonlyMap<Fields, string>): string {
  const list = Array.isArray(inject.inject_depends_on)
    ? inject.inject_depends_on
    : shown(inject.inject_depends_on) === ''
      ? []
      : [inject.inject_depends_on];
  return list
    .map((d) => {
      const relation = isFields(d) && isFields(d.dependency_relationship) ? d.dependency_relationship : {};
      const parent = injects.find((i) => i.inject_id === (isFields(d) ? relation.inject_parent_id : d));
      const condition =
        isFields(d) && isFields(d.dependency_condition)
          ? fieldsIn(d.dependency_condition.conditions).map((c) => `${shown(c.key)} ${shown(c.operator)} ${shown(c.value)}`)
          : [];
      return parent ? `only if inject ${numbers.get(parent)} has run${condition.length > 0 ? ` (${condition.join(', ')})` : ''}` : shown(d);
    })
    .join('; ');
}

const LISTS = [
  'objectives',
  'users',
  'organizations',
  'documents',
  'channels',
  'articles',
  'challenges',
  'lessons_categories',
  'lessons_questions',
  'tags',
];

function leftOf(
  value: Fields,
  about: Fields,
  variables: ReadonlyMap<string, string>,
  rows: readonly (readonly string[])[],
  files: readonly string[],
) {
  const lists = LISTS.flatMap((key) => {
    const n = fieldsIn(value[`scenario_${key}`]).length;
    return n > 0 ? [`${key} (${n})`] : [];
  });
  const open = new Set(rows.flatMap((r) => [...r.join('\n').matchAll(/\$\{[\w.]+\}/g)].map((m) => m[0])));
  const header = ['scenario_message_header', 'scenario_message_footer', 'scenario_mail_from'].flatMap((key) =>
    shown(about[key]) === '' ? [] : [`${key.replace('scenario_', '').replaceAll('_', ' ')}: ${shown(about[key])}`],
  );
  return [
    said('This is an export of OpenAEV.', 'OpenAEV 내보내기 파일입니다.'),
    ...(variables.size > 0
      ? [said(`${variables.size} variables are written out in the texts.`, `변수 ${variables.size}개를 글 안에 풀어 적었습니다.`)]
      : []),
    ...(open.size > 0
      ? [
          said(
            `Unknown variables stand as they are: ${[...open].slice(0, 8).join(', ')}.`,
            `알 수 없는 변수는 그대로 두었습니다: ${[...open].slice(0, 8).join(', ')}.`,
          ),
        ]
      : []),
    ...(header.length > 0 ? [said(`Not sent with messages: ${header.join('; ')}.`, `메시지에 붙이지 않은 것: ${header.join('; ')}.`)] : []),
    ...(lists.length > 0 ? [said(`Not read: ${lists.join(', ')}.`, `읽지 않은 것: ${lists.join(', ')}.`)] : []),
    ...(files.length > 0
      ? [
          said(
            `Files in the archive that are not read: ${files.slice(0, 8).join(', ')}.`,
            `읽지 않은 파일: ${files.slice(0, 8).join(', ')}.`,
          ),
        ]
      : []),
  ];
}
