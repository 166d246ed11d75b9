/** Why a push or a deployment did not happen. */
export type ProblemCode =
  | 'noScriptId'
  | 'unreadableProjectFile'
  | 'noCredentials'
  | 'signInExpired'
  | 'apiSwitchedOff'
  | 'noPermission'
  | 'notFound'
  | 'tooManyVersions'
  | 'syntaxError'
  | 'offline'
  | 'nothingDone'
  | 'wrongFiles'
  | 'noDeployment'
  | 'severalDeployments'
  | 'unknownDeployment'
  | 'unexpectedAnswer'
  | 'refused';

export interface Problem {
  readonly code: ProblemCode;
  /** What clasp or Google said, or the ids to choose from; blank when there is nothing to add. */
  readonly detail: string;
}

/** A value, or why there is none. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Says as an outcome that something did not work. */
export function fail(code: ProblemCode, detail = ''): Outcome<never> {
  return { ok: false, problem: { code, detail } };
}

/** One sentence for each problem that says what to do. */
export const problemTexts: Readonly<
  Record<ProblemCode, { readonly pt: string; readonly en: string }>
> = {
  noScriptId: {
    pt: 'Diga qual é o projeto: copie o "ID do script" em Extensões > Apps Script > Configurações do projeto e rode com -- --script-id ID (ou crie uma planilha nova com: npx clasp create-script --type sheets --title Plantão --rootDir dist).',
    en: 'Say which project: copy the "Script ID" from Extensions > Apps Script > Project settings and run with -- --script-id ID (or make a new spreadsheet with: npx clasp create-script --type sheets --title Plantão --rootDir dist).',
  },
  unreadableProjectFile: {
    pt: 'Este arquivo não é JSON válido; corrija ou apague e rode de novo com -- --script-id ID.',
    en: 'This file is not valid JSON; mend or delete it and run again with -- --script-id ID.',
  },
  noCredentials: {
    pt: 'Entre primeiro na sua conta Google com: npx clasp login',
    en: 'Sign in to your Google account first with: npx clasp login',
  },
  signInExpired: {
    pt: 'O acesso à sua conta Google expirou ou foi revogado; entre de novo com: npx clasp login',
    en: 'The access to your Google account has expired or was revoked; sign in again with: npx clasp login',
  },
  apiSwitchedOff: {
    pt: 'Ligue a "API Google Apps Script" em https://script.google.com/home/usersettings, espere dois minutos e rode de novo.',
    en: 'Switch on the "Google Apps Script API" at https://script.google.com/home/usersettings, wait two minutes and run again.',
  },
  noPermission: {
    pt: 'Esta conta Google não pode alterar o projeto; entre com a conta dona da planilha (npx clasp login) ou peça acesso de editor.',
    en: 'This Google account may not change the project; sign in with the account that owns the spreadsheet (npx clasp login) or ask for editor access.',
  },
  notFound: {
    pt: 'O Google não encontrou este projeto; confira o ID do script e a conta com que você entrou.',
    en: 'Google did not find this project; check the script ID and the account you signed in with.',
  },
  tooManyVersions: {
    pt: 'O projeto chegou ao limite de versões do Google (200); apague versões antigas no histórico do projeto, no editor do Apps Script, e rode de novo.',
    en: 'The project has reached Google’s limit of versions (200); delete old versions in the project history of the Apps Script editor and run again.',
  },
  syntaxError: {
    pt: 'O Google não aceitou o código enviado; rode npm run build e npm test e informe este erro ao projeto.',
    en: 'Google did not accept the code; run npm run build and npm test and report this error to the project.',
  },
  offline: {
    pt: 'Não foi possível falar com o Google; confira a internet ou o proxy e rode de novo.',
    en: 'Google could not be reached; check the internet connection or the proxy and run again.',
  },
  nothingDone: {
    pt: 'O clasp não fez nada e não disse por quê; confira se .claspignore e a pasta dist estão como no repositório e rode de novo.',
    en: 'clasp did nothing and did not say why; check that .claspignore and the folder dist are as in the repository and run again.',
  },
  wrongFiles: {
    pt: 'O clasp enviou arquivos diferentes dos que estão em dist; confira .claspignore e rode npm run push de novo.',
    en: 'clasp sent other files than those in dist; check .claspignore and run npm run push again.',
  },
  noDeployment: {
    pt: 'Falta a primeira implantação: no editor do Apps Script, Implantar > Nova implantação > App da Web, executar como "Eu", acesso "Qualquer pessoa"; depois rode npm run deploy de novo (ou crie por aqui com -- --create).',
    en: 'The first deployment is missing: in the Apps Script editor, Deploy > New deployment > Web app, execute as "Me", access "Anyone"; then run npm run deploy again (or create it here with -- --create).',
  },
  severalDeployments: {
    pt: 'Há mais de uma implantação; escolha a do endereço já colado nas plataformas com -- --deployment ID.',
    en: 'There is more than one deployment; choose the one whose address the platforms use with -- --deployment ID.',
  },
  unknownDeployment: {
    pt: 'Este projeto não tem uma implantação com versão e este ID; confira com: npx clasp -P .clasp.local.json list-deployments',
    en: 'This project has no versioned deployment with this ID; check with: npx clasp -P .clasp.local.json list-deployments',
  },
  unexpectedAnswer: {
    pt: 'O clasp respondeu algo inesperado e nada garante que funcionou; confira em Implantar > Gerenciar implantações e rode de novo.',
    en: 'clasp answered something unexpected and nothing proves that it worked; check Deploy > Manage deployments and run again.',
  },
  refused: {
    pt: 'O Google recusou o pedido; leia a mensagem abaixo, corrija e rode de novo.',
    en: 'Google refused the request; read the message below, mend the cause and run again.',
  },
};

// What clasp 3.4.1 prints on stderr, from its own checks, from Google's API or from the network layer.
const signs: readonly (readonly [RegExp, ProblemCode])[] = [
  [/No credentials found/i, 'noCredentials'],
  [/Project settings not found|Script ID is not set/i, 'noScriptId'],
  [/has not enabled the Apps Script API/i, 'apiSwitchedOff'],
  [
    /invalid_grant|invalid_rapt|invalid_client|authentication credential|No access, refresh token/i,
    'signInExpired',
  ],
  [/does not have permission|PERMISSION_DENIED|insufficient/i, 'noPermission'],
  [/entity was not found/i, 'notFound'],
  [/limit of \d+ versions|more versions|too many versions/i, 'tooManyVersions'],
  [/Syntax ?Error/i, 'syntaxError'],
  [/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH/, 'offline'],
];

/** Names the problem behind a message of clasp; `refused` for a message it does not know. */
export function recogniseProblem(message: string): Problem {
  const sign = signs.find(([pattern]) => pattern.test(message));
  return { code: sign?.[1] ?? 'refused', detail: message.trim() };
}

/** The problem for a person to read: Portuguese, English, and what was said. */
export function describeProblem({ code, detail }: Problem): string {
  const { pt, en } = problemTexts[code];
  return [pt, en, ...(detail === '' ? [] : [`(${detail})`])].join('\n');
}
