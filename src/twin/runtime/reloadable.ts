import { compileScript, type Bundle } from './bundle';
import { namesInScripts } from './declared-names';

/**
 * The same code as one function that is called for each execution: all executions of a thread share a context, so that V8 keeps what it
 * has learnt of the code. Its own variables are new each time, as on Apps Script. For many executions of code that changes nothing of
 * JavaScript's own objects and sets no globals beside its declarations.
 */
export function makeReloadable(bundle: Bundle): Bundle {
  const sources = bundle.scripts.map(({ source }) => source);
  const globalNames = namesInScripts(sources);
  const names = [...globalNames];
  const [first] = bundle.scripts;
  const source = `(function () {${sources.join('\n')}\nreturn {${names.join()}};\n})`;
  const script = compileScript(first?.name ?? '', source);
  return { ...bundle, id: `${bundle.id}-reloads`, scripts: [script], reloads: true, globalNames };
}
