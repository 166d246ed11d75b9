import type { BoardText } from '../tabs/dashboard/labels';
import { nameOf } from './sql';
import type { WarehouseSettings } from './settings';

/** A view by its name, which metrics of docs/metricas.md it shows (by the text beside them), and the statement that makes it. */
export interface View {
  readonly name: string;
  readonly metrics: readonly BoardText[];
  readonly sql: string;
}

type NameOf = (table: string) => string;

/** The tables whose rows add to the numbers. */
const counted = ['messages', 'conversations', 'attendances', 'contacts'] as const;

/** Every number of every day, by connection and dimension; an agent's are those of the person. */
const numbersSql = (name: NameOf): string => `
SELECT r.connection_id, n.day, p.dimension,
  CASE WHEN p.dimension = 'agent' THEN COALESCE(a.person, p.value) ELSE p.value END AS value,
  m.name, SUM(m.amount) AS amount
FROM (${counted.map((table) => `SELECT connection_id, numbers FROM ${name(table)}`).join(' UNION ALL ')}) AS r
CROSS JOIN UNNEST(r.numbers) AS n
CROSS JOIN UNNEST(n.measures) AS m
CROSS JOIN UNNEST(n.places) AS p
LEFT JOIN (SELECT connection_id, agent, MIN(person) AS person FROM ${name('agentsNow')} GROUP BY 1, 2) AS a
  ON a.connection_id = r.connection_id AND a.agent = p.value
GROUP BY 1, 2, 3, 4, 5`;

/** The length below which a share of all lie, from buckets that reach 10 % up: the middle of the bucket (measures/histogram.ts). */
const quantileSql = (name: NameOf, measure: string, share: number): string => `
SELECT day, dimension, value, CASE WHEN bucket = 0 THEN 0 ELSE POW(1.1, bucket - 0.5) END AS seconds
FROM (
  SELECT day, dimension, value, bucket,
    SUM(amount) OVER (PARTITION BY day, dimension, value ORDER BY bucket) AS upto,
    SUM(amount) OVER (PARTITION BY day, dimension, value) AS whole, amount
  FROM (
    SELECT day, dimension, value, CAST(SUBSTR(name, ${measure.length + 3}) AS INT64) AS bucket, SUM(amount) AS amount
    FROM ${name('numbers')} WHERE SUBSTR(name, 1, ${measure.length + 2}) = '${measure}.b' GROUP BY 1, 2, 3, 4
  ) AS b
) AS c
WHERE upto >= CEIL(${share} * whole) AND upto - amount < CEIL(${share} * whole)`;

/** Sums of some measures by day and value of a dimension, a column each. */
const sumsSql = (
  name: NameOf,
  dimension: string,
  columns: Readonly<Record<string, string>>,
): string => {
  const sums = Object.entries(columns).map(
    ([column, measure]) => `SUM(CASE WHEN name = '${measure}' THEN amount ELSE 0 END) AS ${column}`,
  );
  const measures = Object.values(columns).map((measure) => `'${measure}'`);
  return `
SELECT day, value, ${sums.join(', ')}
FROM ${name('numbers')} WHERE dimension = '${dimension}' AND name IN (${measures.join(', ')}) GROUP BY 1, 2`;
};

/** Attendances that are open, of the last 30 days. */
const openSql = (name: NameOf, situation: string): string => `
SELECT r.connection_id, COALESCE(a.person, o.agent) AS agent, o.team, o.channel, o.contact, o.since
FROM (${['conversations', 'attendances'].map((table) => `SELECT connection_id, \`open\` FROM ${name(table)}`).join(' UNION ALL ')}) AS r
CROSS JOIN UNNEST(r.\`open\`) AS o
LEFT JOIN (SELECT connection_id, agent, MIN(person) AS person FROM ${name('agentsNow')} GROUP BY 1, 2) AS a
  ON a.connection_id = r.connection_id AND a.agent = o.agent
WHERE o.situation = '${situation}' AND o.since > TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 30 DAY)`;

/** What each person does, as their agents' last words tell: the most that one of them does. */
const peopleNowSql = (name: NameOf): string => `
SELECT person, CASE MIN(doing_rank) WHEN 0 THEN 'available' WHEN 1 THEN 'paused' ELSE 'offline' END AS doing
FROM (
  SELECT a.person,
    CASE WHEN s.ends = 'cut' THEN 2 WHEN s.doing = 'available' THEN 0 WHEN s.doing = 'paused' THEN 1 ELSE 2 END AS doing_rank,
    s.began,
    ROW_NUMBER() OVER (PARTITION BY a.row_key ORDER BY s.began DESC, s.ended DESC) AS place
  FROM ${name('agentsNow')} AS a CROSS JOIN UNNEST(a.stints) AS s
) AS l
WHERE place = 1
GROUP BY 1
HAVING MIN(doing_rank) < 2 OR MAX(began) > TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 7 DAY)`;

/** Seconds online by person and local day: what several agents of theirs did at the same time counts once. */
const onlineSql = (name: NameOf, offsetMinutes: number): string => `
SELECT person, day, SUM(seconds) AS seconds
FROM (
  SELECT person, day, began, TIMESTAMP_DIFF(ended, GREATEST(began, COALESCE(MAX(ended) OVER (
    PARTITION BY person, day ORDER BY began, ended ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), began)), MILLISECOND) / 1000 AS seconds
  FROM (
    SELECT a.person, d AS day,
      GREATEST(s.began, TIMESTAMP_SUB(TIMESTAMP(d), INTERVAL ${offsetMinutes} MINUTE)) AS began,
      LEAST(s.ended, TIMESTAMP_SUB(TIMESTAMP(DATE_ADD(d, INTERVAL 1 DAY)), INTERVAL ${offsetMinutes} MINUTE)) AS ended
    FROM ${name('agentsNow')} AS a CROSS JOIN UNNEST(a.stints) AS s
    CROSS JOIN UNNEST(GENERATE_DATE_ARRAY(DATE(TIMESTAMP_ADD(s.began, INTERVAL ${offsetMinutes} MINUTE)), DATE(TIMESTAMP_ADD(s.ended, INTERVAL ${offsetMinutes} MINUTE)))) AS d
    WHERE s.doing <> 'offline'
  ) AS cut
  WHERE ended > began
) AS told
WHERE seconds > 0
GROUP BY 1, 2`;

/** Mean of what is received by weekday (1: Monday) and local hour in the thirty days before today. */
const heatSql = (name: NameOf, offsetMinutes: number): string => {
  const today = `DATE(TIMESTAMP_ADD(CURRENT_TIMESTAMP(), INTERVAL ${offsetMinutes} MINUTE))`;
  const weekday = (day: string): string => `MOD(EXTRACT(DAYOFWEEK FROM ${day}) + 5, 7) + 1`;
  return `
SELECT d.weekday, CAST(SUBSTR(n.name, 5) AS INT64) AS hour, SUM(n.amount) / MIN(d.days) AS mean
FROM ${name('numbers')} AS n
JOIN (
  SELECT ${weekday('day')} AS weekday, COUNT(*) AS days
  FROM UNNEST(GENERATE_DATE_ARRAY(DATE_SUB(${today}, INTERVAL 30 DAY), DATE_SUB(${today}, INTERVAL 1 DAY))) AS day
  GROUP BY 1
) AS d ON d.weekday = ${weekday('n.day')}
WHERE n.dimension = 'all' AND SUBSTR(n.name, 1, 4) = 'in.h'
  AND n.day >= DATE_SUB(${today}, INTERVAL 30 DAY) AND n.day < ${today}
GROUP BY 1, 2`;
};

const doingSql = (name: NameOf, doing: string): string => `
SELECT COUNT(*) AS agents FROM ${name('people_now')} WHERE doing = '${doing}'`;

type MakeView = (id: string, metrics: readonly BoardText[], sql: string) => View;

/** What is counted by day. */
const countViews = (view: MakeView, name: NameOf): readonly View[] => [
  view('received', ['received'], sumsSql(name, 'all', { received: 'in' })),
  view('resolved', ['resolved'], sumsSql(name, 'all', { resolved: 'out' })),
  view(
    'to_solution',
    ['toSolution'],
    sumsSql(name, 'all', {
      received: 'in',
      assigned: 'in.assigned',
      answered: 'in.answered',
      resolved: 'in.resolved',
    }),
  ),
  view(
    'to_answer',
    ['toAnswer'],
    sumsSql(name, 'all', {
      sent: 'messages.out',
      delivered: 'messages.delivered',
      was_read: 'messages.read',
      answered: 'messages.answered',
    }),
  ),
  view('by_team', ['byTeam'], sumsSql(name, 'team', { received: 'in', resolved: 'out' })),
  view(
    'ratings',
    ['rating'],
    `
SELECT day, value AS agent, SUM(CASE WHEN name = 'rating.s' THEN amount ELSE 0 END) / SUM(CASE WHEN name = 'rating.n' THEN amount ELSE 0 END) AS rating
FROM ${name('numbers')} WHERE dimension = 'agent' AND name IN ('rating.n', 'rating.s') GROUP BY 1, 2`,
  ),
  view('causes', ['cause'], sumsSql(name, 'cause', { failed: 'messages.failed' })),
  view('left_alone', ['cause'], sumsSql(name, 'all', { people: 'contacts.left' })),
];

/** All views, each after those that it reads. Days and hours are those of the settings' zone. */
export function viewsOf(settings: WarehouseSettings, offsetMinutes: number): readonly View[] {
  const name: NameOf = (table) => nameOf(settings, table);
  const view: MakeView = (id, metrics, sql) => ({
    name: id,
    metrics,
    sql: `CREATE OR REPLACE VIEW ${name(id)} AS${sql}`,
  });
  return [
    view('numbers', [], numbersSql(name)),
    view('people_now', [], peopleNowSql(name)),
    view('available', ['available'], doingSql(name, 'available')),
    view('paused', ['paused'], doingSql(name, 'paused')),
    view('waiting', ['waiting'], openSql(name, 'waiting')),
    view('serving', ['serving'], openSql(name, 'active')),
    view(
      'agent_conversations',
      ['conversations'],
      `
SELECT agent, COUNT(*) AS conversations FROM ${name('serving')} GROUP BY 1`,
    ),
    view('first_reply', ['firstReply', 'replyByDay'], quantileSql(name, 'reply', 0.5)),
    view('first_reply_90', ['p90'], quantileSql(name, 'reply', 0.9)),
    view('duration', ['duration'], quantileSql(name, 'length', 0.5)),
    ...countViews(view, name),
    view('received_by_hour', ['heat'], heatSql(name, offsetMinutes)),
    view('online', ['online'], onlineSql(name, offsetMinutes)),
  ];
}
