import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { setLanguage } from '#contract/language/language.ts';
import './ui/theme.css';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { keepFrontTab } from './tabs/front-tab.ts';
import { createServices } from './tabs/services.ts';
import { loadStartState } from './tabs/start-state.ts';
import { loadFonts } from './terminal/drawing/fonts.ts';

const [start] = await Promise.all([loadStartState(bridge, sessionStorage), loadFonts()]);
setLanguage(start.info.language);
document.documentElement.lang = start.info.language;
const services = createServices(bridge, start);
keepFrontTab(services.shell, sessionStorage);
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <I18nProvider locale={start.info.language}>
      <App services={services} />
    </I18nProvider>,
  );
