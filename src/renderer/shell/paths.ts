/** The addresses of the screens, after the '#'. */
export const paths = {
  library: '/',
  project: (projectId: string) => `/projects/${projectId}`,
  /** The desk where stories are written from ideas; with the story that lies open on it. */
  write: (storyId?: string) => (storyId === undefined ? '/write' : `/write/${storyId}`),
  /** Where recordings become stories. */
  listen: '/listen',
  films: '/films',
  models: '/models',
  settings: '/settings',
};
