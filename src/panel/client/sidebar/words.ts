import { say } from '../page-data';

/** Says a text, its `{name}` places filled. */
export function tell(id: string, values: Readonly<Record<string, string>> = {}): string {
  return say(id).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
