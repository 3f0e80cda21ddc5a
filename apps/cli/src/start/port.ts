import { once } from 'node:events';
import { createServer } from 'node:net';

/** @throws Error in words where the port is taken or may not be used */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer().listen(port, '0.0.0.0');
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new Error(
        `port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw new Error(`port ${port} may not be opened by this user. Choose one above 1023: PORT=4400 npm start`);
    throw error;
  }
  server.close();
  await once(server, 'close');
}
