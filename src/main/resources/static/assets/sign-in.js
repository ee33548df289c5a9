// A link to a task ends in "#/?task=…", which no server sees. It stays in the address while signing in, and the form
// carries it on.
const form = document.getElementById('sign-in');
if (form && location.hash) {
  form.action += location.hash;
}
