// There is one sign-in page for everything. Where this app would show a form of its own, because the session has ended
// or somebody has signed out, it leads there.
const signIn = () => {
  if (location.hash.startsWith('#/login')) {
    location.replace(new URL('../../../../sign-in', document.baseURI));
  }
};
addEventListener('hashchange', signIn);
signIn();
