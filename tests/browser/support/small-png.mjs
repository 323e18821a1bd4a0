// A screenshot as a PNG with a palette: a page has few colours, and so takes a third of the bytes.
import { deflateSync, inflateSync } from "node:zlib";

const kSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width, height, bytes a pixel (3 or 4) and pixels of a PNG as Chromium writes it: 8 bits a channel, not interlaced. */
function decode(png) {
  const parts = [];
  let width, height, channels;
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "IHDR") {
      [width, height, channels] = [data.readUInt32BE(0), data.readUInt32BE(4), { 2: 3, 6: 4 }[data[9]]];
      if (data[8] !== 8 || !channels || data[12]) throw new Error("not a PNG as Chromium writes it");
    }
    if (type === "IDAT") parts.push(data);
  }
  const raw = inflateSync(Buffer.concat(parts)), line = width * channels, pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (line + 1)];
    for (let x = 0; x < line; ++x) {
      const left = x < channels ? 0 : pixels[y * line + x - channels];
      const above = y ? pixels[(y - 1) * line + x] : 0;
      const corner = y && x >= channels ? pixels[(y - 1) * line + x - channels] : 0;
      const paeth = () => {
        const guess = left + above - corner;
        const [a, b, c] = [left, above, corner].map((value) => Math.abs(guess - value));
        return a <= b && a <= c ? left : b <= c ? above : corner;
      };
      const predicted = [() => 0, () => left, () => above, () => (left + above) >> 1, paeth][filter]();
      pixels[y * line + x] = raw[y * (line + 1) + 1 + x] + predicted;
    }
  }
  return { width, height, channels, pixels };
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

const kTable = Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; ++bit) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n >>> 0;
});
const crc = (bytes) => (bytes.reduce((sum, byte) => kTable[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** The same picture in at most `most` colours: the commonest, and for each other one the nearest of those. */
export function smallPng(png, most = 48) {
  const { width, height, channels, pixels } = decode(png);
  const counts = new Map();
  const colourAt = (at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  for (let at = 0; at < pixels.length; at += channels) counts.set(colourAt(at), (counts.get(colourAt(at)) ?? 0) + 1);
  const distance = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
  // Colours close to one that is in already would waste a place.
  const palette = [];
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    if (palette.length === most) break;
    if (palette.every((other) => distance(colour, other) > 300)) palette.push(colour);
  }
  const numbers = new Map();
  const numberOf = (colour) => {
    if (!numbers.has(colour)) numbers.set(colour, palette.reduce((best, other, index) => (distance(colour, other) < distance(colour, palette[best]) ? index : best), 0));
    return numbers.get(colour);
  };
  const bits = palette.length <= 16 ? 4 : 8, line = Math.ceil((width * bits) / 8) + 1, raw = Buffer.alloc(line * height);
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) {
      const number = numberOf(colourAt((y * width + x) * channels));
      if (bits === 8) raw[y * line + 1 + x] = number;
      else raw[y * line + 1 + (x >> 1)] |= x & 1 ? number : number << 4;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([kSignature, chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(raw, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}
