declare const unit: unique symbol;

/** Counts Unicode code points from the start of a text: what is stored, sent and exported. */
export type CodePointOffset = number & { readonly [unit]: 'code point' };
/** Counts UTF-16 code units from the start of a text: what JavaScript's own string functions take. */
export type Utf16Offset = number & { readonly [unit]: 'utf-16' };

/** A half-open stretch in code points. */
export interface CodePointSpan {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}

/** The only bridge between the two units. An offset between the halves of a pair counts as the pair's start. */
export interface OffsetMap {
  /** Length of the text in code points. */
  readonly codePoints: CodePointOffset;
  toCodePoint(offset: Utf16Offset): CodePointOffset;
  toUtf16(offset: CodePointOffset): Utf16Offset;
}

const isHigh = (unitValue: number): boolean => unitValue >= 0xd800 && unitValue <= 0xdbff;
const isLow = (unitValue: number): boolean => unitValue >= 0xdc00 && unitValue <= 0xdfff;

/** Whether a surrogate pair starts at this unit. Lone surrogates count as one code point each, as in `[...text]`. */
function isPairAt(text: string, at: number): boolean {
  return isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1));
}

/** Builds the conversion for one text in linear time; without surrogate pairs the two units are the same and no table is made. */
export function createOffsetMap(text: string): OffsetMap {
  const units = text.length;
  let pairs = 0;
  for (let i = 0; i < units; i += 1) if (isPairAt(text, i)) pairs += 1;
  if (pairs === 0) {
    return {
      codePoints: units as CodePointOffset,
      toCodePoint: (offset) => inside(offset, units) as CodePointOffset,
      toUtf16: (offset) => inside(offset, units) as Utf16Offset,
    };
  }
  const startOf = new Int32Array(units - pairs + 1);
  const indexOf = new Int32Array(units + 1);
  let point = 0;
  for (let i = 0; i < units; point += 1) {
    startOf[point] = i;
    indexOf[i] = point;
    if (isPairAt(text, i)) indexOf[i + 1] = point;
    i += isPairAt(text, i) ? 2 : 1;
  }
  startOf[point] = units;
  indexOf[units] = point;
  return {
    codePoints: point as CodePointOffset,
    toCodePoint: (offset) => indexOf[inside(offset, units)] as CodePointOffset,
    toUtf16: (offset) => startOf[inside(offset, point)] as Utf16Offset,
  };
}

function inside(offset: number, length: number): number {
  if (!Number.isInteger(offset) || offset < 0 || offset > length)
    throw new RangeError(`Offset ${offset} lies outside 0..${length}`);
  return offset;
}

/** The words between two code-point offsets. For many slices of one text build the map once and pass it. */
export function sliceByCodePoints(
  text: string,
  start: CodePointOffset,
  end: CodePointOffset,
  map: OffsetMap = createOffsetMap(text),
): string {
  return text.slice(map.toUtf16(start), map.toUtf16(end));
}
