export default {
  customScripts: ['scripts/sign-in'],
};
