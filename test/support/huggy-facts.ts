import type { Fact } from '../../src/events/event';
import { huggy } from '../../src/vendors/huggy/huggy';
import { factsOf } from './decoding';
import { readFixture } from './fixtures';

/** What a body of `test/fixtures/huggy/reconstructed/` says. */
export const readHuggy = (name: string): readonly Fact[] =>
  factsOf(huggy, readFixture(`huggy/reconstructed/${name}.json`));

/** What one item of an event says, at the time of those bodies. */
export const sendHuggy = (name: string, item: object): readonly Fact[] =>
  factsOf(huggy, { time: 1_659_382_581, messages: { [name]: [item] } });
