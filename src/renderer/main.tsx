import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme.css';
import { Welcome } from './features/welcome/welcome.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Welcome />
  </StrictMode>,
);
