// While the network is cut, the page of the one meeting kept on this phone, and what it is drawn with, come from here.
// Served behind kept.js, as one script.
const LOOKS = "lantoa-looks";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => keptPage(request)));
  else if (new URL(request.url).pathname.startsWith("/static/")) event.respondWith(fetch(request).catch(() => looks(request)));
});

async function looks(request) {
  const store = await caches.open(LOOKS);
  return (await store.match(request, { ignoreVary: true })) || Response.error();
}

// Whichever page of meetings is asked for: with the network cut there is only this one.
async function keptPage(request) {
  const meeting = await kept.read();
  if (!meeting) return Response.error();
  const { pathname, search } = new URL(request.url);
  if (pathname + search !== meeting.address) return Response.redirect(meeting.address);
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  if (meeting.policy) headers["Content-Security-Policy"] = meeting.policy;
  return new Response(await kept.unlock(meeting.key, meeting.page), { headers });
}
