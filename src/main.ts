import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html: no element "app"; give the body <div id="app">');

mount(App, { target });
