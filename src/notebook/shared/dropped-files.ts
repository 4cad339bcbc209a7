/** Files that a reader has given the page, in this browser's own database: nothing of them is sent anywhere. */

const DATABASE = 'pagewalk-files'
const STORE = 'files'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the database could not be opened'))
  })
}

async function ask<Answer>(
  mode: IDBTransactionMode,
  request: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const asked = request(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('the database gave up'))
    })
  } finally {
    database.close()
  }
}

/** The bytes of a file by its name; undefined where there is none, or no database. */
export async function droppedFile(name: string): Promise<Uint8Array | undefined> {
  try {
    return (await ask('readonly', (store) => store.get(name))) as Uint8Array | undefined
  } catch {
    return undefined
  }
}

/**
 * Keeps a file, under another name where a different one has its own already.
 * @returns the name; undefined where this browser keeps nothing
 */
export async function keepDroppedFile(name: string, bytes: Uint8Array): Promise<string | undefined> {
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? name : `${name}-${number}`
    const there = await droppedFile(wanted)
    if (there !== undefined && !isSame(there, bytes)) continue
    try {
      await ask('readwrite', (store) => store.put(bytes, wanted))
      return wanted
    } catch {
      return undefined
    }
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
