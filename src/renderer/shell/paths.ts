/** The addresses of the screens, after the '#'. */
export const paths = {
  library: '/',
  project: (projectId: string) => `/projects/${projectId}`,
  films: '/films',
  models: '/models',
  settings: '/settings',
};
