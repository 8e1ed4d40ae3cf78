import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import Failed from './views/states/Failed.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html: no element "app"; give the body <div id="app">');

try {
  mount(App, { target });
} catch (error) {
  const message = `This browser did not start the engine (${String(error)}); allow workers for this page, then try again`;
  mount(Failed, { target, props: { message, retry: () => window.location.reload() } });
}
