import { configFrom, type Connection } from '../../settings/config';
import { tokenOf } from '../../settings/tokens';
import { weniSettingsFrom, weniToken } from '../../settings/weni';
import type { ApiName } from '../../vendors/kit/api';
import { openApi, type Api } from '../fetch/api';
import { flowsApi } from '../fetch/vendor-apis';

/** The APIs that a connection's search may ask now. */
export type Apis = ReadonlyMap<ApiName, Api>;

type All = Readonly<Record<string, string>>;

/** None while no access is whole. */
export function openApis(all: All, connection: Connection): Apis {
  const [own, flows] = [openApi(all, connection), openFlows(all, connection)];
  return new Map<ApiName, Api>([
    ...(own === null ? [] : [['own', own] as const]),
    ...(flows === null ? [] : [['flows', flows] as const]),
  ]);
}

/** With the access that contacts are sent with; of several connections nobody says whose workspace that is. */
function openFlows(all: All, { vendor }: Connection): Api | null {
  const token = vendor === 'weni' ? tokenOf(all, weniToken) : null;
  if (token === null) return null;
  const { address, version } = weniSettingsFrom(all);
  const access = { baseUrl: address, accountId: version };
  const others = configFrom(all).connections.filter((one) => one.vendor === vendor);
  return others.length === 1 ? { form: flowsApi, access, token } : null;
}
