import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file of a project, as the Apps Script API gives and takes it. */
interface RemoteFile {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}

export interface RemoteDeployment {
  readonly deploymentId: string;
  readonly deploymentConfig: { readonly versionNumber?: number; readonly description?: string };
}

/** An answer that a test puts in the place of the next one for a request such as `PUT /v1/projects/ID/content`. */
interface Refusal {
  readonly request: RegExp;
  readonly status: number;
  readonly message: string;
}

/** A loopback copy of the part of Google's API that clasp calls: one project, its versions, deployments and tokens. */
export interface FakeGoogle {
  readonly url: string;
  /** What is stored; tests may fill it before and read it after. */
  readonly project: {
    readonly scriptId: string;
    files: RemoteFile[];
    versions: string[];
    deployments: RemoteDeployment[];
  };
  /** Each call as `METHOD /path`, in order. */
  readonly calls: string[];
  /** The tokens that are accepted; clasp refreshes any other once. */
  readonly accessTokens: Set<string>;
  refuse(refusal: Refusal): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type Project = FakeGoogle['project'];
type Handler = (project: Project, body: unknown, id: string) => Answer;

const statusNames: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
};

// The shape of errors: https://cloud.google.com/apis/design/errors and the older `errors` list beside it.
function errorAnswer(status: number, message: string): Answer {
  const errors = [{ message, domain: 'global', reason: statusNames[status] ?? 'backendError' }];
  return {
    status,
    body: { error: { code: status, message, status: statusNames[status], errors } },
  };
}

const ok = (body: unknown): Answer => ({ status: 200, body });

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readFiles(body: unknown): RemoteFile[] {
  const files: unknown = isRecord(body) ? body['files'] : undefined;
  if (!Array.isArray(files)) return [];
  return files.filter(isRecord).map(({ name, type, source }) => ({
    name: text(name),
    type: text(type),
    source: text(source),
  }));
}

function readConfig(body: unknown): RemoteDeployment['deploymentConfig'] {
  const nested: unknown = isRecord(body) ? (body['deploymentConfig'] ?? body) : {};
  const { versionNumber, description } = isRecord(nested) ? nested : {};
  return { versionNumber: Number(versionNumber), description: text(description) };
}

function putContent(project: Project, body: unknown): Answer {
  const files = readFiles(body);
  if (!files.some((file) => file.name === 'appsscript' && file.type === 'JSON'))
    return errorAnswer(400, 'Invalid manifest: appsscript.json is missing.');
  project.files = files;
  return ok({ scriptId: project.scriptId, files });
}

function listVersions(project: Project): Answer {
  const versions = project.versions.map((description, index) => ({
    scriptId: project.scriptId,
    versionNumber: index + 1,
    description,
  }));
  return ok({ versions });
}

function addVersion(project: Project, body: unknown): Answer {
  project.versions.push(isRecord(body) ? text(body['description']) : '');
  return ok({ scriptId: project.scriptId, versionNumber: project.versions.length });
}

function addDeployment(project: Project, body: unknown): Answer {
  const deploymentId = `AKfycbFake${project.deployments.length}`;
  project.deployments.push({ deploymentId, deploymentConfig: readConfig(body) });
  return ok(project.deployments.at(-1));
}

function updateDeployment(project: Project, body: unknown, id: string): Answer {
  const at = project.deployments.findIndex((entry) => entry.deploymentId === id);
  if (at < 0) return errorAnswer(404, 'Requested entity was not found.');
  project.deployments[at] = { deploymentId: id, deploymentConfig: readConfig(body) };
  return ok(project.deployments[at]);
}

// https://developers.google.com/apps-script/api/reference/rest
const routes: readonly (readonly [string, RegExp, Handler])[] = [
  ['GET', /^\/content$/, (project) => ok({ scriptId: project.scriptId, files: project.files })],
  ['PUT', /^\/content$/, putContent],
  ['GET', /^\/versions$/, listVersions],
  ['POST', /^\/versions$/, addVersion],
  ['GET', /^\/deployments$/, (project) => ok({ deployments: project.deployments })],
  ['POST', /^\/deployments$/, addDeployment],
  ['PUT', /^\/deployments\/([\w-]+)$/, updateDeployment],
];

/** Calls that name no project: who is signed in, a new spreadsheet, a new script in it (with a file and a manifest of Google's own). */
function answerAccountCall(
  project: Project,
  { method, path }: { method: string; path: string },
): Answer | null {
  if (path === '/oauth2/v2/userinfo') return ok({ id: '1', email: 'ana@example.com' });
  if (method !== 'POST') return null;
  if (path === '/drive/v3/files') return ok({ id: '1FakeSpreadsheet' });
  if (path !== '/v1/projects') return null;
  project.files = [
    { name: 'appsscript', type: 'JSON', source: '{ "timeZone": "America/New_York" }' },
    { name: 'Code', type: 'SERVER_JS', source: 'function myFunction() {}' },
  ];
  return ok({ scriptId: project.scriptId });
}

function answerProjectCall(
  project: Project,
  call: { method: string; path: string; body: unknown },
): Answer {
  const made = answerAccountCall(project, call);
  if (made !== null) return made;
  const prefix = `/v1/projects/${project.scriptId}`;
  if (!call.path.startsWith(prefix)) return errorAnswer(404, 'Requested entity was not found.');
  const rest = call.path.slice(prefix.length);
  for (const [method, pattern, handle] of routes) {
    const match = method === call.method ? pattern.exec(rest) : null;
    if (match) return handle(project, call.body, match[1] ?? '');
  }
  return errorAnswer(404, `No route for ${call.method} ${rest}`);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function refreshToken(google: FakeGoogle, form: string): Answer {
  if (new URLSearchParams(form).get('refresh_token') !== 'good-refresh-token')
    return {
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Token has been revoked.' },
    };
  google.accessTokens.add('refreshed-token');
  return ok({ access_token: 'refreshed-token', expires_in: 3599, token_type: 'Bearer' });
}

async function answerCall(
  google: FakeGoogle,
  refusals: Refusal[],
  request: IncomingMessage,
): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://loopback');
  const call = `${request.method} ${pathname}`;
  const body = await readBody(request);
  google.calls.push(call);
  const refusedAt = refusals.findIndex((entry) => entry.request.test(call));
  const [refusal] = refusedAt < 0 ? [] : refusals.splice(refusedAt, 1);
  if (refusal) return errorAnswer(refusal.status, refusal.message);
  if (pathname === '/token') return refreshToken(google, body);
  const token = (request.headers.authorization ?? '').replace('Bearer ', '');
  if (!google.accessTokens.has(token))
    return errorAnswer(401, 'Request had invalid authentication credentials.');
  const parsed: unknown = body === '' ? {} : JSON.parse(body);
  return answerProjectCall(google.project, {
    method: request.method ?? '',
    path: pathname,
    body: parsed,
  });
}

/** Starts the copy on a free loopback port, with an empty project. */
export async function startFakeGoogle(scriptId: string): Promise<FakeGoogle> {
  const refusals: Refusal[] = [];
  const server = createServer((request, response) => {
    void answerCall(google, refusals, request).then((answer) => send(response, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const google: FakeGoogle = {
    url: `http://127.0.0.1:${port}/`,
    project: { scriptId, files: [], versions: [], deployments: [] },
    calls: [],
    accessTokens: new Set(['good-token']),
    refuse: (refusal) => void refusals.push(refusal),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return google;
}
