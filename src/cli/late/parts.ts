import { parse, type Comment, type Node, type Pattern, type Program } from 'acorn';

/** An outermost statement of the bundle. */
export interface Part {
  readonly text: string;
  /** Outermost names that it declares. */
  readonly names: readonly string[];
  /** It declares one function and does nothing else: another function can stand for it. */
  readonly isFunction: boolean;
  /** File that it comes from, relative to the folder of the sources. */
  readonly file: string;
  /** Parts whose names it mentions. */
  readonly uses: ReadonlySet<Part>;
  /** Those of them that it calls as soon as it is run. */
  readonly callsAtOnce: ReadonlySet<Part>;
}

/** What is known of a part before all are known. */
interface Draft extends Part {
  readonly mentions: Mentions;
  readonly uses: Set<Part>;
  readonly callsAtOnce: Set<Part>;
}

interface Mentions {
  readonly all: Set<string>;
  readonly calledAtOnce: Set<string>;
}

/**
 * The outermost statements of a bundle that has all modules in one scope, in order. Leans on two habits of esbuild: a comment names the file
 * before its statements, and no inner name is the same as an outermost one (a test holds them).
 */
export function splitBundle(code: string): readonly Part[] {
  const comments: Comment[] = [];
  const program = parse(code, { ecmaVersion: 2020, sourceType: 'module', onComment: comments });
  const fileAt = filesIn(comments);
  const drafts = program.body.map((statement) => toDraft(statement, { code, fileAt }));
  const owners = new Map(drafts.flatMap((draft) => draft.names.map((name) => [name, draft])));
  for (const draft of drafts) {
    const { mentions, uses, callsAtOnce } = draft;
    for (const name of mentions.all) addOther(owners.get(name), { draft, to: uses });
    for (const name of mentions.calledAtOnce)
      addOther(owners.get(name), { draft, to: callsAtOnce });
  }
  return drafts;
}

function addOther(
  owner: Part | undefined,
  { draft, to }: { readonly draft: Part; readonly to: Set<Part> },
): void {
  if (owner !== undefined && owner !== draft) to.add(owner);
}

type FileAt = (position: number) => string;

function filesIn(comments: readonly Comment[]): FileAt {
  const marks = comments.filter(({ type, value }) => type === 'Line' && /^ \S+\.ts$/.test(value));
  return (position) => marks.findLast(({ end }) => end <= position)?.value.trim() ?? '';
}

interface Source {
  readonly code: string;
  readonly fileAt: FileAt;
}

function toDraft(statement: Program['body'][number], { code, fileAt }: Source): Draft {
  const { start, end } = statement;
  const mentions = { all: new Set<string>(), calledAtOnce: new Set<string>() };
  collectNames(statement, { into: mentions, isAtOnce: true });
  return {
    text: code.slice(start, end),
    ...declaredIn(statement),
    file: fileAt(start),
    mentions,
    uses: new Set(),
    callsAtOnce: new Set(),
  };
}

const functions: ReadonlySet<string> = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

function declaredIn(statement: Program['body'][number]): Pick<Part, 'names' | 'isFunction'> {
  if (statement.type === 'FunctionDeclaration')
    return { names: [statement.id.name], isFunction: true };
  if (statement.type !== 'VariableDeclaration') return { names: [], isFunction: false };
  const names = statement.declarations.flatMap(({ id }) => boundBy(id));
  const [only, ...more] = statement.declarations;
  return { names, isFunction: more.length === 0 && functions.has(only?.init?.type ?? '') };
}

/** Names that a variable gets, also where it takes a value apart. */
function boundBy(pattern: Pattern | null): readonly string[] {
  if (pattern === null || pattern.type === 'MemberExpression') return [];
  if (pattern.type === 'Identifier') return [pattern.name];
  if (pattern.type === 'ArrayPattern') return pattern.elements.flatMap(boundBy);
  if (pattern.type === 'AssignmentPattern') return boundBy(pattern.left);
  if (pattern.type === 'RestElement') return boundBy(pattern.argument);
  return pattern.properties.flatMap((one) =>
    boundBy(one.type === 'Property' ? one.value : one.argument),
  );
}

interface Walk {
  readonly into: Mentions;
  /** Not within a function, which may be called later. */
  readonly isAtOnce: boolean;
}

/** Names as values: neither those behind a dot nor keys of objects. */
function collectNames(node: Node, walk: Walk): void {
  if (isNamed(node)) walk.into.all.add(node.name);
  const called = walk.isAtOnce ? calleeOf(node) : null;
  if (called !== null) walk.into.calledAtOnce.add(called);
  const inner = /Function/.test(node.type) ? { ...walk, isAtOnce: false } : walk;
  for (const [field, value] of Object.entries(node)) {
    if (isKey(node, field)) continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) collectNames(child, inner);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

const isNamed = (node: Node): node is Node & { readonly name: string } =>
  node.type === 'Identifier' && 'name' in node;

const calleeOf = (node: Node): string | null =>
  'callee' in node && isNode(node.callee) && isNamed(node.callee) ? node.callee.name : null;

const isKey = (node: Node, field: string): boolean =>
  'computed' in node &&
  node.computed === false &&
  field === (node.type === 'MemberExpression' ? 'property' : 'key');
