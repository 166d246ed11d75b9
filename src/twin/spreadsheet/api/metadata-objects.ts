import { HostObject } from '../../runtime/host-object';
import type { MetadataData } from '../model';
import type { Session } from '../session';

/** Where metadata stands, in the model's terms. */
export type MetadataPlace = MetadataData['location'];

/** One piece of developer metadata, by id. */
export class DeveloperMetadata extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _id: number,
  ) {
    super();
  }
}

/** Where a piece of metadata stands. */
export class DeveloperMetadataLocation extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _location: MetadataPlace,
  ) {
    super();
  }
}

/** Whether a place counts for a search; with `intersecting`, one that only touches it does too. */
export type MetadataScope = (location: MetadataPlace, intersecting: boolean) => boolean;

/** Searches metadata; its conditions are set one by one. */
export class DeveloperMetadataFinder extends HostObject {
  readonly _conditions: ((data: MetadataData) => boolean)[] = [];
  _intersecting = false;

  constructor(
    readonly _session: Session,
    readonly _scope: MetadataScope,
  ) {
    super();
  }
}
