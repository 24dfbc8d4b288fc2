import { contextBridge } from 'electron';

// No logic here: what the page may know of its host. The typed contract's port joins it with the studio's screens.
contextBridge.exposeInMainWorld('storyloom', { host: 'electron', platform: process.platform });
