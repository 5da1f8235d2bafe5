import { describe, expect, it } from 'vitest';
import { logFilePath } from './log-file-name.ts';

const at = new Date(2026, 2, 9, 4, 5, 6).getTime();
const pathOf = (name: string, host = 'gate.example.com') => logFilePath(name, { host, port: 2222, at }, '/home/ada');

describe('the name of a log file', () => {
  it.each([
    ['putty.log', '/home/ada/putty.log'],
    ['~/logs/&H.log', '/home/ada/logs/gate.example.com.log'],
    ['/var/log/&Y/&m/&D-&T-&p.log', '/var/log/2026/03/09-040506-2222.log'],
    ['&h&P', '/home/ada/gate.example.com2222'],
    ['R&&D &x &', '/home/ada/R&D &x &'],
  ])('%s is %s', (name, path) => {
    expect(pathOf(name)).toBe(path);
  });

  it.each([
    ['../../etc/passwd', '/logs/__.._etc_passwd.log'],
    ['..', '/logs/_.log'],
    ['/etc/shadow', '/logs/_etc_shadow.log'],
    ['C:\\Windows\\x', '/logs/C__Windows_x.log'],
    ['::1', '/logs/__1.log'],
    ['a\u202Eb\u0000c\nd', '/logs/a_b_c_d.log'],
    ['con', '/logs/_con.log'],
    ['nul.example.com', '/logs/_nul.example.com.log'],
    ['console', '/logs/console.log'],
    ['&T', '/logs/&T.log'],
    ['x'.repeat(300), `/logs/${'x'.repeat(50)}.log`],
  ])('stays in its folder, whatever the host is called: %j', (host, path) => {
    expect(pathOf('/logs/&H.log', host)).toBe(path);
  });

  it('leads nowhere else by a host that is the whole name', () => {
    expect(pathOf('/logs/&H/session', '..')).toBe('/logs/_/session');
    expect(pathOf('&H/x', '~')).toBe('/home/ada/_/x');
  });
});
