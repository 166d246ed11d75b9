// Preloaded into clasp (NODE_OPTIONS=--import): every call to Google goes to the loopback copy, any other host is an error.
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const target = new URL(process.env.FAKE_GOOGLE_URL ?? '');
const googleHosts = new Set([
  'script.googleapis.com',
  'www.googleapis.com',
  'oauth2.googleapis.com',
]);

https.request = (address, options, callback) => {
  const { hostname, pathname, search } = new URL(address);
  if (!googleHosts.has(hostname)) throw new Error(`unexpected host ${hostname}`);
  const { agent: _agent, ...rest } = options ?? {};
  return http.request(new URL(pathname + search, target), rest, callback);
};
syncBuiltinESMExports();
