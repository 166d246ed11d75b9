import { isLoopback } from '../twin/services/web/url-fetch';
import { StartFailure } from './start-failure';

const example = 'https://flows.weni.ai=http://127.0.0.1:9001';

/**
 * Reads the values of `--route`: where the calls to a host really go. Paths and queries stay as they are; a host that no value names
 * keeps its address, which the twin does not reach.
 * @throws {StartFailure} unless each is an origin, `=`, and an origin on loopback
 */
export function readRoutes(values: readonly string[]): (url: URL) => URL {
  const routes = new Map(values.map(readRoute));
  return (url) => {
    const target = routes.get(url.origin);
    return target === undefined ? url : new URL(url.pathname + url.search, target);
  };
}

function readRoute(value: string): readonly [from: string, to: string] {
  const [from = '', to = '', ...more] = value.split('=').map(readOrigin);
  const isFit = from !== '' && to !== '' && more.length === 0 && isLoopback(new URL(to).hostname);
  if (!isFit) throw new StartFailure('badValue', `--route ${value}`, example);
  return [from, to];
}

/** Blank when the text is no address, or says more than a host. */
function readOrigin(text: string): string {
  if (!URL.canParse(text)) return '';
  const { protocol, origin, pathname, search } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' ? origin : '';
}
