import { answerTexts } from '../../intake/door/answer-texts';
import { expectVisit } from '../../intake/door/greet-visitor';
import { buildInfo } from '../../platform/build-info';
import type { HttpAnswer } from '../../platform/http';
import type { Services } from '../../platform/services';
import { isObject } from '../../vendors/kit/object-reader';
import { changeSettings } from '../change';
import { languageOf } from '../language';
import { done, type Outcome } from '../outcome';
import { saySeconds } from '../say-moment';
import { speaker } from '../speak';
import type { TextId } from '../texts';
import { checkExecUrl, isOfDomain, wrongFormOf, type WrongForm } from './exec-url';
import { progressFrom, saveProgress } from './progress';

/** Why an address cannot be used. */
type UrlProblem =
  WrongForm | 'asksLogin' | 'otherScript' | 'otherPlantao' | 'archived' | 'noAnswer' | 'unapproved';

/** What the check of a pasted address found. */
export interface UrlCheck {
  /** Null: it works and is kept. */
  readonly problem: UrlProblem | null;
  /** What is wrong, or that all is well. */
  readonly said: string;
  /** Where to click in Google's screens to put it right; blank where nothing is. */
  readonly clickPath: string;
  /** How many of the four questions were answered with yes: form, open to anybody, this script, this version. */
  readonly passed: number;
  /** What is worth knowing although it works; blank where nothing is. */
  readonly warning: string;
}

const timeoutSeconds = 20;

/** How the address answered. */
interface Visit {
  readonly problem: UrlProblem | null;
  readonly passed: number;
  /** The deployed version, where it told. */
  readonly version: string;
}

/** Looks at a pasted address, visits it as a platform would, without an account, and keeps it when it is this spreadsheet's own. */
export function checkUrl(services: Services, pasted: string): Outcome<UrlCheck> {
  const url = checkExecUrl(pasted);
  if (url === null) return done(describe(services, wrongFormOf(pasted), 0));
  const startedAtMs = services.clock.now();
  const { problem, passed, version } = visit(services, url);
  if (problem !== null) return done(describe(services, problem, passed));
  const kept = keep(services, url);
  if (kept.kind !== 'done') return kept;
  const language = languageOf(services.host.locale());
  const seconds = saySeconds(services.clock.now() - startedAtMs, language);
  const speak = speaker(services);
  const isOld = version !== buildInfo.version;
  return done({
    problem: null,
    said: speak('urlWorks', { seconds }),
    clickPath: isOld ? speak('pathNewVersion') : '',
    passed: isOld ? 3 : 4,
    warning: isOld
      ? speak('urlOldVersion', { deployed: version, code: buildInfo.version })
      : isOfDomain(url)
        ? speak('urlOfDomain')
        : '',
  });
}

function visit(services: Services, url: string): Visit {
  const probe = expectVisit(services);
  const answer = services.http.sendFollowing({
    url: `${url}?p=${probe}`,
    method: 'get',
    headers: {},
    value: null,
    timeoutSeconds,
  });
  const greeting = parse(answer.text);
  if (isObject(greeting) && greeting['probe'] === probe)
    return { problem: null, passed: 3, version: String(greeting['version']) };
  const problem = judge(answer);
  const isOpen = problem === 'otherScript' || problem === 'otherPlantao';
  return { problem, passed: isOpen ? 2 : 1, version: '' };
}

const signIn = /accounts\.google\.com|ServiceLogin|"identifierId"/;
/** What a web app answers whose owner has not approved a new permission. */
const unapproved = /Authorization (?:is )?(?:needed|required)|Autoriza(?:ção|ción) /i;

/** An unknown deployment is a page with 404; an anonymous call of one that is not for anybody gets 401, 403 or the page to sign in. */
function judge({ status, text }: HttpAnswer): UrlProblem {
  if (status === 0 || status >= 500) return 'noAnswer';
  if (status === 404) return 'archived';
  if (status === 401 || status === 403 || signIn.test(text)) return 'asksLogin';
  if (text.startsWith(answerTexts.alive)) return 'otherPlantao';
  return unapproved.test(text) ? 'unapproved' : 'otherScript';
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

const sentences: Readonly<Record<UrlProblem, { readonly said: TextId; readonly path?: TextId }>> = {
  blank: { said: 'urlBlank' },
  dev: { said: 'urlDev', path: 'pathCopyExec' },
  editor: { said: 'urlEditor', path: 'pathCopyExec' },
  spreadsheet: { said: 'urlSpreadsheet', path: 'pathCopyExec' },
  redirect: { said: 'urlRedirect', path: 'pathCopyExec' },
  otherUrl: { said: 'urlOther', path: 'pathCopyExec' },
  asksLogin: { said: 'urlAsksLogin', path: 'pathAccess' },
  otherScript: { said: 'urlOtherScript', path: 'pathCopyExec' },
  otherPlantao: { said: 'urlOtherPlantao', path: 'pathNewVersion' },
  archived: { said: 'urlArchived', path: 'pathNewDeployment' },
  noAnswer: { said: 'urlNoAnswer' },
  unapproved: { said: 'urlUnapproved', path: 'pathApprove' },
};

function describe(services: Services, problem: UrlProblem, passed: number): UrlCheck {
  const speak = speaker(services);
  const { said, path } = sentences[problem];
  const clickPath = path === undefined ? '' : speak(path);
  return { problem, said: speak(said), clickPath, passed, warning: '' };
}

function keep(services: Services, execUrl: string): Outcome {
  const kept = changeSettings(services, (settings) => ({ ...settings, execUrl }));
  if (kept.kind !== 'done') return kept;
  const { step, connectionId } = progressFrom(services.properties.getAll());
  saveProgress(services, { step: Math.max(4, step), connectionId });
  return kept;
}
