import { serveStrictly, type Reply, type SeenCall, type StrictServer } from '../strict-server';

/** An agent as `_agent.json.jbuilder` shows them. */
export interface EvolvyAgent {
  readonly id: number;
  name: string;
  email: string;
  availability_status: 'online' | 'busy' | 'offline';
  confirmed: boolean;
}

export const evolvyAgent = (id: number, name: string): EvolvyAgent => ({
  id,
  name,
  email: `agente${id}@example.com`,
  availability_status: 'offline',
  confirmed: true,
});

/** One account of a Chatwoot behind a proxy that drops headers with underscores, as nginx does unless it is told not to. */
interface EvolvyAccount {
  readonly id: number;
  /** Of users of this account, and of users of another one. */
  readonly tokens: Set<string>;
  readonly foreignTokens: Set<string>;
  agents: EvolvyAgent[];
}

export interface StrictEvolvy extends StrictServer {
  readonly account: EvolvyAccount;
}

const page = (status: number): Reply => ({
  status,
  body: '<!DOCTYPE html><html><title>App</title></html>',
  headers: { 'content-type': 'text/html; charset=utf-8' },
});

const refuse = (error: string): Reply => ({ status: 401, body: { error } });

export async function serveEvolvy(): Promise<StrictEvolvy> {
  const account: EvolvyAccount = {
    id: 7,
    tokens: new Set(['evolvy-token']),
    foreignTokens: new Set(['foreign-token']),
    agents: [],
  };
  const server = await serveStrictly((call) => answer(account, call));
  return Object.assign(server, { account });
}

function answer(account: EvolvyAccount, { method, path, headers }: SeenCall): Reply {
  if (!path.startsWith('/api/')) return page(200);
  const [, id, endpoint] = /^\/api\/v1\/accounts\/(\d+)\/(\w+)$/.exec(path) ?? [];
  if (endpoint !== 'agents' || method !== 'GET') return page(404);
  const token = headers['api-access-token'];
  if (token === undefined)
    return {
      status: 401,
      body: { errors: ['You need to sign in or sign up before continuing.'] },
    };
  const isForeign = account.foreignTokens.has(token);
  if (!account.tokens.has(token) && !isForeign) return refuse('Invalid Access Token');
  if (Number(id) !== account.id)
    return { status: 404, body: { error: 'Resource could not be found' } };
  if (isForeign) return refuse('You are not authorized to access this account');
  return { status: 200, body: [...account.agents].sort(byName).map((one) => show(account, one)) };
}

const byName = (a: EvolvyAgent, b: EvolvyAgent): number => (a.name < b.name ? -1 : 1);

const show = ({ id: accountId }: EvolvyAccount, agent: EvolvyAgent) => ({
  id: agent.id,
  account_id: accountId,
  availability_status: agent.availability_status,
  auto_offline: true,
  confirmed: agent.confirmed,
  email: agent.email,
  available_name: agent.name,
  name: agent.name,
  role: 'agent',
  thumbnail: '',
});
