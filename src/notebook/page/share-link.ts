/**
 * What a reader has written, in the fragment of an address: `#edits=1.…`. A version, then JSON, compressed and in
 * base64url. The fragment stays in the browser; no server sees it.
 */

import { plainLines } from './kept-text.ts'
import { isShareLink, SHARE_PREFIX } from './share-prefix.ts'

/** Sources by the cell's id. */
export type SharedSources = ReadonlyMap<string, string>

export type ReadLink =
  | { readonly kind: 'none' }
  | { readonly kind: 'sources'; readonly sources: SharedSources }
  | { readonly kind: 'unreadable'; readonly message: string }

const VERSION = '1'
/** Bytes of all sources together: a link is read by the reader it is sent to, and must not cost them anything. */
const MOST_BYTES = 800_000
/** Characters of a whole fragment: some browsers open no longer address. */
const LONGEST_FRAGMENT = 1_000_000

/** Bytes that packing may add to what does not get smaller by it. */
const OVERHEAD = 1000

export const TOO_LONG_FOR_LINK =
  'That is more than a link can carry, so none was copied. Save it as a file, or share fewer cells.'

const DAMAGED =
  'The link that brought you here carries somebody’s edits, and they cannot be read: perhaps it was cut off on the way. This is the lesson as its author wrote it. Ask for the link again.'
const NEWER =
  'The link that brought you here carries edits in a form that this copy of the course does not know: it comes from a newer one. This is the lesson as its author wrote it.'
const NO_COMPRESSION =
  'This browser cannot read the edits that the link carries. This is the lesson as its author wrote it.'

/** The fragment that carries these sources, with its `#`; undefined where that is more than can be read from one. */
export async function linkFragment(sources: SharedSources): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(sources)))
  if (bytes.length > MOST_BYTES) return undefined
  const packed = await pass(bytes, new CompressionStream('deflate-raw'))
  const fragment = `${SHARE_PREFIX}${VERSION}.${toBase64Url(packed)}`
  return fragment.length > LONGEST_FRAGMENT ? undefined : fragment
}

/** Reads a fragment that came with a link. Whatever it holds, the answer is sources or a sentence. */
export async function readFragment(fragment: string): Promise<ReadLink> {
  if (!isShareLink(fragment)) return { kind: 'none' }
  const [, version = '', data = ''] = /^(\w*)\.?(.*)$/s.exec(fragment.slice(SHARE_PREFIX.length)) ?? []
  if (version !== VERSION) {
    return { kind: 'unreadable', message: /^\d+$/.test(version) ? NEWER : DAMAGED }
  }
  if (typeof DecompressionStream === 'undefined') return { kind: 'unreadable', message: NO_COMPRESSION }
  const sources = await unpack(data).catch(() => undefined)
  return sources === undefined ? { kind: 'unreadable', message: DAMAGED } : { kind: 'sources', sources }
}

/** @throws for what is no base64url, no deflated text, too long, or no JSON */
async function unpack(data: string): Promise<SharedSources | undefined> {
  const packed = fromBase64Url(data)
  const bytes = await pass(packed, new DecompressionStream('deflate-raw'))
  return sourcesOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
}

function sourcesOf(value: unknown): SharedSources | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const entries = Object.entries(value)
  const areTexts = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
  if (!areTexts || entries.length === 0) return undefined
  return new Map((entries as [string, string][]).map(([id, source]) => [id, plainLines(source)]))
}

/** Sends bytes through a stream, and gives up where more comes out than a link may carry. */
async function pass(bytes: Uint8Array, through: GenericTransformStream): Promise<Uint8Array> {
  const source = new Blob([bytes as BlobPart]).stream()
  const reader = source.pipeThrough(through as ReadableWritablePair<Uint8Array, Uint8Array>).getReader()
  const parts: Uint8Array[] = []
  let byteCount = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value)
    byteCount += part.value.length
    if (byteCount > MOST_BYTES + OVERHEAD) {
      await reader.cancel()
      throw new RangeError('a link carries no more than a lesson can hold')
    }
  }
  const whole = new Uint8Array(byteCount)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
