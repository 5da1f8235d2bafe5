import { extname } from 'node:path';

/**
 * What a system would run instead of opening it in an editor: programs, scripts with a double click of their own,
 * shortcuts and installers of Windows, macOS and the Linux desktops.
 */
const isRun = new Set(
  (
    'app appimage application appref-ms bat chm cmd com command cpl desktop diagcab dmg exe gadget hlp hta inf ins jar js jse ' +
    'jnlp lnk mht mobileconfig msc msh msi msp mst pif pkg prg ps1 ps1xml ps2 psc1 py pyw pyz rb rdp reg run scf scpt scr ' +
    'settingcontent-ms sct sh shb shs terminal tool url vb vbe vbs webloc workflow ws wsc wsf wsh xll'
  ).split(' '),
);

/** The name under which a file of the server is opened to be edited: the server must not choose what is run here. */
export const editName = (name: string): string =>
  isRun.has(extname(name).slice(1).toLowerCase()) ? `${name}.txt` : name;
