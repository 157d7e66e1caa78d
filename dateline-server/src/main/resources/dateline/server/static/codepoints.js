// Offsets in records count Unicode code points; the browser counts UTF-16 units. The only place that converts.
// As in Java, an offset inside a surrogate pair is taken as the pair's start; a lone surrogate is one code point.
const isPair = (text, unit) => {
  const high = text.charCodeAt(unit);
  const low = text.charCodeAt(unit + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
};

export const toUtf16 = (text, codePoint) => {
  let unit = 0;
  for (let left = codePoint; left > 0 && unit < text.length; left--) unit += isPair(text, unit) ? 2 : 1;
  return unit;
};

export const toCodePoint = (text, unit) => {
  let codePoint = 0;
  for (let at = 0; at < unit; codePoint++) {
    const next = at + (isPair(text, at) ? 2 : 1);
    if (next > unit) break;
    at = next;
  }
  return codePoint;
};
