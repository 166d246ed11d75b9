import { serveStrictly, type Reply, type SeenCall, type StrictServer } from '../strict-server';

export interface PlugOperator {
  readonly id: string;
  name: string;
  state: 'online' | 'offline';
  lastChanged: number;
}

interface PlugAccount {
  readonly id: string;
  token: string;
  /** How the token must come: the pages show both. */
  form: 'bearer' | 'bare';
  operators: PlugOperator[];
}

export interface StrictPlug extends StrictServer {
  readonly account: PlugAccount;
}

/** PlugChat's documents describe errors in words only: so its bodies are texts. */
const says = (status: number, body: string): Reply => ({
  status,
  body,
  headers: { 'content-type': 'text/plain' },
});

export async function servePlug(): Promise<StrictPlug> {
  const account: PlugAccount = { id: '42', token: 'plug-token', form: 'bearer', operators: [] };
  const server = await serveStrictly((call) => answer(account, call));
  return Object.assign(server, { account });
}

function answer(account: PlugAccount, { method, path, headers, query }: SeenCall): Reply {
  if (path !== '/api/account/get-operators-online') return says(404, 'Not Found');
  if (method !== 'GET') return says(405, 'Method Not Allowed');
  const wanted = account.form === 'bearer' ? `Bearer ${account.token}` : account.token;
  if (headers['authorization'] !== wanted) return says(401, 'Unauthorized');
  if (query['id'] !== account.id) return says(400, 'Bad Request');
  return { status: 200, body: { data: account.operators } };
}
