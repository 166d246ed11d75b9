/**
 * `google.script.run`, `google.script.host` and `google.script.history` for a page in a sandboxed frame. The page cannot reach
 * the server; it asks the window around it by messages:
 *
 * - page → parent: `{ type: 'google.script.run', id, functionName, args }`, `{ type: 'google.script.host', method, args }`
 * - page → parent: `{ type: 'google.script.url', id }`: where it is (web apps only)
 * - parent → page: `{ type: 'google.script.result', id, result }` or `{ …, error }`
 *
 * Sources of the behaviour: https://developers.google.com/apps-script/guides/html/reference/run and …/reference/url
 */
const shim = `(function () {
  var waiting = {};
  var count = 0;
  function check(value) {
    if (typeof value === 'function' || value instanceof Date) {
      throw new Error('Failed due to illegal value in property: ' + (typeof value === 'function' ? 'function' : 'date'));
    }
    if (Array.isArray(value)) return value.map(function (item) { return item === undefined ? null : check(item); });
    if (value && typeof value === 'object') {
      var copy = {};
      Object.keys(value).forEach(function (key) { copy[key] = check(value[key]); });
      return copy;
    }
    return value;
  }
  function runner(settings) {
    function change(name) {
      return function (value) {
        var next = Object.assign({}, settings);
        next[name] = value;
        return runner(next);
      };
    }
    var own = {
      withSuccessHandler: change('success'),
      withFailureHandler: change('failure'),
      withUserObject: change('user')
    };
    return new Proxy(own, {
      get: function (target, name) {
        if (name in target) return target[name];
        if (typeof name !== 'string' || name === 'then') return undefined;
        return function () {
          var args = check(Array.prototype.slice.call(arguments));
          var id = ++count;
          waiting[id] = settings;
          parent.postMessage({ type: 'google.script.run', id: id, functionName: name, args: args }, '*');
        };
      }
    });
  }
  function host(method) {
    return function () {
      var args = Array.prototype.slice.call(arguments);
      parent.postMessage({ type: 'google.script.host', method: method, args: args }, '*');
    };
  }
  function getLocation(hear) {
    var id = ++count;
    waiting[id] = { success: hear };
    parent.postMessage({ type: 'google.script.url', id: id }, '*');
  }
  addEventListener('message', function (event) {
    var data = event.data;
    if (event.source !== parent || !data || data.type !== 'google.script.result') return;
    var settings = waiting[data.id];
    delete waiting[data.id];
    if (!settings) return;
    if ('error' in data) {
      if (settings.failure) settings.failure(new Error(data.error), settings.user);
      else console.error('Uncaught ' + data.error);
    } else if (settings.success) settings.success(data.result, settings.user);
  });
  window.google = {
    script: {
      run: runner({}),
      url: { getLocation: getLocation },
      host: {
        close: host('close'), setHeight: host('setHeight'), setWidth: host('setWidth'),
        editor: { focus: host('editorFocus') }, origin: ''
      }
    }
  };
})();`;

/** Puts the shim before everything else that an HtmlService page runs. */
export function addScriptRun(html: string): string {
  const tag = `<script>${shim}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head)
    return /^\s*<!doctype[^>]*>/i.test(html)
      ? html.replace(/^\s*<!doctype[^>]*>/i, (doctype) => doctype + tag)
      : tag + html;
  const place = head.index + head[0].length;
  return html.slice(0, place) + tag + html.slice(place);
}
