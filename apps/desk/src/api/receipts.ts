const prefix = 'proofdesk.receipts.';
/** More decisions than a person makes in months; the oldest go first. */
const capacity = 500;

/** Which receipts this browser keeps for a person, newest first. They are no secret, and stay when the person signs out. */
export function keptReceipts(personId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + personId) ?? '[]');
    return Array.isArray(kept) ? kept.filter((note) => typeof note === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps the receipt that came with an answer. @param header base64 of a signed note */
export function keepReceipt(personId: string, header: string): void {
  try {
    const note = new TextDecoder().decode(Uint8Array.from(atob(header), (byte) => byte.charCodeAt(0)));
    const others = keptReceipts(personId).filter((each) => each !== note);
    localStorage.setItem(prefix + personId, JSON.stringify([note, ...others].slice(0, capacity)));
  } catch (error) {
    // A full or forbidden store must not make a decision look failed that was made.
    console.error('the receipt could not be kept', error);
  }
}

export const forgetReceipts = (personId: string): void => localStorage.removeItem(prefix + personId);
