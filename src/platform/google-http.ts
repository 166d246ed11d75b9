import type { Http } from './http';

export const googleHttp: Http = {
  sendJson: ({ url, method, headers, value }) => {
    try {
      const response = UrlFetchApp.fetch(url, {
        method,
        headers: { ...headers },
        contentType: 'application/json',
        payload: JSON.stringify(value),
        muteHttpExceptions: true,
      });
      return { status: response.getResponseCode(), text: response.getContentText() };
    } catch (error) {
      return { status: 0, text: error instanceof Error ? error.message : '' };
    }
  },
};
