/** What the controllers are given, by value: there is nothing to construct. */
export const DESK = Symbol('Desk');
export const CONFIG = Symbol('ApiConfig');
export const LOG = Symbol('JsonLog');
export const RECEIPTS = Symbol('ReceiptSigner');
export const DOCUMENT = Symbol('OpenApiDocument');
