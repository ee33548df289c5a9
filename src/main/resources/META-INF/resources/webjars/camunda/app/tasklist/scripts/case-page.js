// A form may link to the page of its case. It opens beside Tasklist: what somebody has typed so far must not go.
addEventListener(
  'click',
  (click) => {
    const link = click.target instanceof Element && click.target.closest('a[href^="/desk/"]');
    if (link) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  },
  true
);
