import { join } from 'node:path';
import { isVirtualClock } from '../runtime/clock';
import { projectRoot } from '../runtime/project-root';
import type { ButtonName } from '../runtime/ui-session';
import type { Twin } from '../runtime/twin';
import { jsonAnswer, readBody, readJson, RequestError, type HttpRequest, type Route } from './http';
import { streamEvents } from './live-events';
import { messagePage } from './pages';
import { addScriptRun } from './script-run-shim';
import { runForDialog, runForVisitor } from './script-run';
import { listSheets, readSheet } from './sheet-json';
import { serveFile } from './static-files';
import { askToSignIn, htmlAnswer, webTexts } from './web-answer';

const viewerFolder = join(projectRoot, 'build', 'viewer');
const longestWebBodyBytes = 50 * 1024 * 1024;

/** Every address the twin answers at. */
export function listRoutes(twin: Twin): readonly Route[] {
  return [...webAppRoutes(twin), ...readingRoutes(twin), ...actingRoutes(twin), ...viewerRoutes()];
}

function webAppRoutes(twin: Twin): readonly Route[] {
  return [
    {
      method: '*',
      pattern: /^\/macros\/s\/([^/]+)\/exec(\/.*)?$/,
      answer: (request) => answerWebCall(twin, request),
    },
    {
      method: '*',
      pattern: /^\/macros\/s\/[^/]+\/dev(?:\/.*)?$/,
      answer: askToSignIn,
    },
    {
      method: 'POST',
      pattern: /^\/macros\/s\/([^/]+)\/run\/([^/]+)$/,
      answer: (request) => answerVisitor(twin, request),
    },
    {
      method: '*',
      pattern: /^\/macros\/echo$/,
      answer: ({ method, query }) => twin.webApp.echo(method, query),
    },
  ];
}

async function answerWebCall(twin: Twin, request: HttpRequest) {
  const { method, query, contentType, parts, raw } = request;
  const [deploymentId, path = ''] = parts;
  const body = await readBody(raw, longestWebBodyBytes);
  if (deploymentId !== twin.deploymentId) return htmlAnswer(404, messagePage(webTexts.missingFile));
  return twin.webApp.answer({ method, query, path, contentType, body });
}

/** `google.script.run` of a page that the web app showed to a visitor. */
async function answerVisitor(twin: Twin, { parts, raw }: HttpRequest) {
  const [deploymentId, functionName = ''] = parts;
  if (deploymentId !== twin.deploymentId) return htmlAnswer(404, messagePage(webTexts.missingFile));
  return jsonAnswer(await runForVisitor(twin, functionName, await readJson(raw, [])));
}

function readingRoutes(twin: Twin): readonly Route[] {
  const { workbook, engine } = twin;
  return [
    { method: 'GET', pattern: /^\/api\/sheets$/, answer: () => jsonAnswer(listSheets(workbook)) },
    {
      method: 'GET',
      pattern: /^\/api\/sheets\/([^/]+)$/,
      answer: ({ parts: [title = ''] }) => {
        const sheet = workbook.sheets.find((candidate) => candidate.title === title);
        if (!sheet) throw new RequestError(404, `There is no sheet "${title}".`);
        return jsonAnswer(readSheet(sheet, { workbook, engine }));
      },
    },
    {
      method: 'GET',
      pattern: /^\/api\/connections$/,
      answer: () => jsonAnswer(twin.connections()),
    },
    {
      method: 'GET',
      pattern: /^\/api\/executions$/,
      answer: () => jsonAnswer(twin.executions()),
    },
    {
      method: 'GET',
      pattern: /^\/api\/workbook$/,
      answer: ({ query }) => showWorkbook(twin, query),
    },
    {
      method: 'GET',
      pattern: /^\/workbook\.xlsx$/,
      answer: async () => ({
        status: 200,
        headers: {
          'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'content-disposition': 'attachment; filename="workbook.xlsx"',
        },
        body: await twin.writeXlsx(),
      }),
    },
    {
      method: 'GET',
      pattern: /^\/api\/events$/,
      answer: (request) => streamChanges(twin, request),
    },
  ];
}

/** `?sheets=0,12` limits it to these sheets. */
function showWorkbook(twin: Twin, query: string) {
  const wanted = new URLSearchParams(query).get('sheets');
  return jsonAnswer(twin.show(wanted === null ? null : new Set(wanted.split(',').map(Number))));
}

/** Pages carry `google.script.run` when they leave for the viewer. */
function streamChanges(twin: Twin, request: HttpRequest): null {
  return streamEvents(request, (send) => {
    const sendUi = (event: object) =>
      send('ui', 'html' in event ? { ...event, html: addScriptRun(String(event.html)) } : event);
    for (const event of twin.session.current()) sendUi(event);
    const stops = [
      twin.workbook.onCommit((sheetIds) => send('commit', { sheetIds })),
      twin.onExecution((record) => send('executions', record)),
      twin.session.onEvent(sendUi),
    ];
    // With all slots taken the menus stay away, as on Google.
    if (twin.session.menus.length === 0) twin.openSpreadsheet().catch(() => undefined);
    return () => {
      for (const stop of stops) stop();
    };
  });
}

function actingRoutes(twin: Twin): readonly Route[] {
  return [
    {
      method: 'POST',
      pattern: /^\/api\/run\/([^/]+)$/,
      answer: ({ parts: [name = ''], raw }) => runAsOwner(twin, name, raw),
    },
    {
      method: 'POST',
      pattern: /^\/api\/script-run$/,
      answer: async ({ raw }) => jsonAnswer(await runForDialog(twin, await readJson(raw, {}))),
    },
    {
      method: 'POST',
      pattern: /^\/api\/clock$/,
      answer: async ({ raw }) => advance(twin, await readJson(raw, {})),
    },
    {
      method: 'POST',
      pattern: /^\/api\/ui\/answer$/,
      answer: async ({ raw }) => answerQuestion(twin, await readJson(raw, {})),
    },
    {
      method: 'POST',
      pattern: /^\/api\/ui\/sheet$/,
      answer: async ({ raw }) => turnTo(twin, await readJson(raw, {})),
    },
    {
      method: 'POST',
      pattern: /^\/api\/edit$/,
      answer: async ({ raw }) => editCell(twin, await readJson(raw, {})),
    },
  ];
}

async function runAsOwner(twin: Twin, name: string, raw: HttpRequest['raw']) {
  const args = await readJson(raw, []);
  if (!Array.isArray(args))
    throw new RequestError(400, 'The body must be a JSON array of arguments.');
  try {
    return jsonAnswer({ result: (await twin.run(name, args)) ?? null });
  } catch (error) {
    return jsonAnswer({ error: error instanceof Error ? error.message : String(error) });
  }
}

async function advance(twin: Twin, body: unknown) {
  if (!isVirtualClock(twin.clock)) {
    throw new RequestError(409, 'The clock is real: start with --virtual-clock to move it.');
  }
  const durationMs = fieldOf(body, 'advanceMs');
  if (typeof durationMs !== 'number' || !(durationMs >= 0)) {
    throw new RequestError(400, 'advanceMs must be a number of milliseconds, not negative.');
  }
  await twin.advance(durationMs);
  return jsonAnswer({ now: new Date(twin.clock.now()).toISOString() });
}

const buttons: readonly ButtonName[] = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'];

function answerQuestion(twin: Twin, body: unknown) {
  const id = fieldOf(body, 'id');
  const button = buttons.find((name) => name === fieldOf(body, 'button'));
  const text = fieldOf(body, 'text');
  if (typeof id !== 'number' || !button) throw new RequestError(400, 'Give id and button.');
  const answer = { button, text: typeof text === 'string' ? text : '' };
  if (!twin.session.answer(id, answer)) throw new RequestError(404, 'No such question is open.');
  return jsonAnswer({});
}

function turnTo(twin: Twin, body: unknown) {
  const sheetId = fieldOf(body, 'sheetId');
  if (typeof sheetId !== 'number') throw new RequestError(400, 'Give sheetId.');
  twin.session.turnTo(sheetId);
  return jsonAnswer({});
}

/** A person's text for a cell; what its validation refuses is told in words. */
async function editCell(twin: Twin, body: unknown) {
  const [sheetId, row, column] = ['sheetId', 'row', 'column'].map((name) => fieldOf(body, name));
  const text = fieldOf(body, 'text');
  if (typeof sheetId !== 'number' || typeof row !== 'number' || typeof column !== 'number')
    throw new RequestError(400, 'Give sheetId, row and column.');
  try {
    await twin.edit({ sheetId, row, column, text: typeof text === 'string' ? text : '' });
    return jsonAnswer({});
  } catch (error) {
    return jsonAnswer({ error: error instanceof Error ? error.message : String(error) });
  }
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}

function viewerRoutes(): readonly Route[] {
  return [
    { method: 'GET', pattern: /^\/$/, answer: () => serveFile(viewerFolder, 'index.html') },
    {
      method: 'GET',
      pattern: /^\/(?!api\/|macros\/)(.+)$/,
      answer: ({ parts: [path = ''] }) => serveFile(viewerFolder, path),
    },
  ];
}
