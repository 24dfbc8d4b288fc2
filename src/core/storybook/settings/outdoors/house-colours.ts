export const WALLS = ['#f6e3c3', '#f3d2b3', '#e9dcc9', '#f2c9b4', '#dfe3cf', '#f0d9d4'];

export const ROOFS = ['#c8624f', '#b5523f', '#8f6f9e', '#6f8fae', '#c98a4b'];
