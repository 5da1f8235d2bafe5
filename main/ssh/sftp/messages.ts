/** Types of requests of SFTP version 3 (draft-ietf-secsh-filexfer-02, 3). */
export const requestTypes = {
  init: 1,
  open: 3,
  close: 4,
  read: 5,
  write: 6,
  lstat: 7,
  setAttributes: 9,
  setAttributesOfHandle: 10,
  openFolder: 11,
  readFolder: 12,
  remove: 13,
  makeFolder: 14,
  removeFolder: 15,
  realPath: 16,
  stat: 17,
  rename: 18,
  extended: 200,
} as const;

export type RequestType = (typeof requestTypes)[keyof typeof requestTypes];

/** Types of answers (3). */
export const answerTypes = {
  version: 2,
  status: 101,
  handle: 102,
  data: 103,
  names: 104,
  attributes: 105,
  extended: 201,
} as const;

/** What version we speak, and want to be spoken: all that is in use. */
export const protocolVersion = 3;

/** As OpenSSH: bytes of a packet, without its length. */
export const maxPacketBytes = 256 * 1024;

/** Of a file's attributes, those that are there (5). */
export const attributeFlags = {
  size: 0x1,
  owner: 0x2,
  permissions: 0x4,
  times: 0x8,
  extended: 0x8000_0000,
} as const;

/** How a file is opened (6.3). `exclusive` refuses where the name is taken, also by a link that leads nowhere. */
export const openFlags = { read: 0x1, write: 0x2, create: 0x8, truncate: 0x10, exclusive: 0x20 } as const;
