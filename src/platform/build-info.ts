declare const __PLANTAO_VERSION__: string | undefined;
declare const __PLANTAO_COMMIT__: string | undefined;

/** Version and commit, put in by the build. */
export const buildInfo = {
  version: typeof __PLANTAO_VERSION__ === 'string' ? __PLANTAO_VERSION__ : '0.0.0',
  commit: typeof __PLANTAO_COMMIT__ === 'string' ? __PLANTAO_COMMIT__ : 'unknown',
} as const;
