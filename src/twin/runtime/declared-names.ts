import { parse } from 'acorn';
import type { ModuleDeclaration, Program, Statement } from 'acorn';

/** The global names that the statements of a classic script declare, in order. */
export function declaredNames({ body }: Pick<Program, 'body'>): string[] {
  return body.flatMap(namesOf);
}

/** The global names of a project's files: what `google.script.run` offers a page, private names (`…_`) aside. */
export function namesInScripts(sources: readonly string[]): ReadonlySet<string> {
  const programs = sources.map((source) => parse(source, { ecmaVersion: 'latest' }));
  return new Set(programs.flatMap(declaredNames));
}

function namesOf(statement: Statement | ModuleDeclaration): string[] {
  if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration')
    return [statement.id.name];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}
