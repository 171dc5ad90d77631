// The one meeting kept on this phone: encrypted, in one place, for the page (offline.js) and its worker.
// The key cannot be read out by a script; whoever wipes the meeting wipes the key with it.
"use strict";

const kept = (() => {
  const BASE = "lantoa-meeting";
  const PLACE = "kept";

  const open = () => new Promise((done, failed) => {
    const asked = indexedDB.open(BASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(PLACE);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

  async function at(mode, act) {
    const base = await open();
    try {
      return await new Promise((done, failed) => {
        const turn = base.transaction(PLACE, mode);
        const asked = act(turn.objectStore(PLACE));
        turn.oncomplete = () => done(asked.result);
        turn.onabort = turn.onerror = () => failed(turn.error);
      });
    } finally {
      base.close();
    }
  }

  const read = () => at("readonly", (place) => place.get("meeting"));
  const write = (meeting) => at("readwrite", (place) => place.put(meeting, "meeting"));
  const newKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

  async function lock(key, words) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(words)) };
  }

  const unlock = async (key, { iv, data }) =>
    new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data));

  const wipe = () => new Promise((done) => {
    const asked = indexedDB.deleteDatabase(BASE);
    asked.onsuccess = asked.onerror = asked.onblocked = done;
  });

  return { read, write, newKey, lock, unlock, wipe };
})();
