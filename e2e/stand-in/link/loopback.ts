import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

type OnSocket = (socket: WebSocket) => void;
type OnPost = (body: unknown) => void;

const pages = new Map<string, OnSocket>();
const posts = new Map<string, OnPost>();

/** Bytes that a second instance may send: a command line. */
const maxPostBytes = 1024 * 1024;

const server = createServer((request, response) => receivePost(request, response));
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.on('upgrade', (request, socket, head) => {
  const onSocket = pages.get(request.url ?? '');
  if (onSocket) sockets.handleUpgrade(request, socket, head, onSocket);
  else socket.destroy();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
// A finished application must not be kept alive by this.
server.unref();
const { port } = server.address() as AddressInfo;

const newPath = () => `/${randomBytes(32).toString('base64url')}`;

/** Address at which one window's page may connect, as often as it is loaded. Nobody can guess it. */
export function expectPage(onSocket: OnSocket): { readonly url: string; readonly forget: () => void } {
  const path = newPath();
  pages.set(path, onSocket);
  return { url: `ws://127.0.0.1:${port}${path}`, forget: () => pages.delete(path) };
}

/** Address to which another process of this user may post JSON. */
export function expectPosts(onPost: OnPost): { readonly url: string; readonly forget: () => void } {
  const path = newPath();
  posts.set(path, onPost);
  return { url: `http://127.0.0.1:${port}${path}`, forget: () => posts.delete(path) };
}

function receivePost(request: IncomingMessage, response: ServerResponse): void {
  const onPost = posts.get(request.url ?? '');
  const chunks: Buffer[] = [];
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > maxPostBytes || !onPost) request.destroy();
    else chunks.push(chunk);
  });
  request.on('end', () => {
    response.statusCode = onPost ? 204 : 404;
    response.end();
    if (onPost) onPost(JSON.parse(Buffer.concat(chunks).toString()));
  });
}
