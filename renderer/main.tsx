import { createRoot } from 'react-dom/client';
import './ui/theme.css';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { loadFonts } from './terminal/drawing/fonts.ts';
import { speak } from './ui/language.ts';
import { keepFrontTab } from './window/front-tab.ts';
import { createServices } from './window/services.ts';
import { loadStartState } from './window/start-state.ts';

const [start] = await Promise.all([loadStartState(bridge, sessionStorage), loadFonts()]);
speak(start.info.language);
const services = createServices(bridge, start);
keepFrontTab(services.shell, sessionStorage);
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App services={services} />);
