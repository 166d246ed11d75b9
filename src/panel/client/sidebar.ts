import { openPanel } from './sidebar/open-panel';

openPanel(document.body);
